//! What tests of other rooms stand on: towns that one can see, networks that nobody would think
//! of, and slow answers that are easy to believe.
//!
//! * [`Grid`]: blocks of equal walking times; the right answer is arithmetic.
//! * [`Town`]: a town drawn in text, as OSM XML or as raw streets.
//! * [`random`]: networks with everything that goes wrong in real ones.
//! * [`oracle`]: nearest shelters by the book, one shelter at a time.
//! * [`Contracted`]: a plain contraction, independent of the one that regions are built with.
//!
//! A dev-dependency only: it may panic, and it may be slow.

#![expect(clippy::panic, reason = "a test that is set up wrongly has to stop")]

mod contract;
mod grid;
pub mod oracle;
pub mod random;
mod streets;
mod town;

pub use contract::Contracted;
pub use grid::Grid;
pub use streets::given_streets;
pub use town::Town;
