//! The contract matrix, and one sheet a pair of roles to sign.

use couloir_core::Contents;
use serde::Serialize;
use serde_json::Value;

use super::contract::{self, LineView, Matrix};
use super::role::holders;
use super::view::{RoleView, View, Words, envelope, notice};
use crate::{Request, Result};

#[derive(Serialize)]
struct Body {
    words: Value,
    matrix: Matrix,
    pairs: Vec<Pair>,
}

/// Two roles and what each gives the other.
#[derive(Serialize)]
struct Pair {
    title: String,
    first: RoleView,
    second: RoleView,
    first_holders: String,
    second_holders: String,
    /// *Administration donne à développement* with its lines, one each way.
    ways: Vec<Way>,
}

#[derive(Serialize)]
struct Way {
    giver: RoleView,
    receiver: RoleView,
    lines: Vec<LineView>,
}

pub(super) const WORDS: &[&str] = &[
    "contract-gives",
    "contract-receives",
    "contract-need",
    "contract-offer",
    "contract-state",
    "contract-no-need",
    "contract-no-offer",
    "contract-none",
    "contract-legend-all",
    "contract-legend-half",
    "contract-legend-less",
    "contract-legend-marks",
    "contract-commitment",
    "sign-name",
    "sign-date",
    "sign-signature",
];

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    if contents.roles.len() < 2 {
        return notice(contents, request, &words.get("no-pairs"));
    }
    let mut pairs = Vec::new();
    for (index, first) in contents.roles.iter().enumerate() {
        for second in &contents.roles[index + 1..] {
            let ways: Vec<Way> = [(first, second), (second, first)]
                .into_iter()
                .map(|(giver, receiver)| Way {
                    giver: giver.into(),
                    receiver: receiver.into(),
                    lines: contract::between(contents, words, giver, receiver),
                })
                .collect();
            if ways.iter().all(|way| way.lines.is_empty()) {
                continue;
            }
            pairs.push(Pair {
                title: words.with(
                    "contract-pair",
                    &[("first", first.name.as_str().into()), ("second", second.name.as_str().into())],
                ),
                first: first.into(),
                second: second.into(),
                first_holders: holders(contents, request, words, first).join(", "),
                second_holders: holders(contents, request, words, second).join(", "),
                ways,
            });
        }
    }
    let body = Body { words: words.all(WORDS), matrix: contract::matrix(contents, words), pairs };
    Ok(View { template: "contracts.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}
