//! What a document says and what is made of it, in sentences: always from the exact bytes.

use hinan_alert::notice::Standing;
use hinan_desk::preview::{Body, Message};
use hinan_desk::{Preview, four_words};
use hinan_texts::Language;
use hinan_texts::Texts;
use hinan_trust::decision::Verdict;
use hinan_trust::statement::{Arming, Quorum, Ring, Root, WorldName};
use hinan_trust::{Decision, Digest, Kind};

use crate::tell::{count, left, many, plain, wrap};
use crate::verb::alert::when;
use hinan_desk_server::Reach;

/// Columns of a line.
const WIDTH: usize = 100;
/// Columns of what a line is about.
const LABEL: usize = 12;
/// The longest text of a message that is told.
const LONGEST: usize = 4_000;

/// A line `label  text`, wrapped.
pub fn line(label: &str, text: &str) -> String {
    wrap(&left(label, LABEL), &plain(text, LONGEST), WIDTH) + "\n"
}

/// A paragraph, wrapped.
pub fn paragraph(text: &str) -> String {
    wrap("", &plain(text, LONGEST), WIDTH) + "\n"
}

/// A digest as people compare it.
pub fn name(digest: Digest) -> String {
    four_words(digest).join(" ")
}

/// Everything that a document says, and whom it concerns where a region is at hand.
pub fn preview(preview: &Preview, concerned: Option<Reach>) -> String {
    let mut told = match &preview.body {
        Body::Message(message) => head(message),
        Body::Arming(_) => "ARMING ORDER: lets one officer raise alerts within what it says\n".to_owned(),
        Body::VoidArming { .. } => {
            "ARMING ORDERS ARE CALLED BACK: nobody raises alerts under them any more\n".to_owned()
        }
        Body::Ring(_) => "RING: who may sign what\n".to_owned(),
        Body::Root(_) => "ROOT: who names the keepers\n".to_owned(),
        Body::Other(kind) => format!("{}: this command does not show what it says\n", kind.to_uppercase()),
    };
    told += &line("name", &format!("{}  ({})", preview.words.join(" "), preview.name));
    told += &match &preview.body {
        Body::Message(said) => message(said, preview.issued, concerned),
        Body::Arming(order) => arming(order),
        Body::VoidArming { orders } => orders.iter().map(|order| line("order", &name(*order))).collect(),
        Body::Ring(said) => ring(said),
        Body::Root(said) => root(said),
        Body::Other(_) => String::new(),
    };
    told += &preview.faults.iter().map(|fault| line("WRONG", &fault.to_string())).collect::<String>();
    if let Body::Message(message) = &preview.body {
        told += &drill_line(message);
    }
    told
}

/// Kind, world, verb, danger.
fn head(message: &Message) -> String {
    let texts = Texts::of(Language::English);
    let is_drill = message.world == WorldName::Drill;
    let kind = texts.alert_kind(message.kind, is_drill).to_uppercase();
    let world = match message.world {
        WorldName::Live => "LIVE: this reaches people",
        WorldName::Drill => "DRILL: practised, not real",
        WorldName::Lab => "LABORATORY: reaches nobody outside",
    };
    let mut told = drill_line(message) + &format!("{kind} - {world}\n");
    if let (Some(hazard), Some(stage)) = (message.hazard, message.stage) {
        told += &line("order", &texts.alert_order(message.kind, hazard, stage).to_uppercase());
        told += &line("danger", &texts.hazard(hazard));
        told += &line("stage", &texts.alert_stage(stage));
    }
    told
}

/// A drill looks unlike anything live, at both ends.
fn drill_line(message: &Message) -> String {
    match message.world {
        WorldName::Drill => "~ ~ ~ DRILL ~ ~ ~ DRILL ~ ~ ~ DRILL ~ ~ ~ DRILL ~ ~ ~ DRILL ~ ~ ~\n".to_owned(),
        WorldName::Live | WorldName::Lab => String::new(),
    }
}

