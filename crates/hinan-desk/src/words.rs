//! A digest in four words, for two officers to compare by voice.
//!
//! The words are eight bits each: 32 of the digest's 256. That is to notice a mix-up, another draft
//! of the same minute or the wrong file, which two digests pass by chance once in four billion times.
//! It keeps out nobody who means to deceive: whoever can draft at will finds two drafts with the same
//! words within seconds. Against that stand the signatures, which are over all 256 bits, and the desk,
//! which shows each officer what those very bytes say.

use hinan_trust::Digest;

/// Short words of everyday English, in the order of the alphabet, no two alike in sound or in their
/// first four letters; none that an alert could mean. Never to be changed: two desks of different age
/// must say the same.
pub const WORDS: [&str; 256] = [
    "acorn", "album", "alley", "amber", "anchor", "angle", "apron", "arch", "armor", "atlas", "attic",
    "autumn", "badge", "baker", "bamboo", "banana", "barrel", "beach", "bell", "berry", "bicycle", "biscuit",
    "blanket", "bonnet", "bottle", "bread", "brick", "broom", "bucket", "buffalo", "cabin", "cactus",
    "camel", "canoe", "captain", "carpet", "cashew", "castle", "cement", "chalk", "cheese", "chicken",
    "chimney", "cinema", "clay", "clock", "clover", "coast", "cobra", "cobweb", "coffee", "compass",
    "copper", "cotton", "cousin", "cradle", "crystal", "cucumber", "dahlia", "dancer", "desert", "diamond",
    "doctor", "dolphin", "donkey", "dragon", "drawer", "drum", "duck", "dumpling", "echo", "eclipse",
    "elbow", "elephant", "engine", "envelope", "fabric", "falcon", "faucet", "feather", "fence", "fern",
    "fiddle", "field", "fiesta", "finger", "flute", "forest", "fountain", "freezer", "frog", "funnel",
    "galaxy", "garage", "garden", "garlic", "gazelle", "giraffe", "glacier", "gondola", "goose", "guitar",
    "gymnast", "hamster", "helmet", "hickory", "hotel", "husky", "iceberg", "igloo", "incense", "insect",
    "island", "ivory", "jaguar", "jasmine", "jersey", "jewel", "jigsaw", "kayak", "keyboard", "kitchen",
    "kite", "ladder", "lagoon", "lantern", "lemon", "leopard", "lettuce", "library", "lilac", "lizard",
    "llama", "lobster", "lullaby", "lunch", "magnet", "mammoth", "maple", "marigold", "meadow", "mirror",
    "mitten", "mosaic", "muffin", "museum", "mustard", "napkin", "nectar", "nest", "nickel", "nugget",
    "nurse", "nutmeg", "oasis", "oatmeal", "ocean", "octopus", "olive", "omelet", "onion", "opera", "orange",
    "orbit", "oregano", "ostrich", "palace", "panda", "paprika", "parrot", "peanut", "pearl", "pebble",
    "pelican", "pencil", "piano", "pickle", "pigeon", "pillow", "pony", "potato", "prairie", "pretzel",
    "pumpkin", "puppet", "pyramid", "quail", "quartz", "quiver", "rabbit", "radish", "raft", "railway",
    "raisin", "rhino", "rhubarb", "ribbon", "ruby", "sailor", "scarf", "scooter", "sesame", "sherbet",
    "silver", "slipper", "sofa", "spider", "spinach", "squirrel", "stable", "stork", "sugar", "summer",
    "sunset", "swan", "sweater", "syrup", "tapestry", "teapot", "temple", "tennis", "theatre", "thimble",
    "tiara", "tooth", "tortoise", "tower", "tractor", "trumpet", "tulip", "turkey", "turtle", "tuxedo",
    "twig", "ukulele", "umbrella", "unicorn", "vanilla", "veranda", "village", "vinegar", "viola", "waffle",
    "walnut", "wasabi", "weasel", "wheel", "whistle", "window", "wolf", "wreath", "yacht", "yogurt",
    "zephyr", "zigzag", "zucchini",
];

/// The first four bytes of a digest as words.
pub fn four_words(digest: Digest) -> [&'static str; 4] {
    let [a, b, c, d, ..] = digest.0;
    [a, b, c, d].map(|byte| WORDS[usize::from(byte)])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many letters have to be changed, added or taken to make one word of another.
    fn distance(one: &str, other: &str) -> usize {
        let other: Vec<char> = other.chars().collect();
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (line, letter) in one.chars().enumerate() {
            let mut diagonal = row[0];
            row[0] = line + 1;
            for (at, &theirs) in other.iter().enumerate() {
                let change = diagonal + usize::from(letter != theirs);
                diagonal = row[at + 1];
                row[at + 1] = change.min(row[at] + 1).min(diagonal + 1);
            }
        }
        row[other.len()]
    }

    #[test]
    fn no_word_is_taken_for_another() {
        assert!(WORDS.is_sorted());
        for (index, word) in WORDS.iter().enumerate() {
            assert!((4..=8).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
            for other in &WORDS[..index] {
                assert!(distance(word, other) >= 3, "{word} {other}");
                assert_ne!(word[..4], other[..4], "{word} {other}");
            }
        }
    }

    #[test]
    fn words_are_the_first_bytes_of_the_digest() {
        let digest = Digest::of(b"hinan");
        let words = four_words(digest);
        assert_eq!(words.map(|word| WORDS.iter().position(|w| *w == word).unwrap() as u8), digest.0[..4]);
        assert_eq!(four_words(Digest::of(b"")), ["tractor", "pickle", "ribbon", "drawer"]);
    }
}
