//! Writes a goal document with 10,000 initiatives, the same every time:
//! `cargo run --example large_sample > samples/large.json`.

use serde_json::{Value, json};

const OBJECTIVES: [&str; 12] = [
    "Every new shop gets going in a day",
    "Support feels like a neighbour",
    "Our pages answer the question",
    "Partners bring their friends",
    "Orders arrive when we said",
    "Bills nobody has to ask about",
    "The app works on a bad line",
    "New colleagues feel at home",
    "We waste less of everything",
    "The north of the country knows us",
    "Old customers come back",
    "Numbers everybody can trust",
];
const VERBS: [&str; 12] = [
    "Ask about",
    "Shorten",
    "Rewrite",
    "Test",
    "Film",
    "Translate",
    "Measure",
    "Simplify",
    "Repair",
    "Show",
    "Retire",
    "Pilot",
];
const THINGS: [&str; 20] = [
    "the welcome letter",
    "the price page",
    "the returns form",
    "the Friday call",
    "the shop window kit",
    "the first invoice",
    "the help article",
    "the waiting line",
    "the partner list",
    "the delivery note",
    "the sign-up screen",
    "the season calendar",
    "the loyalty card",
    "the packing table",
    "the complaint form",
    "the training day",
    "the status page",
    "the town newsletter",
    "the stock report",
    "the goodbye mail",
];
const PLACES: [&str; 42] = [
    "Aranda", "Baeza", "Burgos", "Cádiz", "Calpe", "Coria", "Cuenca", "Denia", "Écija", "Elche", "Ferrol", "Gijón",
    "Girona", "Haro", "Huesca", "Ibi", "Jaca", "Jaén", "León", "Lorca", "Lugo", "Mahón", "Mérida", "Mieres", "Motril",
    "Nerja", "Olot", "Oviedo", "Reus", "Ronda", "Soria", "Teruel", "Toro", "Tudela", "Úbeda", "Utrera", "Valls", "Vic",
    "Vigo", "Yecla", "Zafra", "Zamora",
];
const PEOPLE: [&str; 24] = [
    "Ada Marsh",
    "Bo Lind",
    "Carla Soto",
    "Dan Weiss",
    "Eva Roth",
    "Finn Daly",
    "Gia Moretti",
    "Hugo Blanc",
    "Ines Vidal",
    "Jon Aker",
    "Kaya Demir",
    "Leo Brandt",
    "Mia Novak",
    "Nils Berg",
    "Olga Petrova",
    "Pau Serra",
    "Quim Ferrer",
    "Rosa Diaz",
    "Sam Osei",
    "Tove Holm",
    "Uma Rao",
    "Vera Klein",
    "Wim Bakker",
    "Yara Haddad",
];
const INITIATIVES: usize = 10_000;

fn main() {
    let objectives: Vec<Value> = OBJECTIVES
        .iter()
        .enumerate()
        .map(|(place, title)| objective(place, title))
        .collect();
    let document = json!({
        "format": 1,
        "id": "large-sample",
        "title": "A large sample, 2026",
        "period": { "start": "2026-10-01", "end": "2026-12-31" },
        "northStar": "Shops and their neighbours thrive",
        "members": PEOPLE,
        "objectives": objectives,
    });
    println!("{document}");
}

fn objective(place: usize, title: &str) -> Value {
    let initiatives: Vec<Value> = (0..INITIATIVES)
        .filter(|n| n % OBJECTIVES.len() == place)
        .map(initiative)
        .collect();
    json!({
        "id": format!("o{}", place + 1),
        "title": title,
        "keyResults": [
            { "id": format!("k{}", place + 1), "title": format!("Shops who say so, of 100 asked ({title})"), "start": 20 + place, "target": 60 + place, "current": 30 + 2 * place, "asOf": "2026-11-20" },
        ],
        "initiatives": initiatives,
    })
}

/// Every combination of verb, thing and place stands for one number, so no two titles are alike.
fn initiative(n: usize) -> Value {
    let verb = VERBS[n / OBJECTIVES.len() % VERBS.len()];
    let rest = n / OBJECTIVES.len() / VERBS.len() + n % OBJECTIVES.len() * 70;
    let title = format!(
        "{verb} {} in {}",
        THINGS[rest % THINGS.len()],
        PLACES[rest / THINGS.len() % PLACES.len()]
    );
    let person = PEOPLE[n * 7 % PEOPLE.len()];
    match n % 20 {
        3 => json!({ "title": title, "owners": person }),
        7 => json!({ "title": title, "due": format!("2026-12-{:02}", 1 + n % 28) }),
        11 => json!({ "title": title, "seats": 2, "owners": person, "due": format!("2026-11-{:02}", 1 + n % 30) }),
        15 => json!({ "title": title, "keyResults": format!("k{}", n % OBJECTIVES.len() + 1) }),
        _ => title.into(),
    }
}
