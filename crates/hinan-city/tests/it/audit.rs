//! Which faults an audit finds.
