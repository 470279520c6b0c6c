//! Alerts from bytes: any notices at all, and any areas at all.

use hinan_alert::near::{Fix, Whereabouts, touches};
use hinan_alert::notice::{Act, CapKey, Name, Notice, Reason, Standing, Target, Warning, World};
use hinan_alert::outline::{Limit, crosses, polygons, simplify};
use hinan_alert::{Gazetteer, Ground, Meaning, Points, State, Touch, issue, life};
use hinan_cap::message::{CapArea, Circle, Pair};
use hinan_model::{Area, Bounds, Hazard, Place, Stage};

/// Numbers out of bytes; zeros where there are no more.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn byte(&mut self) -> u8 {
        let first = self.0.first().copied().unwrap_or_default();
        self.0 = self.0.get(1..).unwrap_or_default();
        first
    }

    fn below(&mut self, end: u8) -> u8 {
        self.byte() % end
    }

    fn number(&mut self) -> i32 {
        i32::from_le_bytes([self.byte(), self.byte(), self.byte(), self.byte()])
    }

    /// Mostly a time near 1,000,000, now and then any time at all.
    fn time(&mut self) -> i64 {
        match self.byte() {
            0 => i64::MIN + i64::from(self.byte()),
            1 => i64::MAX - i64::from(self.byte()),
            2 => i64::from(self.number()) << 16,
            near => 1_000_000 + (i64::from(near) - 128) * 30,
        }
    }
}

/// Any messages at one time: order and copies change nothing, and nothing ends by few.
pub(crate) fn live(data: &[u8]) {
    let mut bytes = Bytes(data);
    let now = bytes.time();
    let mut notices = Vec::new();
    while !bytes.is_empty() && notices.len() < 200 {
        notices.push(notice(&mut bytes));
    }
    let lives = life(&notices, now);
    let twice: Vec<Notice> = notices.iter().rev().chain(&notices).cloned().collect();
    assert!(lives == life(&twice, now), "the order or a copy counts");
    for line in lives.lines() {
        if let State::Cancelled { by, .. } | State::Cleared { by } | State::Blocked { by } = line.state {
            let is_full = lives.named(by).iter().any(|ender| ender.standing == Standing::Full);
            assert!(is_full, "few persons ended an alert");
        }
    }
    let live = lives.active(World::Live);
    assert!(
        live.entries.is_empty() || lives.active(World::Drill).entries.is_empty(),
        "a drill beside a live alert"
    );
    assert_eq!(
        live.stage(),
        live.ruling().filter(|_| live.stage().is_some()).and_then(|line| Some(line.warning()?.stage))
    );
    let _ = lives.lapsed(World::Live);
}

fn notice(bytes: &mut Bytes<'_>) -> Notice {
    let key = |bytes: &mut Bytes<'_>| {
        let (sender, identifier) = (bytes.below(3), bytes.below(5));
        CapKey { sender: sender.to_string(), identifier: identifier.to_string() }
    };
    let name = Name([bytes.below(24); 32]);
    let kind = bytes.byte();
    let act = match kind % 6 {
        0 | 1 => Act::Alert(warning(bytes)),
        2 | 3 => Act::Update(warning(bytes)),
        4 => Act::Cancel(if kind < 128 { Reason::Error } else { Reason::Withdrawn }),
        _ => Act::Clear,
    };
    let of = bytes.byte();
    let standings = [
        Standing::Full,
        Standing::Armed,
        Standing::Solo,
        Standing::Pending,
        Standing::Unconfirmed,
        Standing::Full,
    ];
    Notice {
        name,
        cap: (of & 1 == 0).then(|| key(bytes)),
        signed: of & 0x80 != 0,
        world: [World::Live, World::Live, World::Drill, World::Lab][usize::from(of >> 1 & 3)],
        act,
        issued: bytes.time(),
        standing: standings[usize::from(of >> 3) % standings.len()],
        targets: (0..bytes.below(4))
            .map(|_| match bytes.byte() {
                number if number < 160 => Target::Name(Name([number % 24; 32])),
                _ => Target::Cap(key(bytes)),
            })
            .collect(),
    }
}

fn warning(bytes: &mut Bytes<'_>) -> Warning {
    let of = bytes.byte();
    let zones = ["a", "b"].iter().zip([1, 2]).filter(|(_, bit)| of & bit != 0);
    Warning {
        stage: Stage::ALL[usize::from(of >> 2 & 3)],
        hazard: Hazard::ALL.get(usize::from(of >> 4)).copied(),
        zones: zones.map(|(zone, _)| (*zone).to_owned()).collect(),
        impact_at: (of & 16 != 0).then(|| bytes.time()),
        expires: (of & 32 != 0).then(|| bytes.time()),
    }
}

