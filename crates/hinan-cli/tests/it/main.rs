//! The built command as people run it: files in, files and words out.

mod build;
mod contract;
mod notices;
mod places;
mod refusals;
mod route;
mod support;
mod whatif;
