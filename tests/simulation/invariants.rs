//! What holds once everybody has heard of everything.

use std::collections::{BTreeMap, BTreeSet};

use alignment_board::domain::board::{Added, Board, Ledger, Logged, PitchState, Proposed, Refusal, Work};
use alignment_board::domain::calendar::Now;
use alignment_board::domain::event::{Body, EventId, Subject};
use alignment_board::domain::id::{InitiativeId, ObjectiveId};
use alignment_board::domain::progress::{Progress, Summary, summary};

use crate::replica::Replica;

/// Looks at every board; with the most that hold one initiative beyond its seats.
///
/// # Errors
/// With what does not hold.
pub(crate) fn hold(replicas: &[Replica], accepted: &BTreeSet<EventId>, ms: u64) -> Result<usize, String> {
    for replica in replicas {
        nothing_is_lost(replica, accepted)?;
    }
    let Some((first, others)) = replicas.split_first() else {
        return Ok(0);
    };
    let verdicts = verdicts(&first.ledger);
    for other in others {
        same(
            &first.ledger,
            &verdicts,
            &other.ledger,
            &format!("{} and {}", first.by, other.by),
        )?;
    }
    // Whatever was folded step by step is what all of it folds into at once.
    let mut fresh = Ledger::new(first.goals.clone());
    fresh.extend(first.kept.values().map(|written| written.event.clone()), ms);
    same(
        &first.ledger,
        &verdicts,
        &fresh,
        &format!("{} and a board folded anew", first.by),
    )?;
    nothing_counts_twice(first, &mut fresh, ms)?;
    numbers_are_numbers(fresh.board(), ms)?;
    what_was_accepted_is_there(fresh.board())?;
    let mut most = 0;
    for (_, initiative, work) in fresh.board().works() {
        most = most.max(work.over());
        nobody_sits_twice(&initiative.id, work)?;
        seats_are_kept(&fresh, &initiative.id, work)?;
    }
    Ok(most)
}

/// Whether each event counts, and whether it was taken back.
type Verdicts = BTreeMap<EventId, (Option<Refusal>, bool)>;

fn verdicts(ledger: &Ledger) -> Verdicts {
    let logged = ledger.logged();
    logged
        .map(|logged| (logged.event.id, (logged.refused, logged.retracted)))
        .collect()
}

fn nothing_is_lost(replica: &Replica, accepted: &BTreeSet<EventId>) -> Result<(), String> {
    let here: BTreeSet<_> = replica.ledger.events().iter().map(|event| event.id).collect();
    let lost = accepted
        .iter()
        .find(|id| !here.contains(id) && !replica.ledger.is_erased(**id));
    match lost {
        Some(id) => Err(format!("{} never got {id}", replica.by)),
        None if replica.ledger.aside().is_empty() => Ok(()),
        None => Err(format!("{} still waits for its clock", replica.by)),
    }
}

fn same(one: &Ledger, verdicts: &Verdicts, other: &Ledger, who: &str) -> Result<(), String> {
    let others = self::verdicts(other);
    if *verdicts != others {
        let all: BTreeSet<_> = verdicts.keys().chain(others.keys()).collect();
        let differs = all.into_iter().find(|id| verdicts.get(id) != others.get(id));
        let (id, one, other) = differs.map_or_else(Default::default, |id| {
            (id.to_string(), verdicts.get(id), others.get(id))
        });
        return Err(format!("{who} judge {id} differently: {one:?}, {other:?}"));
    }
    let erased = |ledger: &Ledger| ledger.erased().collect::<BTreeSet<_>>();
    if erased(one) != erased(other) {
        return Err(format!("{who} have erased different events"));
    }
    if one.board() == other.board() {
        return Ok(());
    }
    let works = one.board().works().zip(other.board().works());
    let differs = works
        .filter(|((_, _, a), (_, _, b))| a != b)
        .map(|((_, _, a), (_, _, b))| format!("\n{a:?}\n{b:?}"))
        .next();
    Err(format!("{who} see different boards{}", differs.unwrap_or_default()))
}

