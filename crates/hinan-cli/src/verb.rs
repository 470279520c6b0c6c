//! The verbs of the command, one module each: its arguments and what it does with them.

pub mod alert;
pub mod assign;
pub mod audit;
pub mod build;
pub mod compare;
pub mod coverage;
pub mod desk;
pub mod export;
pub mod info;
pub mod keys;
pub mod pack;
pub mod poster;
pub mod reach;
pub mod route;
pub mod serve;
pub mod site;
pub mod up;
pub mod whatif;
