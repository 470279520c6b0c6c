//! Letters that no text has by chance.

/// `text` with every Latin letter made strange, and two fifths longer: translations are longer than
/// English, and what is laid out for English breaks here first.
pub fn strange(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    let mut letters = 0_usize;
    for letter in text.chars() {
        out.push(strange_letter(letter));
        if letter.is_ascii_alphabetic() {
            letters += 1;
            // Two letters of five are followed by one more.
            if matches!(letters % 5, 2 | 4) {
                out.push('ˑ');
            }
        }
    }
    out
}

fn strange_letter(letter: char) -> char {
    const LOWER: [char; 26] = [
        'á', 'ƀ', 'ç', 'ð', 'é', 'ƒ', 'ǧ', 'ĥ', 'í', 'ĵ', 'ķ', 'ļ', 'ɱ', 'ñ', 'ó', 'þ', 'ǫ', 'ř', 'š', 'ţ',
        'ú', 'ṽ', 'ŵ', 'ẋ', 'ý', 'ž',
    ];
    const UPPER: [char; 26] = [
        'Á', 'Ɓ', 'Ç', 'Ð', 'É', 'Ƒ', 'Ǧ', 'Ĥ', 'Í', 'Ĵ', 'Ķ', 'Ļ', 'Ḿ', 'Ñ', 'Ó', 'Þ', 'Ǫ', 'Ř', 'Š', 'Ţ',
        'Ú', 'Ṽ', 'Ŵ', 'Ẋ', 'Ý', 'Ž',
    ];
    match letter {
        'a'..='z' => LOWER[usize::from(letter as u8 - b'a')],
        'A'..='Z' => UPPER[usize::from(letter as u8 - b'A')],
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_plain_letter_is_left_and_it_is_longer() {
        let text = strange("Go up to the highest floor, 7 min");
        assert!(!text.contains(|c: char| c.is_ascii_alphabetic()), "{text}");
        assert!(text.contains('7'));
        let letters = "abcdefghij".repeat(10);
        assert_eq!(strange(&letters).chars().count(), 140);
    }
}