fn nothing_counts_twice(replica: &Replica, ledger: &mut Ledger, ms: u64) -> Result<(), String> {
    let before = ledger.board().clone();
    for written in replica.kept.values() {
        if ledger.add(written.event.clone(), ms) != Added::Known {
            return Err(format!("{} was new when it came again", written.id()));
        }
    }
    match *ledger.board() == before {
        true => Ok(()),
        false => Err("what came again changed the board".to_owned()),
    }
}

fn nobody_sits_twice(id: &InitiativeId, work: &Work) -> Result<(), String> {
    let people: BTreeSet<_> = work.queue.iter().map(|claim| &claim.by.id).collect();
    match people.len() == work.queue.len() {
        true => Ok(()),
        false => Err(format!("somebody stands twice in line for {id}: {:?}", work.queue)),
    }
}

/// More than the seats hold only where RULES 8 lets them: claims that are settled keep their seats, and so do those of
/// whom a late event shows that they were taken over too early; taking the take-over back sends nobody away again. Parts
/// begin with everybody who held the whole.
fn seats_are_kept(ledger: &Ledger, id: &InitiativeId, work: &Work) -> Result<(), String> {
    let settled = work.holders().iter().filter(|claim| claim.settled).count();
    let mut may = settled + taken_over(ledger, id);
    let mut part = work;
    while let Some(whole) = part.part_of() {
        may += taken_over(ledger, whole);
        match ledger.board().work(whole) {
            Some(work) => part = work,
            None => break,
        }
    }
    match work.over() <= may {
        true => Ok(()),
        false => Err(format!(
            "{} hold {id} beyond its {} seats: {work:?}",
            work.over(),
            work.seats
        )),
    }
}

/// How many take-overs counted when they came.
fn taken_over(ledger: &Ledger, id: &InitiativeId) -> usize {
    let log = ledger.about(&Subject::Initiative(id.clone()));
    let counted = |logged: &&Logged| logged.refused.is_none() && matches!(logged.event.body, Body::TakeOver(_));
    log.iter().filter(counted).count()
}

/// Accepted pitches are initiatives, accepted objectives are objectives, and what was split is there in parts.
fn what_was_accepted_is_there(board: &Board) -> Result<(), String> {
    let shown: BTreeSet<_> = board.works().map(|(_, initiative, _)| initiative.id.clone()).collect();
    let pitches = board.pitches();
    let accepted = pitches.iter().filter(|pitch| pitch.state() == PitchState::Accepted);
    let begun = accepted.map(|pitch| InitiativeId::from(pitch.id.to_string()));
    let parts = board.works().flat_map(|(_, _, work)| work.parts());
    if let Some(id) = begun
        .chain(parts)
        .find(|id| !shown.contains(id) && board.work(id).is_none_or(|work| has(board, &work.objective)))
    {
        return Err(format!("the initiative {id} is nowhere"));
    }
    let proposals = board.proposals();
    let accepted = proposals
        .iter()
        .filter(|proposal| proposal.rulings.accepted().is_some());
    let mut objectives = accepted.filter(|proposal| matches!(proposal.what, Proposed::Objective(_)));
    match objectives.find(|proposal| !has(board, &proposal.id.to_string().into())) {
        Some(proposal) => Err(format!("the objective {} is nowhere", proposal.id)),
        None => Ok(()),
    }
}

fn has(board: &Board, objective: &ObjectiveId) -> bool {
    board.goals().objectives.iter().any(|other| other.id == *objective)
}

fn numbers_are_numbers(board: &Board, ms: u64) -> Result<(), String> {
    for objective in &board.goals().objectives {
        let numbers = summary(board, objective, Now::utc(ms));
        if !figures(&numbers).iter().all(|figure| figure.is_finite()) {
            return Err(format!("{} has no number: {numbers:?}", objective.id));
        }
    }
    Ok(())
}

fn figures(summary: &Summary) -> Vec<f64> {
    let mut figures: Vec<_> = summary.progress.into_iter().chain(summary.expected).collect();
    for standing in &summary.key_results {
        figures.extend(standing.expected.into_iter().chain(standing.current));
        if let Progress::At(raw) = standing.progress {
            figures.push(raw);
        }
    }
    figures
}
