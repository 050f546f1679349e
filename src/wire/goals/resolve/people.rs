//! Members and teams.

use super::super::at::At;
use super::super::document;
use super::super::ids::Id;
use super::super::kinds::Words;
use super::super::lists::List;
use super::Known;
use crate::domain::fault::Problem;
use crate::domain::goals::{Member, Team, Text};

pub(super) fn members(members: Vec<(usize, document::Member)>, ids: &[Id], known: &Known, at: &mut At) -> Vec<Member> {
    let one = |((place, member), id): ((usize, document::Member), &Id)| {
        at.item_of("members", place, |at| Member {
            id: id.text.clone().into(),
            name: member.name,
            lead: member.lead.unwrap_or_default(),
            roles: List::plain(member.roles),
            avatar: member.avatar.map(|href| href.0),
            mentor: known.people.one("mentor", member.mentor, at),
            contact: member.contact.map(|contact| contact.0),
            until: member.until,
            formerly: at.former(member.formerly, |old| ids.iter().any(|id| *id.text == *old)),
        })
    };
    members.into_iter().zip(ids).map(one).collect()
}

pub(super) fn teams(teams: Vec<(usize, document::Team)>, ids: &[Id], known: &Known, at: &mut At) -> Vec<Team> {
    let one = |((place, team), id): ((usize, document::Team), &Id)| {
        at.item_of("teams", place, |at| Team {
            id: id.text.clone().into(),
            name: team.name,
            members: known.people.many("members", team.members, at),
        })
    };
    teams.into_iter().zip(ids).map(one).collect()
}

impl At {
    /// Former ids, without those that something has today.
    pub(super) fn former(&mut self, names: Option<Words>, in_use: impl Fn(&str) -> bool) -> Vec<Text> {
        let mut former = Vec::new();
        for (place, name) in names.unwrap_or_default().0 {
            if in_use(&name) {
                let problem = Problem::FormerIdInUse { id: name.to_string() };
                self.item_of("formerly", place, |at| at.left_out(problem));
            } else {
                former.push(name);
            }
        }
        former
    }
}
