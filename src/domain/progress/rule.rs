//! Which formula made a number.

/// The formula or rule that gave a result. "This board" as a source means that the threshold is a choice made here and
/// no standard; docs/numbers.md has an example of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// (current − start) / (target − start), up or down, as a share of 1. The usual measure of a key result between a
    /// baseline and a target: the share of the way that is behind us. Where no binary number is large enough for the
    /// result, the largest one stands for it.
    Reach,
    /// Start and target are the same: all when the value is there, nothing otherwise. The limit of [`Rule::Reach`] is
    /// no number; this board.
    StartIsTarget,
    /// All inside the band, its ends included; nothing outside. A control limit, as in statistical process control.
    InBand,
    /// Milestones reached / milestones listed. The 0/100 rule of earned value: a step counts when it is done.
    Milestones,
    /// All when it is done, else nothing: the 0/100 rule with one step.
    DoneOrNot,
    /// No target, band or list to measure against: left out of means, and listed. A key result has a number, or it is
    /// none (Doerr, *Measure What Matters*, 2018).
    NotMeasurable,
    /// No value yet: left out of means, so that silence is neither progress nor failure.
    NotMeasured,

    /// Days gone / days in all, both ends counted, times what is wanted in the end: planned progress on a straight
    /// line, the planned value of earned value management.
    Linear,
    /// The same, piecewise from one phased target to the next and at last to the target; a phased target stands for
    /// its own share of the way, held between 0 and 1.
    Phased,
    /// Expected − reached, each clamped to 0–100% and rounded to whole percent first: what is subtracted is what is
    /// on screen.
    Behind,

    /// Nobody ever reported: no news, never green. This board.
    NeverReported,
    /// The grace for a due check-in is over: no news, whatever was said last. This board.
    Outdated,
    /// Reported, but never with a number that can be judged: no news.
    NoNumber,
    /// By points behind today's line: up to 10 on track, up to 25 at risk, more off track. This board.
    Pace,
    /// On track inside its band, else off track, on any day.
    Band,
    /// Done or not: off track only when its due day is over and it is not done.
    DueDay,
    /// By confidence, 0 to 10, which looks forward: 7 and more on track, 4 to 6 at risk, 3 and less off track. Asking
    /// for confidence every week is from Wodtke, *Radical Focus*, 2016; where the lines are drawn is from this board.
    Confidence,

    /// Σ wᵢpᵢ / Σ wᵢ over the key results that are measured, each clamped to 0–100%: the weighted arithmetic mean.
    WeightedMean,
    /// Σ pᵢ / n: the same where all weights are 0, which then count as equal.
    EqualWeights,
    /// Nothing is measured, so there is no mean.
    NothingMeasured,
    /// The worst status of its key results, of equals that of the one furthest behind. A promise of several parts is
    /// as safe as its weakest.
    Weakest,

    /// Met when the rounded progress is at least what is wanted: 100% of a committed objective, 70% of an aspirational
    /// one. The two kinds are from Google's practice (Doerr, *Measure What Matters*, 2018, chapter 12), where 0.7 of a
    /// stretch counts as success.
    Grade,
}