fn message(said: &Message, issued: i64, concerned: Option<Reach>) -> String {
    let offset = said.cap.sent.offset_minutes;
    let mut told = line("where", &said.places.join(", "));
    if !said.zones.is_empty() {
        told += &line("zones", &said.zones.join(", "));
    }
    told += &line("people", &people(concerned));
    told += &line("issued", &when::told(issued, offset));
    if let (Some(expires), Some(life)) = (said.expires, said.life) {
        told += &line("until", &format!("{} (for {})", when::told(expires, offset), when::span(life)));
    }
    if let Some(impact) = said.impact_at {
        told += &line("arrives", &when::told(impact, offset));
    }
    told += &said.targets.iter().map(|target| line("about", &name(*target))).collect::<String>();
    told += &said.arming.iter().map(|order| line("under order", &name(*order))).collect::<String>();
    for text in &said.texts {
        let by_hand =
            if text.is_template { "" } else { "   [NOT the words of the template: read every one]" };
        told += "\n";
        told += &line(&text.language, &format!("{}{by_hand}", text.rendering.headline));
        told += &line("", &text.rendering.description);
        told += &line("", &text.rendering.instruction);
    }
    told
}

/// Whom it concerns. Unknown is said as unknown.
fn people(concerned: Option<Reach>) -> String {
    let Some(reach) = concerned else {
        return "not counted; --region CITY.hinan counts them".to_owned();
    };
    let shelters = many(reach.shelters, "shelter", "shelters");
    let Some(people) = reach.people else {
        return format!("nobody has counted them in this region; {shelters} inside");
    };
    let guess = if reach.is_guess { " (guessed from buildings)" } else { "" };
    let spill = match reach.spill {
        None | Some(0) => String::new(),
        Some(spill) => format!("; {} of them outside of what was meant", count(spill)),
    };
    format!("{}{guess}, {shelters} inside{spill}", count(people))
}

fn arming(order: &Arming) -> String {
    let list = |items: Vec<String>| items.join(", ");
    line("who", &order.who.join(", "))
        + &line("zones", &order.zones.join(", "))
        + &line("dangers", &list(order.hazards.iter().map(ToString::to_string).collect()))
        + &line("stages", &list(order.stages.iter().map(ToString::to_string).collect()))
        + &line("templates", &order.templates.join(", "))
        + &line("from", &when::told(order.from, 0))
        + &line("until", &when::told(order.until, 0))
        + &line("alerts live", &format!("at most {}", when::span(order.life)))
}

/// What a ring says.
pub fn ring(ring: &Ring) -> String {
    let mut told = line("ring", &format!("epoch {}, number {}", ring.epoch, ring.n));
    told += &line("issued", &when::told(ring.issued, 0));
    told += &line("until", &when::told(ring.expires, 0));
    for person in &ring.persons {
        let keys = ring.keys.iter().filter(|key| key.holder == person.id);
        let keys: Vec<String> =
            keys.map(|key| key_words(&key.public.0, key.retired, key.compromised)).collect();
        let named = person.name.as_deref().unwrap_or("no name");
        told += &line("person", &format!("{} ({named}): {}", person.id, keys.join("; ")));
    }
    for machine in &ring.machines {
        told += &line("machine", &format!("{} of {}", machine.id, machine.operator));
    }
    for right in &ring.rights {
        let types: Vec<&str> = right.types.iter().map(|kind| kind.name()).collect();
        told += &line(
            "right",
            &format!(
                "{} may sign {}; stages {}; dangers {}; zones {}",
                right.who.join(", "),
                types.join(", "),
                all_or(&right.stages),
                all_or(&right.hazards),
                all_or(&right.zones)
            ),
        );
    }
    let needed = &ring.thresholds;
    told += &line(
        "persons",
        &format!(
            "alert {}, cancel {}, clear {}, drill {}, arming {}",
            needed.alert, needed.cancel, needed.clear, needed.drill, needed.arming
        ),
    );
    let alone = |what: &str, limit: Option<i64>| match limit {
        Some(limit) => format!("{what} {}", when::span(limit)),
        None => format!("{what} never"),
    };
    let solo = [alone("an alert of at most", ring.solo.alert), alone("a hold within", ring.solo.cancel)];
    told + &line("one alone", &solo.join("; "))
}

