//! The objects of the format, as written: nothing is resolved and no default filled in yet.

use chrono::Weekday;

use super::kinds::{CheckIn, Currency, Current, GuardrailWord, KeyResultWord, Limit};
use super::links::{Contact, Href};
use super::numbers::{Amount, Count, Format, Whole};
use super::object::object;
use super::written::Words;
use crate::domain::calendar::Day;
use crate::domain::goals::{DelegationLevel, InitiativeState, Intent, Lead, OnBreach, ReviewMode, Text};

object! {
    /// Where a team is going. Its members claim initiatives under these objectives on an alignment board.
    Document, "expected.object" {
        #[expect(dead_code, reason = "asked for before anything else is read; here for the schema")]
        "format" => format: Format, "Version of the format. Default 1.";
        "id" => id: Text, "Keeps this board apart from others in a shared store. A shared board needs one; it never changes.";
        "title" wanted => title: Text, "What the board is called.";
        "period" => period: Dates, "First and last day the goals are for.";
        "timeZone" => time_zone: Text, "IANA name of the zone whose days the team lives in, such as Europe/Madrid. Default UTC.";
        "northStar" => north_star: NorthStar, "The one sentence everything serves.";
        "members" => members: [Member], "Who may act. Without any, anybody may, under the name they give.";
        "teams" => teams: [Team], "Groups that decide or hold seats together.";
        "pitchPanel" => pitch_panel: Words, "Members who give feedback on pitches.";
        "objectives" wanted => objectives: [Objective], "What the team wants to reach.";
        "guardrails" => guardrails: [Guardrail], "Limits that leave tactics free.";
        "decisionAreas" => decision_areas: [DecisionArea], "Who may decide what.";
        "cadence" => cadence: Cadence, "When the team reports and meets.";
    }

    /// First and last day, both included.
    Dates, "expected.period" {
        "start" required => start: Day, "First day.";
        "end" required => end: Day, "Last day.";
    }

    /// A span that may be open at either end.
    Span, "expected.span" {
        "from" => from: Day, "First day.";
        "until" => until: Day, "Last day.";
    }

    /// The one sentence everything serves.
    NorthStar, "expected.north-star", short "statement" {
        "statement" required => statement: Text, "The sentence.";
        "why" => why: Text, "Why it matters.";
        "metric" => metric: Metric, "The number that shows it.";
    }

    /// A number on its way from a start to a target.
    Metric, "expected.metric" {
        "title" required => title: Text, "What is counted.";
        "unit" => unit: Text, "In what: %, EUR, posts …";
        "start" => start: f64, "Where it began. Default 0.";
        "target" => target: f64, "Where it should be.";
        "current" => current: f64, "The last value known.";
        "asOf" => as_of: Day, "The day of that value.";
    }

    /// Somebody on the team.
    Member, "expected.member", short "name", most 5_000 {
        "id" => id: Text, "What others name them by. Default: made from the name.";
        "name" required => name: Text, "Shown on screen.";
        "lead" => lead: Lead, "Whether they speak for the goals: true, or from a day until a day.";
        "roles" => roles: Words, "What they do.";
        "avatar" => avatar: Href, "A picture, from the page's own origin.";
        "mentor" => mentor: Text, "The member who advises them.";
        "contact" => contact: Contact, "How to reach them: a link or a mail address.";
        "until" => until: Day, "Their last day on the team. Who leaves gets this and stays in the list.";
        "formerly" => formerly: Words, "Ids they had before.";
    }

    /// A group of members.
    Team, "expected.team" {
        "id" => id: Text, "What others name it by. Default: made from the name.";
        "name" required => name: Text, "Shown on screen.";
        "members" => members: Words, "Who is in it.";
    }

    /// Something the team wants to reach.
    Objective, "expected.objective", short "title", most 500 {
        "id" => id: Text, "Unique. Default: made from the title.";
        "title" required => title: Text, "The objective in words.";
        "why" => why: Text, "Why it matters.";
        "sponsor" => sponsor: Text, "The member who leads this objective.";
        "intent" => intent: Intent, "committed: all of it is expected (default). aspirational: 70% is good.";
        "weight" => weight: Amount, "Its share in roll-ups. Default 1.";
        "tags" => tags: Words, "Words to find it by.";
        "keyResults" => key_results: [KeyResult], "How we'll know.";
        "initiatives" => initiatives: [Initiative], "What people can take.";
    }

    /// A number, list or fact that shows whether an objective is reached.
    KeyResult, "expected.key-result", short "title", most 200 {
        "id" => id: Text, "Unique in the document. Default: made from the title.";
        "title" required => title: Text, "In words.";
        "kind" => kind: KeyResultWord, "What counts as progress. Default reach, or milestones if there are any.";
        "unit" => unit: Text, "In what it is counted.";
        "start" => start: f64, "Where it began (reach). Default 0.";
        "target" => target: f64, "Where it should be (reach), or the limit (stayAbove, stayBelow). Without one it is not measurable yet.";
        "band" => band: Band, "Where it should stay (stayAbove, stayBelow, stayWithin).";
        "milestones" => milestones: [Milestone], "The steps, each done or not (milestones).";
        "current" => current: Current, "The last value known; true or false for done.";
        "asOf" => as_of: Day, "The day of that value.";
        "baseline" => baseline: Baseline, "What the start meant in absolute terms.";
        "owner" => owner: Text, "The member who reports it.";
        "how" => how: Text, "How it is measured.";
        "source" => source: Href, "Where the number comes from.";
        "from" => from: Day, "First day of its pace line. Default: the period's.";
        "due" => due: Day, "Last day of its pace line. Default: the period's.";
        "weight" => weight: Amount, "Its share in the objective's progress. Default 1.";
        "phasedTargets" => phased_targets: [PhasedTarget], "Values expected on the way.";
    }

