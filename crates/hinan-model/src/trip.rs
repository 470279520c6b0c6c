//! A way as a person walks it, as data: what `hinan-texts` makes sentences of, and what a page or a
//! voice can make something else of.

use serde::{Deserialize, Serialize};

use crate::time::Ds;

/// One instruction of a way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", tag = "step")]
pub enum Step {
    /// From where one stands to the street.
    ToStreet {
        /// How far, in mm.
        length_mm: u64,
    },
    /// Along one piece of street.
    Along(Along),
    /// Through the nodes of a network that knows no places, and so no left and right.
    Through {
        /// Ids of the first of them, as the source has them.
        nodes: Vec<String>,
        /// How many follow that are not named.
        more: u64,
    },
    /// Off the street to an entrance that does not stand on it.
    ToEntrance {
        /// How far, in mm.
        length_mm: u64,
        /// From the street to inside: the way and the stairs.
        time_ds: Ds,
    },
    /// In at an entrance on the street.
    In {
        /// From the entrance to inside; zero where nothing is known of stairs or doors.
        time_ds: Ds,
    },
}

/// A piece of the way that a person would call one street.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Along {
    /// How it starts; `None` where the direction is not known.
    pub turn: Option<Turn>,
    /// The street's name, as the source has it.
    pub street: Option<String>,
    /// What one walks on.
    pub ground: Ground,
    /// How long it is, in mm.
    pub length_mm: u64,
    /// Part of it is a lift.
    pub lift: bool,
    /// Part of it leads over private ground.
    pub private: bool,
}

/// How a piece of the way starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// To the north: the first piece has a direction of the compass.
    North,
    /// To the north-east.
    NorthEast,
    /// To the east.
    East,
    /// To the south-east.
    SouthEast,
    /// To the south.
    South,
    /// To the south-west.
    SouthWest,
    /// To the west.
    West,
    /// To the north-west.
    NorthWest,
    /// On as before.
    Straight,
    /// To the left.
    Left,
    /// To the right.
    Right,
    /// Back.
    Round,
    /// After the piece before; the direction is not known.
    Then,
}

impl Turn {
    /// Every way to start.
    pub const ALL: [Turn; 13] = [
        Turn::North,
        Turn::NorthEast,
        Turn::East,
        Turn::SouthEast,
        Turn::South,
        Turn::SouthWest,
        Turn::West,
        Turn::NorthWest,
        Turn::Straight,
        Turn::Left,
        Turn::Right,
        Turn::Round,
        Turn::Then,
    ];

    /// The name in files, as `serde` writes it: `north-east`, `left`.
    pub const fn name(self) -> &'static str {
        match self {
            Turn::North => "north",
            Turn::NorthEast => "north-east",
            Turn::East => "east",
            Turn::SouthEast => "south-east",
            Turn::South => "south",
            Turn::SouthWest => "south-west",
            Turn::West => "west",
            Turn::NorthWest => "north-west",
            Turn::Straight => "straight",
            Turn::Left => "left",
            Turn::Right => "right",
            Turn::Round => "round",
            Turn::Then => "then",
        }
    }
}

/// What one walks on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Steps that are walked up.
    StepsUp,
    /// Steps that are walked down.
    StepsDown,
    /// Steps; the source does not say which way they lead up.
    Steps,
    /// A lift.
    Lift,
    /// A path for people on foot, or one that they share.
    Footpath,
    /// A track through fields or woods.
    Track,
    /// A drive, an alley, an access road.
    ServiceRoad,
    /// A square or a street for people on foot only.
    Square,
    /// A platform of a station.
    Platform,
    /// A pier.
    Pier,
    /// A crossing of a street.
    Crossing,
    /// A corridor indoors.
    Corridor,
    /// Any other street.
    #[default]
    Street,
}

impl Ground {
    /// Every ground.
    pub const ALL: [Ground; 13] = [
        Ground::StepsUp,
        Ground::StepsDown,
        Ground::Steps,
        Ground::Lift,
        Ground::Footpath,
        Ground::Track,
        Ground::ServiceRoad,
        Ground::Square,
        Ground::Platform,
        Ground::Pier,
        Ground::Crossing,
        Ground::Corridor,
        Ground::Street,
    ];

    /// The name in files, as `serde` writes it: `steps-up`, `footpath`.
    pub const fn name(self) -> &'static str {
        match self {
            Ground::StepsUp => "steps-up",
            Ground::StepsDown => "steps-down",
            Ground::Steps => "steps",
            Ground::Lift => "lift",
            Ground::Footpath => "footpath",
            Ground::Track => "track",
            Ground::ServiceRoad => "service-road",
            Ground::Square => "square",
            Ground::Platform => "platform",
            Ground::Pier => "pier",
            Ground::Crossing => "crossing",
            Ground::Corridor => "corridor",
            Ground::Street => "street",
        }
    }

    /// Whether it is steps, whichever way they lead.
    pub const fn is_steps(self) -> bool {
        matches!(self, Ground::StepsUp | Ground::StepsDown | Ground::Steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_serde_writes() {
        for ground in Ground::ALL {
            assert_eq!(serde_json::to_value(ground).unwrap(), ground.name());
        }
        for turn in Turn::ALL {
            assert_eq!(serde_json::to_value(turn).unwrap(), turn.name());
        }
    }

    #[test]
    fn a_step_reads_back_from_what_a_page_gets() {
        let step = Step::Along(Along {
            turn: Some(Turn::NorthEast),
            street: Some("青葉通".to_owned()),
            ground: Ground::StepsUp,
            length_mm: 120_000,
            lift: false,
            private: true,
        });
        let text = serde_json::to_string(&step).unwrap();
        assert!(text.contains(r#""step":"along","turn":"north-east""#), "{text}");
        assert_eq!(serde_json::from_str::<Step>(&text).unwrap(), step);
        let text = serde_json::to_string(&Step::ToEntrance { length_mm: 1, time_ds: Ds(2) }).unwrap();
        assert_eq!(text, r#"{"step":"to-entrance","length_mm":1,"time_ds":2}"#);
    }
}
