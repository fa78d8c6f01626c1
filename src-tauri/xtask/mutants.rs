//! `cargo xtask mutants [--shard K/N]`: what the tests do not notice when a line of the rules is broken.

use std::fs;
use std::process::Command;

use super::process::{Done, root, target};
use super::system::mutants as tool;

/// The crates whose rules are broken on purpose.
const CRATES: [&str; 2] = ["couloir-core", "couloir-documents"];
/// Share of the viable mutants that the tests must catch, in percent.
const GOAL: usize = 95;

/// How many mutants met which end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    caught: usize,
    missed: usize,
    timeout: usize,
    unviable: usize,
}

impl Count {
    /// Those that compile.
    fn viable(self) -> usize {
        self.caught + self.missed + self.timeout
    }

    /// A mutant that never ends is noticed too.
    fn percent(self) -> usize {
        (self.caught + self.timeout) * 100 / self.viable().max(1)
    }
}

/// Breaks the rules one by one and runs the tests of the crate each time; hours for all, so a shard can be chosen.
/// The lists stay in `target/mutants.out`.
pub fn mutants(arguments: &[String]) -> Done {
    let shard = match arguments {
        [] => None,
        [option, shard] if option == "--shard" && shard.contains('/') => Some(shard),
        _ => return Err("usage: cargo xtask mutants [--shard K/N]".into()),
    };
    let mut command = Command::new(tool()?);
    command.current_dir(root()).args(["mutants", "--no-shuffle", "--jobs", "2"]).arg("--output").arg(target());
    for name in CRATES {
        command.args(["--package", name]);
    }
    if let Some(shard) = shard {
        command.args(["--shard", shard]);
    }
    // It ends with a failure as soon as one mutant is missed: the share decides here.
    command.status()?;
    let out = target().join("mutants.out");
    let lines = |name: &str| fs::read_to_string(out.join(name)).map_or(0, |text| text.lines().count());
    let count = Count {
        caught: lines("caught.txt"),
        missed: lines("missed.txt"),
        timeout: lines("timeout.txt"),
        unviable: lines("unviable.txt"),
    };
    println!(
        "\n{} of {} viable mutants noticed ({} %); {} did not compile; missed ones: {}",
        count.caught + count.timeout,
        count.viable(),
        count.percent(),
        count.unviable,
        out.join("missed.txt").display()
    );
    match count.viable() {
        0 => Err("no mutant was tried".into()),
        _ if count.percent() < GOAL => Err(format!("fewer than {GOAL} % were noticed").into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_of_those_that_compile() {
        let count = Count { caught: 17, missed: 1, timeout: 2, unviable: 30 };
        assert_eq!((count.viable(), count.percent()), (20, 95));
        assert_eq!(Count::default().percent(), 0);
    }

    #[test]
    fn a_shard_is_the_only_choice() {
        let refused = |text: &str| mutants(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).is_err();
        assert!(refused("--shard") && refused("--shard 3") && refused("everything"));
    }
}
