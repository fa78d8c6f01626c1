//! Whatever reaches the border: every command of the real window is called with what its types allow, and with what they
//! do not, while a workshop lives; nothing ends the program, nothing damages the library, every refusal has a sentence.

#[path = "../contract/verbs/types.rs"]
#[allow(dead_code)]
mod types;

use std::collections::{BTreeMap, BTreeSet};

use couloir_e2e::{App, Done, couloir, root};
use serde_json::{Map, Value, json};
use types::{Border, Command, Ty};

/// They start another program of the system, end this one, or wait for a hand outside of the window.
const OUTSIDE: &[&str] = &[
    "document_print",
    "saved_open",
    "saved_reveal",
    "folder_show",
    "window_leave",
    "window_full_screen",
    "projector_open",
    "library_move_here",
];
/// Codes of what should never be reached from the window.
const FAULTS: &[&str] = &["sqlite", "damaged", "internal"];
/// Rounds over all commands.
const ROUNDS: u64 = 12;
/// Commands that succeed at least once in a run; the others need what chance does not find, such as a damaged file.
const SUCCEED: usize = 120;

/// Chooses values by a seed.
struct Dice<'a> {
    state: u64,
    border: &'a Border,
    contents: Value,
    workshop: String,
    is_hostile: bool,
}

impl Dice<'_> {
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        usize::try_from(self.state % limit.max(1) as u64).unwrap()
    }

    /// Ids of the rows of a kind, such as `Task`; of any where there is no such list.
    fn id(&mut self, kind: &str) -> Value {
        if kind == "Workshop" {
            return self.workshop.as_str().into();
        }
        let wanted = kind.to_lowercase();
        let is_of = |list: &str| {
            let list = list.replace('_', "");
            list == format!("{wanted}s") || wanted == "person" && list == "people" || list == wanted.replace('y', "ies")
        };
        let rows = self.contents.as_object().into_iter().flatten();
        let mut all: Vec<Value> = Vec::new();
        for (_, rows) in rows.filter(|(list, _)| is_of(list)) {
            all.extend(rows.as_array().into_iter().flatten().map(|row| row["id"].clone()));
        }
        let at = self.below(all.len());
        all.get(at).cloned().unwrap_or_else(|| "nobody".into())
    }

    /// What no type allows.
    fn hostile(&mut self) -> Value {
        let deep = (0..60).fold(Value::Null, |inner, _| json!([inner]));
        let all = [
            Value::Null,
            json!(true),
            json!(-1),
            json!(0),
            json!(1e300),
            json!(9_007_199_254_740_993_i64),
            json!(""),
            json!("\u{0}"),
            json!("x".repeat(200_000)),
            json!("🙂\u{202e}é\u{301}"),
            json!({}),
            json!([]),
            deep,
            json!("../../etc/passwd"),
            json!("' OR 1=1 --"),
            json!(-2_147_483_649_i64),
            json!({ "field": "title" }),
        ];
        let at = self.below(all.len());
        all[at].clone()
    }

    fn value(&mut self, ty: &Ty, name: &str) -> Value {
        if self.is_hostile && self.below(4) == 0 {
            return self.hostile();
        }
        match ty {
            Ty::Null => Value::Null,
            Ty::Flag => (self.below(2) == 0).into(),
            Ty::Number => match name {
                "startsAt" | "starts_at" => {
                    json!(1_795_417_200_000_i64 + i64::try_from(self.below(90)).unwrap() * 86_400_000)
                }
                "minute" => (480 + self.below(400)).into(),
                _ => self.below(90).into(),
            },
            Ty::Text => self.text(name),
            Ty::Literal(text) => text.as_str().into(),
            Ty::Named(kind) if kind.ends_with("Id") => self.id(kind.trim_end_matches("Id")),
            Ty::Named(kind) => match self.border.types.get(kind) {
                Some(ty) => self.value(ty, name),
                None => Value::Null,
            },
            Ty::List(ty) => (0..self.below(3)).map(|_| self.value(ty, name)).collect(),
            Ty::Either(all) => {
                let at = self.below(all.len());
                self.value(&all[at], name)
            }
            Ty::Object(fields) => {
                let all = fields.iter().map(|(field, ty)| (field.clone(), self.value(ty, field)));
                Value::Object(all.collect::<Map<_, _>>())
            }
        }
    }

    fn text(&mut self, name: &str) -> Value {
        let from: &[&str] = match name {
            "day" | "due_on" | "review_on" | "held_on" => &["2026-12-01", "2027-02-29", "2026-11-27"],
            "agenda" => &["half-day", "short", "review"],
            "recurrence" => &["RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=SECONDLY"],
            "time_zone" => &["Europe/Paris", "Nowhere/Land"],
            "template" => &["ajo", "event"],
            "text" => &["1 A, 2 B", "Relire\nÉcrire\tvite", "Tâche;Rôle\nRelire;Ana"],
            _ => &["Relire", "Zoë & l’équipe", "a", "2026-12-01", "", "fr"],
        };
        let at = self.below(from.len());
        from[at].into()
    }

    fn call(&mut self, command: &Command) -> Value {
        let arguments = command.arguments.iter().map(|(name, ty)| (name.clone(), self.value(ty, name)));
        json!([command.name, arguments.collect::<Map<_, _>>()])
    }
}

