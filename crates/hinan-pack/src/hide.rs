//! Nodes that stand in a street only because a hidden shelter's entrance was joined there.

use hinan_region::meta::Meta;

use crate::columns::Columns;

/// Takes out of the streets what entrances of shelters that are not `kept` put in.
pub fn entrance_nodes(_columns: &mut Columns, _meta: &mut Meta, _kept: &[bool]) {}

/// The number that a node of the region has in the cut.
pub fn number_of(_columns: &Columns, node: u32) -> u32 {
    node
}
