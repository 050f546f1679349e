//! Decision rights: who decides, from a decision area's delegation level, limit and names.
//!
//! The seven levels are those of delegation in Management 3.0 (Appelo, *Managing for Happiness*, 2016, "delegation
//! poker"). The table is complete; Ana is the approver, the crew are the delegates, and "within" is an amount up to the
//! limit, no amount, or no limit. A limit in another currency can not be compared, which is like being over it.
//!
//! | Level | Amount | A delegate | The approver | Anybody else |
//! |---|---|---|---|---|
//! | 1 tell | any | Ana decides | You decide | Ana decides |
//! | 2 sell | any | Ana decides and explains | You decide, then tell The crew | Ana decides |
//! | 3 consult | any | Ana decides, asks you first | You ask The crew, then decide | Ana decides |
//! | 4 agree | within | You decide with Ana | You decide with The crew | The crew, Ana decide together |
//! | 5 advise | within | You ask Ana, then decide | The crew decides, asks you first | The crew decides |
//! | 6 inquire | within | You decide, then tell Ana | The crew decides, tells you | The crew decides |
//! | 7 delegate | within | You decide | The crew decides | The crew decides |
//! | 4 agree | over | Ask Ana, who decides | You decide | Ana decides |
//! | 5 advise | over | Ask Ana, who decides | You decide | Ana decides |
//! | 6 inquire | over | Ask Ana, who decides | You decide | Ana decides |
//! | 7 delegate | over | Ask Ana, who decides | You decide | Ana decides |
//!
//! - **Delegates** are named by id, name, role or team. Without any, the area is delegated to everybody.
//! - **The approver** is the one named, else the objective's sponsor, else the leads, any of whom will do. Whoever has
//!   left is nobody, and the next in this order takes their place. Where there is nobody, the answer says so.
//! - Who is **both** delegate and approver decides: at level 4 together with the others, else alone.
//! - `with` joins those who decide together at level 4. At other levels it only says with whom the `together` matters
//!   are decided, which are words to read, as `alone` is.
//! - `consult` is asked first, and `inform` told afterwards, by whoever decides.
//! - A question asked and answered settles the matter it was asked about: after a yes the asker decides.

mod answer;
mod answered;
mod level;
mod log;
mod party;
mod right;
mod settled;

pub use answer::{Answer, Manner};
pub use answered::{Answered, Reply};
pub(super) use log::area_of;
pub use log::{Entry, What, answers, log};
pub use party::Party;
pub use right::{Over, Question, Right, Why};
