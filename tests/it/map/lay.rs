//! Where everything stands.

use alignment_board::domain::map::{
    Drawn, Field, Figure, HEAD, Map, NORTH, Plan, Point, Rect, Shape, Star, State, TITLED,
};
use proptest::prelude::*;

/// How many have a constellation of how many stars, how many stars nobody has, and words.
type Seed = (Vec<usize>, usize, String);

fn star(objective: usize, n: usize, words: &str, state: State) -> Star {
    Star {
        initiative: format!("i{objective}-{n}").into(),
        title: words
            .chars()
            .cycle()
            .skip(n % 7)
            .take(words.chars().count())
            .collect::<String>()
            .into(),
        names: Vec::new(),
        state,
        progress: n.is_multiple_of(3).then_some((n % 101) as u8),
        pulse: None,
    }
}

fn field(n: usize, (held, free, words): &Seed) -> Field {
    let mut field = Field {
        objective: format!("o{n}").into(),
        title: words.as_str().into(),
        stars: Vec::new(),
        figures: Vec::new(),
        shared: Vec::new(),
    };
    for (who, count) in held.iter().enumerate() {
        let start = field.stars.len();
        for k in start..start + count {
            field.stars.push(star(n, k, words, State::Held));
        }
        field.figures.push(Figure {
            names: vec![format!("Person {who}").into()],
            titles: if who.is_multiple_of(3) {
                vec!["The Plough".into()]
            } else {
                Vec::new()
            },
            stars: start..start + count,
            lines: (start + 1..start + count).map(|k| (k - 1, k)).collect(),
        });
    }
    for _ in 0..*free {
        alone(n, words, &mut field);
    }
    field
}

fn alone(n: usize, words: &str, field: &mut Field) {
    let k = field.stars.len();
    field.stars.push(star(n, k, words, State::Free));
    field.figures.push(Figure {
        stars: k..k + 1,
        ..Figure::default()
    });
}

fn plan(seeds: &[Seed], north: Option<&str>) -> Plan {
    Plan {
        north: north.map(Into::into),
        fields: seeds.iter().enumerate().map(|(n, seed)| field(n, seed)).collect(),
    }
}

/// Boards of up to some 500 initiatives.
fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let words = "[A-Za-zäöüéß漢字ий ]{1,60}";
    let small = (prop::collection::vec(1_usize..6, 0..4), 0_usize..6, words);
    let large = (prop::collection::vec(1_usize..14, 0..10), 0_usize..50, words);
    prop_oneof![prop::collection::vec(small, 0..6), prop::collection::vec(large, 1..7)]
}

fn shapes() -> impl Strategy<Value = Shape> {
    prop_oneof![Just(Shape::Wide), Just(Shape::Tall)]
}

fn circle(at: Point, radius: f64) -> Rect {
    Rect {
        x: at.x - radius,
        y: at.y - radius,
        width: 2.0 * radius,
        height: 2.0 * radius,
    }
}

/// Everything with a place of its own, and what it is.
fn things(map: &Map) -> Vec<(Rect, String)> {
    let mut things = vec![
        (circle(map.north.at, NORTH), "the North Star".to_owned()),
        (map.north.label.room(), "its words".to_owned()),
    ];
    for (n, field) in map.fields.iter().enumerate() {
        things.push((circle(field.head.at, HEAD), format!("objective {n}")));
        things.push((field.head.label.room(), format!("title of objective {n}")));
        for (k, star) in field.stars.iter().enumerate() {
            things.push((circle(star.at, map.radius + map.ring), format!("star {n}-{k}")));
            things.push((star.label.room(), format!("title of star {n}-{k}")));
        }
        for (k, (name, title)) in field.names.iter().enumerate() {
            for label in name.iter().chain(title) {
                things.push((label.room(), format!("name {n}-{k}")));
            }
        }
    }
    // A text without letters takes no place; sides may touch.
    things.retain(|(rect, _)| rect.width > 0.0 && rect.height > 0.0);
    things.iter_mut().for_each(|(rect, _)| *rect = rect.grown(-0.01));
    things
}

fn inside(rect: Rect, frame: Rect) -> bool {
    rect.x >= frame.x
        && rect.y >= frame.y
        && rect.x + rect.width <= frame.x + frame.width
        && rect.y + rect.height <= frame.y + frame.height
}

/// Where a field's stars stand, as seen from the objective.
fn seen(field: &Drawn) -> Vec<(f64, f64)> {
    let from = field.head.at;
    field
        .stars
        .iter()
        .map(|star| (star.at.x - from.x, star.at.y - from.y))
        .collect()
}

fn near(a: &[(f64, f64)], b: &[(f64, f64)]) -> bool {
    a.iter()
        .zip(b)
        .all(|(a, b)| (a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nothing_lies_upon_anything_else_and_all_is_inside_the_frame(seeds in seeds(), shape in shapes()) {
        let map = Map::new(&plan(&seeds, Some("Every small shop in the country knows us")), shape);
        let things = things(&map);
        for (n, (rect, what)) in things.iter().enumerate() {
            prop_assert!(inside(*rect, map.frame), "{what} is outside");
            for (other, too) in &things[..n] {
                prop_assert!(!rect.overlaps(*other), "{what} lies upon {too}: {rect:?} {other:?}");
            }
        }
    }

    #[test]
    fn the_same_plan_gives_the_same_map(seeds in seeds(), shape in shapes()) {
        let plan = plan(&seeds, None);
        prop_assert_eq!(Map::new(&plan, shape), Map::new(&plan, shape));
    }

    #[test]
    fn one_more_initiative_leaves_the_others_where_they_are_around_their_objective(
        seeds in prop::collection::vec((prop::collection::vec(1_usize..5, 0..3), 0_usize..3, "[a-z ]{3,30}"), 1..4),
        grows in 0_usize..4,
    ) {
        let before = plan(&seeds, Some("A star"));
        prop_assume!(before.len() < TITLED);
        let mut after = before.clone();
        let grows = grows % seeds.len();
        alone(grows, "One more", &mut after.fields[grows]);
        let (before, after) = (Map::new(&before, Shape::Wide), Map::new(&after, Shape::Wide));
        for (before, after) in before.fields.iter().zip(&after.fields) {
            prop_assert!(near(&seen(before), &seen(after)));
        }
        // Objectives before it stand where they stood.
        for (before, after) in before.fields.iter().zip(&after.fields).take(grows) {
            prop_assert_eq!(before, after);
        }
    }
}

#[test]
fn up_to_forty_stars_show_their_titles() {
    let titled = |stars| Map::new(&plan(&[(vec![], stars, "Words".to_owned())], None), Shape::Wide).titled;
    assert!(titled(TITLED));
    assert!(!titled(TITLED + 1));
}

#[test]
fn five_hundred_stars_keep_a_size_that_can_be_told_apart() {
    let seeds: Vec<Seed> = (0..5)
        .map(|_| (vec![4; 15], 40, "Answer every comment".to_owned()))
        .collect();
    let plan = plan(&seeds, Some("A star"));
    assert_eq!(plan.len(), 500);
    let map = Map::new(&plan, Shape::Wide);
    // On a screen of 1,280 pixels.
    let scale = 1280.0 / map.frame.width;
    assert!(2.0 * map.radius * scale > 7.0, "{}", map.radius * scale);
}
