//! `hinan compare --report`: every number on the page is what the commands that it prints answer, in every language.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::support::{Folder, done, refused};

/// A street that nobody knows the place of, with a shelter of which nobody knows the places.
fn street(folder: &Folder) -> String {
    folder.write("net/nodes.csv", "node,people\n1,4\n2,3\n3,2\n4,9\n5,1\n6,6\n");
    folder.write(
        "net/arcs.csv",
        "from,to,time_ds\n1,2,100\n2,1,100\n2,3,200\n3,2,200\n3,4,100\n4,3,100\n5,6,50\n6,5,50\n",
    );
    let shelters = folder.write("net/shelters.csv", "shelter,node,capacity\n7,3,\n");
    let city = folder.path("it's a street.hinan");
    let name = "<b>1 & 2";
    done(&["build", "--streets", &folder.path("net"), "--shelters", &shelters, "--name", name, "-o", &city]);
    city
}

fn report(folder: &Folder, cities: [&str; 2], options: &[&str]) -> String {
    let page = folder.path("page.html");
    done(&[&["compare"], &cities[..], &["--report", &page], options].concat());
    folder.read("page.html")
}

/// The text between `open` and `close`, each time that they come.
fn between<'p>(page: &'p str, open: &'p str, close: &'p str) -> impl Iterator<Item = &'p str> {
    page.split(open).skip(1).map(move |rest| rest.split_once(close).unwrap().0)
}

fn plain(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The answers of the commands that a page prints, by their labels.
fn answers(page: &str) -> BTreeMap<String, Value> {
    let lines = between(page, "data-command=\"", "</code>");
    let ask = |line: &str| {
        let (label, typed) = line.split_once("\">").unwrap();
        let hinan = format!("'{}' ", env!("CARGO_BIN_EXE_hinan"));
        let typed = plain(typed).replacen("hinan ", &hinan, 1);
        let said = Command::new("sh").args(["-c", &typed]).output().unwrap();
        assert!(said.status.success(), "{typed}: {}", String::from_utf8_lossy(&said.stderr));
        (label.to_owned(), serde_json::from_slice(&said.stdout).unwrap())
    };
    lines.map(ask).collect()
}

/// Checks every number of a page, and counts them by command.
fn check(page: &str, answers: &BTreeMap<String, Value>) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    for number in between(page, "<data value=\"", "</data>") {
        let (value, rest) = number.split_once("\" data-from=\"").unwrap();
        let from = plain(rest.split_once('"').unwrap().0);
        let (label, field) = from.split_once(' ').unwrap();
        let answer = |field: &str| answers[label].pointer(field).expect(&from).to_string();
        let told = match field.split_once(" / ") {
            Some((part, whole)) => format!("{}/{}", answer(part), answer(whole)),
            None => answer(field),
        };
        assert_eq!(value, told, "{from}");
        assert!(rest.contains('>') && !rest.ends_with('>'), "nothing is shown of {from}");
        *numbers.entry(label.to_owned()).or_default() += 1;
    }
    numbers
}

#[test]
fn numbers_are_what_the_printed_commands_answer() {
    let folder = Folder::new();
    let (a, b) = (folder.sample(), street(&folder));
    let options =
        ["--within", "4min", "--hazard", "air-raid", "earthquake", "--delay", "20s", "--places-each", "hash"];
    let page = report(&folder, [&a, &b], &[&options[..], &["--reserve", "10%", "--new", "2"]].concat());
    let answers = answers(&page);
    let numbers = check(&page, &answers);
    assert_eq!(numbers.keys().collect::<Vec<_>>(), ["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"]);
    assert!(numbers.values().all(|count| *count >= 3), "{numbers:?}");
    // Whoever is in time is so in every section, but for those whose own building is a shelter: the others count walks.
    for side in ["A", "B"] {
        let all = &answers[&format!("{side}1")]["cases"][0]["all"];
        let number = |value: &Value| value.as_u64().unwrap();
        let (in_time, inside) = (number(&all["in_time"]), number(&all["by_fate"]["inside"]));
        let walking = number(&answers[&format!("{side}3")]["in_time"]);
        assert!((in_time - inside..=in_time).contains(&walking), "{side}: {walking} of {in_time}");
        assert_eq!(walking, number(&answers[&format!("{side}4")]["value_now"]));
    }
    // A name is text, and the page asks nobody for anything.
    assert!(page.contains("&lt;b&gt;1 &amp; 2") && !page.contains("<b>1"));
    for word in ["http://", "https://", "<script", "url("] {
        assert!(!page.contains(word), "{word}");
    }
    assert_eq!(
        report(&folder, [&a, &b], &[&options[..], &["--reserve", "10%", "--new", "2"]].concat()),
        page
    );
}

#[test]
fn a_report_is_in_every_language() {
    let folder = Folder::new();
    let (a, b) = (folder.sample(), street(&folder));
    let options = ["--hazard", "air-raid", "--places-each", "30", "--candidates", "nodes", "--language"];
    let in_language = |language: &str| report(&folder, [&a, &b], &[&options[..], &[language]].concat());
    let english = in_language("en");
    let numbers =
        |page: &str| -> Vec<String> { between(page, "<data value=\"", "\"").map(str::to_owned).collect() };
    check(&english, &answers(&english));
    for (language, word) in [("ja", "扉が閉まっていたら"), ("uk", "Замкнені двері"), ("ru", "Запертые двери")]
    {
        let page = in_language(language);
        assert!(page.contains(word) && page.contains(&format!("<html lang=\"{language}\"")), "{language}");
        assert_eq!(numbers(&page), numbers(&english), "{language}");
    }
    // What is data and not words: names, ids, command lines and their remarks, credits.
    let mut page = in_language("x-pseudo");
    for (open, close) in [
        ("<head>", "</head>"),
        ("<bdi>", "</bdi>"),
        ("<code", "</code>"),
        ("<small", "</small>"),
        ("<ul lang=\"en\">", "</ul>"),
        ("<ul class=\"credits\">", "</ul>"),
        ("<!", ">"),
    ] {
        for data in between(&page.clone(), open, close) {
            page = page.replace(&format!("{open}{data}{close}"), "");
        }
    }
    for text in page.split('>').filter_map(|piece| piece.split_once('<')).map(|(text, _)| plain(text)) {
        let words = text.replace("Helsinki", "").replace("<b>1 & 2", "");
        assert!(!words.chars().any(|letter| letter.is_ascii_lowercase()), "{words}");
    }
}

#[test]
fn a_section_without_an_answer_says_why() {
    let folder = Folder::new();
    let (a, b) = (folder.sample(), street(&folder));
    let page = report(&folder, [&a, &b], &["--within", "4min"]);
    assert!(page.contains("none has a known number of places"), "{page}");
    // Doors are ranked without places.
    let numbers = check(&page, &answers(&page));
    assert_eq!(numbers.keys().collect::<Vec<_>>(), ["A1", "A3", "A4", "B1", "B3", "B4"]);
    refused(
        &["compare", &a, &b, "--within", "4min", "--report", &folder.path("no/such.html")],
        1,
        &["cannot be written"],
    );
    refused(&["compare", &a, &b, "--within", "4min", "--new", "3"], 2, &["--report"]);
}