/// What a root says.
fn root(root: &Root) -> String {
    let quorum = |label: &str, quorum: &Quorum| {
        let keys = quorum
            .keys
            .iter()
            .map(|key| format!("{} ({})", key.person, key_words(&key.public.0, None, false)));
        line(label, &format!("{} persons of {}", quorum.threshold, keys.collect::<Vec<_>>().join(", ")))
    };
    let world = if root.world == WorldName::Lab { "laboratory" } else { "live" };
    line("root", &format!("number {}, {world}", root.n))
        + &line("issued", &when::told(root.issued, 0))
        + &line("until", &when::told(root.expires, 0))
        + &quorum("root keys", &root.root)
        + &quorum("keepers", &root.keepers)
}

fn key_words(public: &[u8], retired: Option<i64>, compromised: bool) -> String {
    let words = name(Digest::of(public));
    match (retired, compromised) {
        (_, true) => format!("{words} [COMPROMISED]"),
        (Some(from), false) => format!("{words} [retired {}]", when::told(from, 0)),
        (None, false) => words,
    }
}

fn all_or(list: &[String]) -> String {
    match list {
        [] => "none".to_owned(),
        [all] if all == "*" => "all".to_owned(),
        list => list.join(", "),
    }
}

/// How far a document is believed, and why not further.
pub fn decision(decision: &Decision) -> String {
    let mut told = match &decision.verdict {
        Verdict::Believed(belief) => format!("BELIEVED: {}\n", standing(belief.standing)),
        Verdict::Held(_, refused) => paragraph(&format!("HELD, not sounded: {refused}")),
        Verdict::Refused(refused) => paragraph(&format!("REFUSED: {refused}")),
    };
    told += &decision
        .notes
        .iter()
        .map(|note| line("note", &format!("{} ({})", note.sentence(), note.code())))
        .collect::<String>();
    for signature in &decision.signatures {
        let who = signature.holder.clone().unwrap_or_else(|| "nobody that the ring knows".to_owned());
        let fate = match signature.fault {
            None => "counts".to_owned(),
            Some(fault) => format!("does not count: {} ({})", fault.sentence(), fault.code()),
        };
        let key = Digest::parse(&signature.keyid).map_or_else(|| "of no known form".to_owned(), name);
        told += &line("signature", &format!("{who}, key {key}: {fate}"));
    }
    told
}

/// How many persons stand behind a document, of how many.
pub fn persons(decision: &Decision, ring: &Ring) -> String {
    let counting = decision.signatures.iter().filter(|signature| signature.fault.is_none());
    let mut persons: Vec<&str> = counting.filter_map(|signature| signature.holder.as_deref()).collect();
    persons.retain(|holder| ring.persons.iter().any(|person| person.id == *holder));
    persons.sort_unstable();
    persons.dedup();
    let needed = match decision.kind {
        Some(Kind::Alert) => ring.thresholds.alert,
        Some(Kind::Drill) => ring.thresholds.drill,
        Some(Kind::Cancel) => ring.thresholds.cancel,
        Some(Kind::Clear) => ring.thresholds.clear,
        Some(Kind::Arming) => ring.thresholds.arming,
        _ => return String::new(),
    };
    line("persons", &format!("{} of {needed}: {}", persons.len(), persons.join(", ")))
}

/// Who stands behind it, in words.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Full => "enough persons have signed",
        Standing::Armed => "signed under an order that enough persons signed ahead",
        Standing::Solo => "by one officer alone; a second is awaited",
        Standing::Pending => "too few persons so far",
        Standing::Unconfirmed => "it had enough persons until a key was found to be compromised",
    }
}

/// The word of a standing in files.
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Full => "full",
        Standing::Armed => "armed",
        Standing::Solo => "solo",
        Standing::Pending => "pending",
        Standing::Unconfirmed => "unconfirmed",
    }
}
