//! SPDX licence expressions: names joined by AND, OR and parentheses.

/// Whether an expression holds when exactly the licences that `allows` says yes to may be used. An
/// expression that cannot be read does not hold.
pub(crate) fn is_satisfied(expression: &str, allows: &dyn Fn(&str) -> bool) -> bool {
    // Before SPDX, crates wrote "MIT/Apache-2.0" for a choice.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let holds = either(&mut words, allows);
    holds == Some(true) && words.next().is_none()
}

type Words<'a, 'b> = &'a mut std::iter::Peekable<std::str::SplitWhitespace<'b>>;

fn either(words: Words<'_, '_>, allows: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut holds = both(words, allows)?;
    while words.next_if_eq(&"OR").is_some() {
        holds |= both(words, allows)?;
    }
    Some(holds)
}

fn both(words: Words<'_, '_>, allows: &dyn Fn(&str) -> bool) -> Option<bool> {
    let mut holds = one(words, allows)?;
    while words.next_if_eq(&"AND").is_some() {
        holds &= one(words, allows)?;
    }
    Some(holds)
}

fn one(words: Words<'_, '_>, allows: &dyn Fn(&str) -> bool) -> Option<bool> {
    match words.next()? {
        "(" => {
            let holds = either(words, allows)?;
            words.next_if_eq(&")").map(|_| holds)
        }
        "AND" | "OR" | ")" | "WITH" => None,
        name if words.next_if_eq(&"WITH").is_some() => {
            Some(allows(&format!("{name} WITH {}", words.next()?)))
        }
        name => Some(allows(name)),
    }
}

#[test]
fn expressions_mean_what_spdx_says() {
    let mit = |name: &str| name == "MIT" || name == "Apache-2.0 WITH LLVM-exception";
    for yes in
        ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(GPL-2.0 OR MIT) AND MIT", "Apache-2.0 WITH LLVM-exception"]
    {
        assert!(is_satisfied(yes, &mit), "{yes}");
    }
    for no in ["", "GPL-3.0", "MIT AND GPL-3.0", "MIT OR", "(MIT", "MIT MIT", "Apache-2.0", "MIT WITH"] {
        assert!(!is_satisfied(no, &mit), "{no}");
    }
}
