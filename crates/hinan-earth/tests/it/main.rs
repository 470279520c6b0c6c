//! `hinan-earth` against values of PROJ and against places that everybody knows.

#![expect(clippy::unwrap_used, reason = "what helps tests fails as tests do")]

mod crs;
mod hostile;
mod land;
