//! Where a name has room.

/// A box in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    fn meets(&self, other: &Rect) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }

    fn holds(&self, other: &Rect) -> bool {
        other.left >= self.left
            && other.top >= self.top
            && other.left + other.width <= self.left + self.width
            && other.top + other.height <= self.top + self.height
    }
}

/// What is taken already.
pub struct Taken {
    within: Rect,
    boxes: Vec<Rect>,
}

impl Taken {
    pub fn new(within: Rect) -> Taken {
        Taken { within, boxes: Vec::new() }
    }

    pub fn take(&mut self, rect: Rect) {
        self.boxes.push(rect);
    }

    /// The first of `candidates` that has room, which is then taken.
    pub fn place(&mut self, candidates: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        let has_room = |rect: &Rect| self.within.holds(rect) && !self.boxes.iter().any(|b| b.meets(rect));
        let found = candidates.into_iter().find(has_room)?;
        self.boxes.push(found);
        Some(found)
    }
}
