//! The style page: every component in every state, drawn by what draws the board.

use yew::Html;

use super::ask::Ask;
use super::bar::bar;
use super::cx::Cx;
use super::el::{El, all, el, yes_no};
use super::face::face;
use super::form::choices;
use super::icon;
use crate::domain::progress::Status;

/// The colours that a site may set, as `--ab-NAME`.
const COLOURS: [&str; 15] = [
    "paper",
    "card",
    "sunk",
    "track",
    "ink",
    "soft",
    "line",
    "edge",
    "accent",
    "accent-wash",
    "on-accent",
    "star",
    "ok",
    "warn",
    "bad",
];

const TONES: [&str; 5] = ["ok", "warn", "bad", "none", "wash"];

pub(super) fn gallery(cx: Cx<'_>) -> Html {
    let parts: Vec<Html> = vec![
        section("Colours", colours()),
        section("Text", text()),
        section("Buttons", buttons(cx)),
        section("Words in colour", pills()),
        section("Bars", bars()),
        section("People", people(cx)),
        section("Fields", fields(cx)),
        section("Cards and rows", cards(cx)),
        section("Table", table()),
        section("Plots", plots()),
        section("Notices", notices(cx)),
    ];
    all(parts)
}

fn section(title: &'static str, parts: Vec<El>) -> Html {
    let shown = parts.into_iter().fold(el("div class=shown-parts"), El::child);
    let heading = el("h2").text(title);
    el("section class=part").child(heading).child(shown).into()
}

fn colours() -> Vec<El> {
    let swatch = |name: &str| {
        let fill = ["var(--", name, ")"].concat();
        let drawn = el("svg class=swatch viewBox='0 0 96 40' aria-hidden=true")
            .child(el("rect width=96 height=40 rx=8").attr("fill", &fill));
        el("div").child(drawn).child(el("code class=small").text(name))
    };
    COLOURS.into_iter().map(swatch).collect()
}

fn text() -> Vec<El> {
    const WORDS: &str = "Leaders set where, people choose how";
    let tags = [
        "p class=as-h1",
        "h2",
        "h3",
        "h4",
        "p",
        "p class=soft",
        "p class=small",
        "p class=late",
    ];
    let words = tags.into_iter().map(|tag| el(tag).text(WORDS));
    words.chain([el("strong class=figure").text("47%")]).collect()
}

fn buttons(cx: Cx<'_>) -> Vec<El> {
    let mut buttons = Vec::new();
    for class in ["solid", "wash", "quiet", "link"] {
        for off in [false, true] {
            buttons.push(
                el("button type=button")
                    .class(class)
                    .flag("disabled", off)
                    .words(cx.get("act.claim")),
            );
        }
    }
    buttons.push(
        el("button type=button class='quiet icon-only'")
            .attr("aria-label", &cx.get("page.more"))
            .child(icon::more()),
    );
    for on in [false, true] {
        buttons.push(
            el("button type=button class=chip")
                .attr("aria-pressed", yes_no(on))
                .words(cx.get("filter.everything")),
        );
    }
    buttons
}

fn pills() -> Vec<El> {
    TONES
        .into_iter()
        .map(|tone| el("span class=pill").class(tone).text(tone))
        .collect()
}

fn bars() -> Vec<El> {
    let statuses = [
        None,
        Some(Status::OnTrack),
        Some(Status::AtRisk),
        Some(Status::OffTrack),
        Some(Status::NoNews),
    ];
    let drawn = statuses
        .into_iter()
        .map(|status| el("div class=sample").child(bar(Some(0.47), Some(0.56), status)));
    let ends = [(None, None), (Some(0.0), Some(0.5)), (Some(1.3), Some(1.0))];
    let ends = ends
        .into_iter()
        .map(|(done, expected)| el("div class=sample").child(bar(done, expected, None)));
    drawn.chain(ends).collect()
}

fn people(cx: Cx<'_>) -> Vec<El> {
    let team = cx.board.team(cx.state.now.today);
    let mut faces = el("span class=faces");
    for person in team.iter().take(3) {
        faces.add(face(person, cx.goals()));
    }
    let several = el("span class=who").child(faces);
    team.iter()
        .take(2)
        .map(|person| cx.person(person))
        .chain([several])
        .collect()
}