/// Calls one after another; what each came to: `ok`, the code of its refusal, or `unreadable` before it was a command.
const CALLS: &str = "const [calls, done] = arguments;
    (async () => {
      const ends = [];
      for (const [name, args] of calls) {
        try { await window.__TAURI_INTERNALS__.invoke(name, args); ends.push('ok') }
        catch (error) {
          ends.push(typeof error?.code === 'string' ? error.code : 'unreadable');
        }
      }
      done(ends);
    })();";

const OPEN: &str = "const [kept, done] = arguments;
    (async () => {
      const call = window.__TAURI_INTERNALS__.invoke;
      let all = await call('workshop_list', {});
      if (all.length === 0) {
        await call('workshop_from_template', { template: 'ajo', title: null, language: 'fr' }).catch(() => null);
        all = await call('workshop_list', {});
      }
      const id = all.some((one) => one.id === kept) ? kept : all[0].id;
      const opened = await call('workshop_open', { id });
      done([id, opened.contents]);
    })().catch((error) => done(['', { said: JSON.stringify(error) }]));";

#[tokio::test]
async fn whatever_reaches_the_border_the_library_stays_whole() -> Done {
    let outer = tempfile::tempdir()?;
    let data = outer.path().join("data");
    let written = outer.path().join("written.bin");
    std::fs::create_dir(&data)?;
    std::fs::write(outer.path().join("in.csv"), "Tâche;Rôle\nRelire;Ana\n")?;
    couloir(&data, &["new", "--template", "ajo", "--language", "fr"])?;
    let open_from = outer.path().join("in.csv").display().to_string();
    let written = written.display().to_string();
    let picked = [("COULOIR_TEST_OPEN_FROM", open_from.as_str()), ("COULOIR_TEST_SAVE_TO", written.as_str())];
    let app = App::open_with(&data, &picked).await?;
    app.find("[data-testid=workshop-row]").await?;
    app.driver.set_script_timeout(std::time::Duration::from_secs(120)).await?;

    let border = Border::read(&root());
    let commands: Vec<&Command> = border.commands.iter().filter(|c| !OUTSIDE.contains(&c.name.as_str())).collect();
    let mut ends: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut calls = 0;
    let mut dice = Dice {
        state: 0x5EED_1234_ABCD,
        border: &border,
        contents: Value::Null,
        workshop: String::new(),
        is_hostile: false,
    };
    for round in 0..ROUNDS {
        let opened = app.driver.execute_async(OPEN, vec![dice.workshop.as_str().into()]).await?.json().clone();
        dice.workshop = opened[0].as_str().unwrap_or_default().to_owned();
        dice.contents = opened[1].clone();
        // One round makes things, one does everything that the types allow, one what they do not.
        dice.is_hostile = round % 3 == 2;
        let takes_away = |name: &str| {
            let end = name.rsplit('_').next().unwrap_or_default();
            ["delete", "erase", "remove", "undo", "merge", "restore", "salvage", "anew", "drop"].contains(&end)
        };
        let mut order = commands.clone();
        order.retain(|command| round % 3 > 0 || !takes_away(&command.name));
        for at in (1..order.len()).rev() {
            let other = dice.below(at + 1);
            order.swap(at, other);
        }
        for part in order.chunks(40) {
            let batch: Vec<Value> = part.iter().map(|command| dice.call(command)).collect();
            let answer = app.driver.execute_async(CALLS, vec![batch.clone().into()]).await?.json().clone();
            let answers = answer.as_array().cloned().unwrap_or_default();
            assert_eq!(answers.len(), batch.len());
            for ((command, end), call) in part.iter().zip(answers).zip(&batch) {
                let end = end.as_str().unwrap_or_default().to_owned();
                // Each of these would be a rule that let something by.
                if FAULTS.contains(&end.as_str()) {
                    let newest = std::fs::read_dir(data.join("log"))?.flatten().next().ok_or("no log")?;
                    let log = std::fs::read_to_string(newest.path())?;
                    let log: Vec<&str> = log.lines().rev().take(12).collect();
                    let call: String = call.to_string().chars().take(400).collect();
                    return Err(format!("{end}: {call}\n{}", log.join("\n")).into());
                }
                ends.entry(command.name.clone()).or_default().insert(end);
                calls += 1;
            }
        }
    }
    let succeeded = ends.values().filter(|ends| ends.contains("ok")).count();
    let never: Vec<&str> =
        ends.iter().filter(|(_, ends)| !ends.contains("ok")).map(|(name, _)| name.as_str()).collect();
    let codes: BTreeSet<&String> = ends.values().flatten().collect();
    println!("{codes:?}");
    println!("{calls} calls of {} commands; {succeeded} succeeded, never: {}", ends.len(), never.join(" "));
    assert!(succeeded >= SUCCEED, "{succeeded} commands succeeded");
    let opened = app.driver.execute_async(OPEN, vec!["".into()]).await?.json().clone();
    assert!(opened[1]["workshop"].is_object(), "{opened}");
    app.close().await?;
    let log = std::fs::read_to_string(data.join("driver.log"))?;
    assert!(!log.contains("panicked"), "{log}");
    couloir(&data, &["check", "--deep"])?;
    Ok(())
}
