//! Members and teams.

use super::super::at::At;
use super::super::document;
use super::super::ids::Id;
use super::super::written::{Items, Written, plain};
use super::Known;
use crate::domain::fault::Problem;
use crate::domain::goals::{Member, Team, Text};

pub(super) fn members(members: Items<'_, document::Member>, ids: &[Id], known: &Known, at: &mut At) -> Vec<Member> {
    let one = |((place, member), id): ((usize, Written<'_, document::Member>), &Id)| {
        at.item_of("members", place, |at| Member {
            id: id.text.clone().into(),
            name: member.name(),
            lead: member.lead().unwrap_or_default(),
            roles: plain(member.roles()),
            avatar: member.avatar(),
            mentor: known.people.one("mentor", member.mentor(), at),
            contact: member.contact(),
            until: member.until(),
            formerly: at.former(member.formerly(), &|old| ids.iter().any(|id| *id.text == *old)),
        })
    };
    members.iter().zip(ids).map(one).collect()
}

pub(super) fn teams(teams: Items<'_, document::Team>, ids: &[Id], known: &Known, at: &mut At) -> Vec<Team> {
    let one = |((place, team), id): ((usize, Written<'_, document::Team>), &Id)| {
        at.item_of("teams", place, |at| Team {
            id: id.text.clone().into(),
            name: team.name(),
            members: known.people.many("members", team.members(), at),
        })
    };
    teams.iter().zip(ids).map(one).collect()
}

impl At {
    /// Former ids, without those that something has today.
    pub(super) fn former(&mut self, names: Option<Items<'_, Text>>, in_use: &dyn Fn(&str) -> bool) -> Vec<Text> {
        let mut former = Vec::new();
        for (place, name) in names.unwrap_or_default().iter() {
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