fn fields(cx: Cx<'_>) -> Vec<El> {
    let field = |input: El| el("label").text("A field").child(input);
    let options = vec![
        ("a".to_owned(), "One".to_owned()),
        ("b".to_owned(), "Another".to_owned()),
    ];
    let option = |checked: bool, tone: &'static str| {
        let radio = el("input type=radio name=gallery").checked(checked);
        el("label class=option")
            .class(tone)
            .child(radio)
            .child(el("span").words(cx.get("confidence.well")))
    };
    let radios = el("fieldset class=options")
        .child(el("legend").words(cx.get("check-in.how")))
        .child(option(true, "ok"))
        .child(option(false, "warn"));
    let tick = el("label class=tick")
        .child(el("input type=checkbox").checked(true))
        .child(el("span").text("A tick"));
    vec![
        field(el("input placeholder='What it is for'")),
        field(el("input").value("Filled in")),
        field(el("input disabled=disabled").value("Not to be changed")),
        field(choices("select", None, options)),
        field(el("textarea rows=2").value("Several lines\nof words")),
        field(el("input type=range")),
        radios,
        tick,
    ]
}

fn cards(cx: Cx<'_>) -> Vec<El> {
    let states = ["free", "held", "done", "dropped"];
    let mut shown: Vec<El> = states
        .into_iter()
        .map(|state| {
            el("article class=card")
                .class(state)
                .child(el("h3").text(state))
                .child(el("p class=said").child(el("q").text("Two videos shot.")))
                .child(
                    el("div class=foot")
                        .child(el("span class=free-to-take").text(state))
                        .child(
                            el("span class=acts").child(el("button type=button class=wash").words(cx.get("act.claim"))),
                        ),
                )
        })
        .collect();
    shown.push(
        el("div class=matter")
            .child(el("span class=words").text("Something that waits for somebody"))
            .child(el("button type=button class=quiet").words(cx.get("step.show"))),
    );
    shown
}

fn table() -> Vec<El> {
    let row = |a: &str, b: &str| el("tr").child(el("th scope=row").text(a)).child(el("td").text(b));
    let head = el("tr")
        .child(el("th scope=col").text("About"))
        .child(el("th scope=col").text("Who decides"));
    vec![
        el("table").child(el("thead").child(head)).child(
            el("tbody")
                .child(row("Events", "You decide"))
                .child(row("Prices", "Ana decides")),
        ),
    ]
}

fn plots() -> Vec<El> {
    let line = |class: &'static str, points: &str| el("polyline").class(class).attr("points", points);
    let plot = el("svg class=plot viewBox='0 0 400 120' preserveAspectRatio=none aria-hidden=true")
        .child(el("line class=grid x1=0 x2=400 y1=60 y2=60"))
        .child(line("expected", "0,118 400,20"))
        .child(line("confidence", "0,40 200,60 400,30"))
        .child(line("done", "0,110 120,90 260,70 400,45"));
    let spark = el("svg class=spark viewBox='0 0 240 48' preserveAspectRatio=none aria-hidden=true")
        .child(el("rect class=band x=0 width=240 y=12 height=24"))
        .child(line("line", "0,20 60,30 120,16 180,40 240,24"));
    vec![plot, spark]
}

fn notices(cx: Cx<'_>) -> Vec<El> {
    let undo = || {
        el("button type=button class=link")
            .click(cx.ask, Ask::Close)
            .words(cx.get("toast.undo"))
    };
    // What could not be done cannot be undone.
    let toast = |class: &'static str, words: &str| {
        el("div class='toast shown'")
            .class(class)
            .child(el("p").text(words))
            .maybe(class.is_empty().then(undo))
    };
    vec![
        el("p class=notice").text("Something that somebody must know"),
        el("p class=loading").words(cx.get("board.loading")),
        el("p class=empty").words(cx.get("board.empty")),
        el("p class=none-here").text("Nothing here"),
        toast("", "Something was done"),
        toast("bad", "Something could not be done"),
    ]
}
