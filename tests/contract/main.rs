//! Contract tests of the whole: what must hold between the rooms of the house.
#![allow(clippy::unwrap_used, clippy::panic)]

mod bindings;
mod journal;
mod replica;
mod schema;
mod tidy;
mod verbs;
mod workshops;
