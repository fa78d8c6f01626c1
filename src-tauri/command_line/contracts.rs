//! `couloir contracts` and `couloir rounds`: how far the agreements are, and who sits with whom.

use std::process::ExitCode;

use couloir_core::analysis::contracts::{Tally, of_pair, of_workshop};
use couloir_core::analysis::pair_rounds::pair_rounds;
use couloir_core::role::{Role, RoleId};
use couloir_core::workshop::WorkshopId;
use couloir_core::{Contents, Library};
use couloir_messages::{Language, text};
use serde::Serialize;

use super::Failure;
use super::answer::print_json;

/// The counts of one directed pair, by lane letters.
#[derive(Serialize)]
struct PairCounts<'a> {
    giver: &'a str,
    receiver: &'a str,
    #[serde(flatten)]
    tally: Tally,
    percent: Option<u32>,
}

/// One line for each pair that owes something, and the score of the workshop.
pub fn contracts(language: Language, id: &WorkshopId, json: bool, library: &Library) -> Result<ExitCode, Failure> {
    let contents = library.contents(id)?;
    let pairs = pairs(&contents);
    if json {
        print_json(&pairs)?;
        return Ok(ExitCode::SUCCESS);
    }
    for pair in &pairs {
        say!("{}", line(language, pair));
    }
    say!("{}", score(language, &of_workshop(&contents)));
    Ok(ExitCode::SUCCESS)
}

/// The rounds in which every role sits once with every other.
pub fn rounds(language: Language, id: &WorkshopId, json: bool, library: &Library) -> Result<ExitCode, Failure> {
    let contents = library.contents(id)?;
    let ids: Vec<RoleId> = contents.roles.iter().map(|role| role.id.clone()).collect();
    let letter =
        |id: &RoleId| contents.roles.iter().find(|role| role.id == *id).map_or("?", |role| role.letter.as_str());
    let rounds = pair_rounds(&ids);
    if json {
        let letters: Vec<Vec<[&str; 2]>> = rounds
            .iter()
            .map(|round| round.pairs.iter().map(|pair| [letter(&pair.one), letter(&pair.other)]).collect())
            .collect();
        print_json(&letters)?;
        return Ok(ExitCode::SUCCESS);
    }
    if rounds.is_empty() {
        say!("{}", text(language, "rounds-none", &[]));
    }
    for (number, round) in (1..).zip(&rounds) {
        let pairs: Vec<String> =
            round.pairs.iter().map(|pair| format!("{}–{}", letter(&pair.one), letter(&pair.other))).collect();
        let name = text(language, "rounds-round", &[("round", number.into())]);
        let rest = round.resting.as_ref().map_or(String::new(), |role| {
            format!("  ({})", text(language, "rounds-resting", &[("letter", letter(role).into())]))
        });
        say!("{name}  {}{rest}", pairs.join("  "));
    }
    Ok(ExitCode::SUCCESS)
}

/// Every pair with a line, in lane order.
fn pairs(contents: &Contents) -> Vec<PairCounts<'_>> {
    let pair = |giver: &Role, receiver: &Role| of_pair(contents, &giver.id, &receiver.id);
    contents
        .roles
        .iter()
        .flat_map(|giver| contents.roles.iter().map(move |receiver| (giver, receiver)))
        .map(|(giver, receiver)| (giver, receiver, pair(giver, receiver)))
        .filter(|(.., tally)| tally.lines() + tally.dropped + tally.hidden > 0)
        .map(|(giver, receiver, tally)| PairCounts {
            giver: &giver.letter,
            receiver: &receiver.letter,
            tally,
            percent: tally.percent(),
        })
        .collect()
}

/// `A → B  1/3  1 to confirm · 1 unanswered`.
fn line(language: Language, pair: &PairCounts<'_>) -> String {
    let tally = &pair.tally;
    let counted = |key: &str, count: u32| (count > 0).then(|| text(language, key, &[("count", count.into())]));
    let details: Vec<String> = [
        counted("contracts-to-confirm", tally.matched),
        counted("contracts-unanswered", tally.asked + tally.offered),
        counted("contracts-disputed", tally.disputed),
        counted("contracts-dropped", tally.dropped),
        counted("contracts-hidden", tally.hidden),
    ]
    .into_iter()
    .flatten()
    .collect();
    let line =
        format!("{} → {}  {}/{}  {}", pair.giver, pair.receiver, tally.agreed, tally.lines(), details.join(" · "));
    line.trim_end().to_owned()
}

fn score(language: Language, tally: &Tally) -> String {
    match tally.percent() {
        None => text(language, "contracts-no-lines", &[]),
        Some(percent) => {
            let lines = text(language, "contracts-lines", &[("count", tally.lines().into())]);
            let agreed = text(language, "contracts-agreed", &[("count", tally.agreed.into())]);
            let percent = text(language, "contracts-percent", &[("percent", percent.into())]);
            format!("{lines} · {agreed} · {percent}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_reads_on_one_line_and_the_score_says_when_there_is_none() {
        let tally = Tally { agreed: 1, matched: 1, asked: 1, ..Tally::default() };
        let pair = PairCounts { giver: "A", receiver: "C", tally, percent: tally.percent() };
        assert_eq!(line(Language::English, &pair), "A → C  1/3  1 to confirm · 1 unanswered");
        assert_eq!(line(Language::French, &pair), "A → C  1/3  1 à confirmer · 1 sans réponse");
        assert_eq!(score(Language::English, &tally), "3 lines · 1 agreed · 33%");
        assert_eq!(score(Language::English, &Tally::default()), "no lines");
    }
}
