//! The tests' own tools, on a page with nothing of the board: whether every browser lets them reach into a shadow
//! root, with the mouse, with the keyboard and in a second tab.

mod core {
    use e2e::{Bench, Board, Key, Reply, Stage};

    #[test]
    fn a_shadow_root_can_be_read_clicked_and_typed_into() {
        let stage = stub();
        let board = Board::at(&stage.browser, "stub-board");
        board.press("Claim it");
        board.tells("clicked once");
        board.fill("input[name=line]", "Über 1 Ω");
        board.tells("wrote Über 1 Ω");
        board.press_like("Mine");
        board.tells("mine");
        board.select("select[name=to]", "Ben");
        board.tells("to ben");
    }

    #[test]
    fn the_keyboard_reaches_into_a_shadow_root() {
        let stage = stub();
        let board = Board::at(&stage.browser, "stub-board");
        board.offers("Claim it");
        stage.browser.key(Key::Tab);
        assert_eq!(board.focus(), "Claim it");
        stage.browser.key(Key::Enter);
        board.tells("clicked once");
        stage.browser.key(Key::Tab);
        stage.browser.type_text("by hand");
        board.tells("wrote by hand");
        stage.browser.chord(Key::Shift, Key::Tab);
        assert_eq!(board.focus(), "Claim it");
    }

    #[test]
    fn a_second_tab_has_a_page_of_its_own() {
        let stage = stub();
        let board = Board::at(&stage.browser, "stub-board");
        board.press("Claim it");
        board.tells("clicked once");
        let first = stage.browser.tab();
        stage.browser.new_tab();
        stage.go("/stub.html");
        board.tells("new");
        stage.browser.look_at(&first);
        board.tells("clicked once");
    }

    fn stub() -> Stage {
        let bench = Bench::new()
            .page(
                "/stub.html",
                "<script src=\"/stub.js\"></script><stub-board></stub-board>",
            )
            .at("/stub.js", Reply::bytes(200, "text/javascript", STUB));
        Stage::with(bench, "/stub.html")
    }

    const STUB: &str = r#"
        customElements.define('stub-board', class extends HTMLElement {
          connectedCallback() {
            const root = this.attachShadow({ mode: 'open' });
            root.innerHTML = `<p role="status">new</p><button aria-label="Claim it">Claim</button>
              <input name="line" aria-label="Line"><button>Mine <span>3</span></button>
              <select name="to"><option value="ana">Ana</option><option value="ben">Ben</option></select>`;
            const tell = (words) => { root.querySelector('p').textContent = words; };
            const [claim, mine] = root.querySelectorAll('button');
            claim.addEventListener('click', () => tell('clicked once'));
            mine.addEventListener('click', () => tell('mine'));
            root.querySelector('input').addEventListener('input', (event) => tell(`wrote ${event.target.value}`));
            root.querySelector('select').addEventListener('change', (event) => tell(`to ${event.target.value}`));
          }
        });
    "#;
}
