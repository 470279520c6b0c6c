//! What the answers of the engine come to for a city.
//!
//! [`answer`] reads the best shelters of any place out of a field, and knows where an extract ends.
//!
//! Not here: files, region sections, sentences. Everything comes in as plain numbers.

pub mod answer;