    /// Limits a value should stay in, both included.
    Band, "expected.band" {
        "min" => min: f64, "Not below.";
        "max" => max: f64, "Not above.";
    }

    /// A step of a key result.
    Milestone, "expected.milestone", short "title" {
        "title" required => title: Text, "In words.";
        "done" => done: bool, "Reached or not. Default false.";
        "due" => due: Day, "When it should be.";
    }

    /// What a start meant in absolute terms.
    Baseline, "expected.baseline" {
        "value" required => value: f64, "The value.";
        "unit" => unit: Text, "In what.";
        "on" => on: Day, "On which day.";
    }

    /// A value expected on a day.
    PhasedTarget, "expected.phased-target" {
        "on" required => on: Day, "The day.";
        "value" required => value: f64, "The value.";
    }

    /// Work under one objective, which people take.
    Initiative, "expected.initiative", short "title", most 50_000 {
        "id" => id: Text, "Unique in the document. Default: made from the title; give one before sharing, a title may change.";
        "title" required => title: Text, "In words.";
        "description" => description: Text, "More words.";
        "keyResults" => key_results: Words, "The key results it moves.";
        "state" => state: InitiativeState, "open (default), done or dropped.";
        "owners" => owners: Words, "Members or teams who hold it from the start.";
        "seats" => seats: Count, "How many may hold it. Default 1, or as many as there are owners.";
        "due" => due: Day, "When it should be done.";
        "cost" => cost: Money, "What it costs.";
        "decisionArea" => decision_area: Text, "Which decisions it touches.";
        "tags" => tags: Words, "Words to find it by.";
        "firstStep" => first_step: bool, "A good place to start. Default false.";
        "signal" => signal: Metric, "Its own small number: shown, never rolled up.";
        "links" => links: [Link], "Where to read more.";
        "formerly" => formerly: Words, "Ids it had before; claims on them count for it.";
    }

    /// An amount in a currency.
    Money, "expected.money" {
        "amount" required => amount: Amount, "How much.";
        "currency" required => currency: Currency, "ISO 4217 code such as EUR.";
    }

    /// A place to read more.
    Link, "expected.link", short "href" {
        "label" => label: Text, "What it is called. Default: the address.";
        "href" required => href: Href, "http, https, mailto or relative.";
    }

    /// A limit that leaves tactics free. A plain string is a rule.
    Guardrail, "expected.guardrail", short "title" {
        "id" => id: Text, "Unique. Default: made from the title.";
        "title" required => title: Text, "In words.";
        "kind" => kind: GuardrailWord, "What is limited. Default: what band or limit suggest, else rule.";
        "unit" => unit: Text, "In what it is counted (metric).";
        "band" => band: Band, "Where the number should stay (metric).";
        "limit" => limit: Limit, "So many open claims each (claimLimit), or so much money (budget).";
        "current" => current: f64, "The last value known (metric).";
        "asOf" => as_of: Day, "The day of that value.";
        "owner" => owner: Text, "The member who watches it.";
        "objectives" => objectives: Words, "Where it applies. Default: everywhere.";
        "onBreach" => on_breach: OnBreach, "What a breach does to new claims: warn (default) or block.";
        "repairedBy" => repaired_by: Words, "Initiatives that mend a breach; never stopped by it.";
    }

    /// Who may decide what.
    DecisionArea, "expected.decision-area" {
        "id" => id: Text, "Unique. Default: made from the title.";
        "title" required => title: Text, "In words.";
        "level" required => level: DelegationLevel, "How far it is delegated, by word or number: 1 tell, 2 sell, 3 consult, 4 agree, 5 advise, 6 inquire, 7 delegate.";
        "delegates" => delegates: Words, "Roles, members or teams it is delegated to.";
        "upTo" => up_to: Money, "Up to how much.";
        "approver" => approver: Text, "The member who decides above that.";
        "with" => with: Words, "Who decides together.";
        "consult" => consult: Words, "Who is asked first.";
        "inform" => inform: Words, "Who is told afterwards.";
        "alone" => alone: Words, "What each decides alone, in words.";
        "together" => together: Words, "What is decided together, in words.";
    }

    /// When the team reports and meets.
    Cadence, "expected.object", short "checkIn" {
        "checkIn" => check_in: CheckIn, "How often a check-in is due. Default weekly.";
        "day" => day: Weekday, "The weekday it is due on. Default monday.";
        "graceDays" => grace_days: Whole, "How many days late is still fine. Default 2.";
        "reviewMode" => review_mode: ReviewMode, "live: in the room, one after the other (default). before: written before, the meeting discusses what is stuck.";
        "reviewMinutesPerMember" => review_minutes_per_member: Whole, "Minutes each member has in a live review. Default 2.";
        "idleAfterDays" => idle_after_days: Whole, "Silence after which a holder is nudged. Default 10.";
        "reclaimAfterDays" => reclaim_after_days: Whole, "Silence after which somebody else may take over. Default 14.";
    }
}
