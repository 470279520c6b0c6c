//! What the answers of the engine come to for a city.
//!
//! [`answer`] reads the best shelters of any place out of a field, and knows where an extract ends.
//! [`fate`] says of one doorstep what its best shelter comes to in the time that is left;
//! [`coverage`] counts people by that; [`depend()`] tells whom each shelter serves and who has no
//! other; [`difference()`] sets two counts side by side.
//!
//! Not here: files, region sections, sentences. Everything comes in as plain numbers.

pub mod answer;
pub mod assign;
pub mod coverage;
pub mod depend;
pub mod difference;
pub mod doors;
pub mod fate;
pub mod site;
pub mod transport;

pub use coverage::{Counted, Coverage, Tally};
pub use depend::{Choice, Dependence, depend};
pub use difference::{Change, Difference, difference};
pub use fate::{ByFate, Doorstep, Fate, Ground};
