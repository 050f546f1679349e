//! Progress and confidence over time, beside today's line. The figures stand beside each plot in words.

use crate::domain::progress::{Point, percent};
use crate::view::cx::Cx;
use crate::view::el::{El, el};

const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 120.0;

/// One plot for each objective that has a number; nothing before there are two points.
pub(super) fn plots(cx: Cx<'_>, history: &[Vec<Point>]) -> Option<El> {
    let mut plots = el("div class=crew");
    let mut any = false;
    for (objective, way) in cx.goals().objectives.iter().zip(history) {
        if way.len() < 2 || way.iter().all(|point| point.progress.is_none()) {
            continue;
        }
        any = true;
        let figure = el("figure class=card")
            .child(
                el("figcaption")
                    .child(el("strong").text(&objective.title))
                    .maybe(caption(cx, way)),
            )
            .child(plot(way));
        plots.add(figure);
    }
    let key = |class: &'static str, key| el("span").class(class).words(cx.get(key));
    let legend = el("p class='legend small'")
        .child(key("of-progress", "activity.progress"))
        .child(key("of-line", "activity.line"))
        .child(key("of-confidence", "activity.confidence"));
    any.then(|| {
        el("section class=part")
            .child(el("h3").words(cx.get("activity.over-time")))
            .child(legend)
            .child(plots)
    })
}

/// "12% on 1 Oct, 47% on 25 Nov".
fn caption(cx: Cx<'_>, way: &[Point]) -> Option<El> {
    let told = |point: &Point| {
        let day = cx.speech.day(point.day);
        let share = cx.speech.percent(percent(point.progress?));
        Some(cx.speech.say("activity.at", &[("share", &share), ("day", &day)]))
    };
    let first = way.iter().find_map(told)?;
    let last = way.iter().rev().find_map(told)?;
    Some(el("p class='soft small'").words([first, last].join(" → ")))
}

fn plot(way: &[Point]) -> El {
    let step = WIDTH / (way.len() - 1) as f64;
    let line = |class: &'static str, share: fn(&Point) -> Option<f64>| {
        let mut points = String::new();
        for (n, point) in way.iter().enumerate() {
            if let Some(share) = share(point) {
                let y = HEIGHT - 2.0 - share.clamp(0.0, 1.0) * (HEIGHT - 4.0);
                points.push_str(&format!("{:.1},{y:.1} ", n as f64 * step));
            }
        }
        el("polyline").class(class).attr("points", points.trim_end())
    };
    el("svg class=plot viewBox='0 0 400 120' preserveAspectRatio=none aria-hidden=true focusable=false")
        .child(el("line class=grid x1=0 x2=400 y1=2 y2=2"))
        .child(el("line class=grid x1=0 x2=400 y1=60 y2=60"))
        .child(el("line class=grid x1=0 x2=400 y1=118 y2=118"))
        .child(line("expected", |point| point.expected))
        .child(line("confidence", |point| point.confidence))
        .child(line("done", |point| point.progress))
}
