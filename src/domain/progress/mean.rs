//! What several numbers make together.

use super::Rule;

/// Σ wᵢvᵢ / Σ wᵢ of pairs of weight and value; all weights 0 counts as equal weights. `None` of nothing.
pub(super) fn mean(values: &[(f64, f64)]) -> (Option<f64>, Rule) {
    // Scaled by the largest weight, so that no sum of them overflows.
    let largest = values.iter().map(|(weight, _)| *weight).fold(0.0, f64::max);
    let rule = match values {
        [] => return (None, Rule::NothingMeasured),
        _ if largest > 0.0 => Rule::WeightedMean,
        _ => Rule::EqualWeights,
    };
    let share = |weight: f64| if largest > 0.0 { weight / largest } else { 1.0 };
    let total: f64 = values.iter().map(|(weight, _)| share(*weight)).sum();
    let sum: f64 = values.iter().map(|(weight, value)| share(*weight) * value).sum();
    (Some(sum / total), rule)
}
