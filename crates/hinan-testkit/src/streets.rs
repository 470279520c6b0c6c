use hinan_model::network::{Measure, NONE, NodeIds, Streets};

/// Raw streets of `nodes` nodes with given times: (from, to, time there, time back), in ds. Ids are
/// the nodes' numbers.
pub fn given_streets(nodes: u32, segments: &[(u32, u32, u32, u32)]) -> Streets {
    Streets {
        node_ids: NodeIds::Numbers((0..i64::from(nodes)).collect()),
        places: Vec::new(),
        people: Vec::new(),
        segments: segments.iter().map(|&(u, v, ..)| [u, v]).collect(),
        segment_way: vec![NONE; segments.len()],
        ways: Vec::new(),
        measure: Measure::Given {
            forward_ds: segments.iter().map(|s| s.2).collect(),
            backward_ds: segments.iter().map(|s| s.3).collect(),
        },
        doorsteps: Vec::new(),
        objects: Vec::new(),
        drawing: Vec::new(),
        bounds: None,
        sources: Vec::new(),
        steps: Vec::new(),
        complaints: Vec::new(),
    }
}
