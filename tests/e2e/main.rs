//! End-to-end tests in the real window.
#![allow(clippy::unwrap_used)]

mod main_job;
mod screens;