/// Any areas: one by one and all at once say the same, and a simpler outline loses nobody.
pub(crate) fn place(data: &[u8]) {
    let mut bytes = Bytes(data);
    let scale = [1, 40, 1_000_000, 4_000_000, 16_000_000][usize::from(bytes.below(5))];
    let middle = any_place(&mut bytes);
    let mut areas = Vec::new();
    let mut places = vec![middle];
    let mut names = Gazetteer::new();
    while !bytes.is_empty() && areas.len() < 8 {
        let area = area(&mut bytes, middle, scale);
        places.extend(area.polygons.iter().flatten().copied());
        places.extend(area.circles.iter().map(|circle| circle.middle));
        if let Some(ground) = Area::new(area.polygons.clone()) {
            names.insert("code", &areas.len().to_string(), Meaning::Ground(ground.clone()));
            let _ = polygons(&ground);
        }
        areas.push(area);
    }
    let between: Vec<Place> = places.windows(2).map(|pair| pair[0].towards(pair[1], 1, 2)).collect();
    places.extend(between);
    let ground = Ground::of(&areas, &names);
    let points = Points::new(&places);
    let mut is_inside = vec![false; places.len()];
    points.numbers(&points.inside(&ground)).for_each(|number| is_inside[number as usize] = true);
    for (&place, is_inside) in places.iter().zip(is_inside) {
        let touch = ground.at(place);
        assert_eq!(touch == Touch::Inside, is_inside, "{place}: one by one and all at once differ");
        assert!(
            ground.near(place, 1_000_000) <= touch,
            "{place}: further from itself than from its kilometre"
        );
        let fix = Some(Fix { place, accuracy_mm: 1000, made: 0 });
        assert!(
            touch != Touch::Inside
                || touches(&ground, &Whereabouts { fix, ..Whereabouts::default() }, 0).order() == 0
        );
    }
    let home = Bounds::around(places.iter().copied());
    let _ = issue::refusals(&areas, &names, home, Some(Limit::UNITED_KINGDOM));
    loses_nobody(&areas, &places);
}

fn loses_nobody(areas: &[CapArea], places: &[Place]) {
    let rings: Vec<Vec<Place>> = areas.iter().flat_map(|area| area.polygons.iter().cloned()).collect();
    let limit = Limit { polygons: 2, points: 12 };
    let Ok(simpler) = simplify(&rings, limit) else { return };
    let ground = |polygons: &[Vec<Place>]| {
        let area = CapArea { polygons: polygons.to_vec(), ..nothing() };
        Ground::of([&area], &Gazetteer::new())
    };
    let (meant, sent) = (ground(&rings), ground(&simpler));
    for &place in places {
        assert!(meant.at(place) != Touch::Inside || sent.at(place) == Touch::Inside, "{place} was lost");
    }
    let points: usize = simpler.iter().map(Vec::len).sum();
    assert!(simpler == rings || simpler.len() <= limit.polygons && points <= limit.points, "over the limit");
    assert!(
        simpler == rings || !simpler.iter().any(|ring| crosses(ring)),
        "a simpler outline crosses itself"
    );
}

fn area(bytes: &mut Bytes<'_>, middle: Place, scale: i32) -> CapArea {
    let polygons = (0..bytes.below(4))
        .map(|_| {
            let mut ring: Vec<Place> = (0..bytes.below(24)).map(|_| near(bytes, middle, scale)).collect();
            if bytes.byte() < 200 {
                ring.extend(ring.first().copied());
            }
            ring
        })
        .collect();
    let circles = (0..bytes.below(3))
        .map(|_| Circle { middle: near(bytes, middle, scale), radius_mm: 1 << bytes.below(40) })
        .collect();
    let codes = bytes.below(3);
    let geocodes =
        (0..codes).map(|_| Pair { name: "code".to_owned(), value: bytes.below(8).to_string() }).collect();
    CapArea { polygons, circles, geocodes, ..nothing() }
}

fn nothing() -> CapArea {
    CapArea {
        description: "0, 1; nowhere, all".to_owned(),
        polygons: Vec::new(),
        circles: Vec::new(),
        geocodes: Vec::new(),
        altitude_milli_ft: None,
        ceiling_milli_ft: None,
    }
}

/// Any place on Earth.
fn any_place(bytes: &mut Bytes<'_>) -> Place {
    Place { lat_e7: bytes.number() % 900_000_001, lon_e7: bytes.number() % 1_800_000_001 }
}

/// A place within 127 steps of another, across the antimeridian where that is so.
fn near(bytes: &mut Bytes<'_>, middle: Place, scale: i32) -> Place {
    let step = |byte: u8| (i64::from(byte) - 128) * i64::from(scale);
    let lat = i64::from(middle.lat_e7) + step(bytes.byte());
    let lon = i64::from(middle.lon_e7) + step(bytes.byte());
    let lon = (lon + 1_800_000_000).rem_euclid(3_600_000_000) - 1_800_000_000;
    Place { lat_e7: lat.clamp(-900_000_000, 900_000_000) as i32, lon_e7: lon as i32 }
}
