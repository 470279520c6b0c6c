//! Times reading CAP messages, here and in the crate `oasiscap`. One JSON line a reader and file:
//!
//! ```text
//! hinan-cap [--seconds 1.0] FILE...
//! ```
//!
//! Each file is read from memory again and again, in five rounds that go through all readers and
//! files in turn; told is the least time of one reading, which other work on the machine disturbs least.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use hinan_cap::{Mode, Verdict, read};
use serde_json::json;

/// A reader of messages: whether it took the message.
type Reader = (&'static str, fn(&[u8]) -> bool);

const READERS: &[Reader] = &[
    ("hinan, as issued", |bytes| read(bytes, Mode::Strict).verdict() != Verdict::Refused),
    ("hinan, as received", |bytes| read(bytes, Mode::Tolerant).verdict() != Verdict::Refused),
    ("oasiscap", |bytes| {
        std::str::from_utf8(bytes).is_ok_and(|text| black_box(text.parse::<oasiscap::Alert>()).is_ok())
    }),
];

const ROUNDS: usize = 5;

fn main() -> Result<()> {
    let (mut seconds, mut files) = (1.0, Vec::new());
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seconds" => seconds = words.next().context("--seconds wants a number")?.parse()?,
            file => files.push((file.to_owned(), std::fs::read(file).with_context(|| file.to_owned())?)),
        }
    }
    if files.is_empty() {
        bail!("hinan-cap [--seconds 1.0] FILE...");
    }
    let mut least: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for _ in 0..ROUNDS {
        for (number, (_, bytes)) in files.iter().enumerate() {
            for (reader, (_, read)) in READERS.iter().enumerate() {
                let took = one_round(bytes, *read, seconds / ROUNDS as f64);
                let best = least.entry((number, reader)).or_insert(f64::MAX);
                *best = best.min(took);
            }
        }
    }
    for ((number, reader), seconds) in least {
        let ((file, bytes), (peer, read)) = (&files[number], &READERS[reader]);
        let line = json!({
            "peer": peer, "file": file, "bytes": bytes.len(), "seconds": seconds, "taken": read(bytes),
        });
        println!("{line}");
    }
    Ok(())
}

/// The least time of one reading, among as many as fit.
fn one_round(bytes: &[u8], read: fn(&[u8]) -> bool, seconds: f64) -> f64 {
    let start = Instant::now();
    let mut least = f64::MAX;
    while start.elapsed().as_secs_f64() < seconds || least == f64::MAX {
        let before = Instant::now();
        black_box(read(black_box(bytes)));
        least = least.min(before.elapsed().as_secs_f64());
    }
    least
}
