//! End-to-end tests in the real window.
#![allow(clippy::unwrap_used, clippy::panic)]

mod board;
mod border;
mod contracts;
mod documents;
mod exchange;
mod home;
mod layout;
mod main_job;
mod meeting;
mod portable;
mod prepare;
mod projector;
mod radar;
mod roles;
mod room;
mod safety;
mod screens;
mod search;
mod series;
mod settings;
mod sharing;
mod templates;
mod truth;
mod typing;
mod wall;
