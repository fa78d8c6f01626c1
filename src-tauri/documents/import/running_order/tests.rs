//! Agendas of the usual programs and of nobody's, and what becomes of them.
#![allow(clippy::unwrap_used, clippy::panic)]

use crate::import::{EntryKind, Import, ImportPlan, read};

fn plan(text: &str, name: &str) -> ImportPlan {
    let Import::Read(_, plan) = read(text.as_bytes(), name, None).unwrap() else { panic!("a plan") };
    plan
}

/// Meetings with their minutes, and under each its items with theirs.
fn shown(plan: &ImportPlan) -> Vec<String> {
    let more = |entry: &crate::import::Entry, name: &str| {
        entry.more.iter().find(|column| column.name == name).map_or(String::new(), |column| column.value.clone())
    };
    let taken = plan.entries.iter().filter(|entry| entry.is_taken);
    taken
        .map(|entry| match entry.kind {
            EntryKind::Meeting => {
                let at = chrono::DateTime::from_timestamp_millis(more(entry, "starts_at").parse().unwrap()).unwrap();
                let zone: chrono_tz::Tz = more(entry, "time_zone").parse().unwrap();
                let at = at.with_timezone(&zone).format("%Y-%m-%d %H:%M");
                format!("{at} {} ({})", entry.text, more(entry, "planned_minutes"))
            }
            EntryKind::AgendaItem => {
                let kept = more(entry, "locked_minute");
                let kept = if kept.is_empty() { kept } else { format!(" at {kept}") };
                format!("- {} ({}){kept}", entry.text, more(entry, "minutes"))
            }
            kind => format!("{kind:?} {}", entry.text),
        })
        .collect()
}

#[test]
fn a_table_of_times_is_a_meeting() {
    let md = "# Atelier rôles\n\n**Date :** 4 décembre 2026\n\n**Lieu :** salle Ampère\n\n| Horaire | Séquence | Animé par | Matériel |\n|---|---|---|---|\n| 9h00–9h20 | Accueil | Inès | Badges |\n| 9h20–10h30 | Qui fait quoi | Support ventes | |\n| 10h30–10h45 | Pause café | | |\n| 11h00–12h00 | Contrats | Inès | Feutres |\n";
    let plan = plan(md, "deroule.md");
    assert_eq!(
        shown(&plan),
        [
            "2026-12-04 09:00 Atelier rôles (180)",
            "- Accueil (20)",
            "- Qui fait quoi (70)",
            "- Pause café (15)",
            "- Contrats (60) at 660",
        ]
    );
    let archive = plan.archive();
    let rows = |list: &str| archive.get(list).and_then(|rows| rows.as_array().cloned()).unwrap_or_default();
    assert_eq!(rows("meetings")[0]["place"], "salle Ampère");
    let items = rows("agenda_items");
    assert_eq!((items[0]["presenter"].as_str(), items[0]["materials"].as_str()), (Some("Inès"), Some("Badges")));
    assert_eq!((items[2]["kind"].as_str(), items[3]["locked_minute"].as_i64()), (Some("break"), Some(660)));
}

#[test]
fn minutes_alone_are_enough() {
    let csv = "Topic,Lead,Duration (min),Objective\nCheck-in,Ana,10,Everybody has spoken\nRoles and duties,Ben,45,One owner a task\nLunch,,60,\nNext steps,Ana,15,\n";
    let plan = plan(csv, "2026-12-04 Kick-off.csv");
    assert_eq!(
        shown(&plan),
        [
            "2026-12-04 09:00 2026-12-04 Kick-off (130)",
            "- Check-in (10)",
            "- Roles and duties (45)",
            "- Lunch (60)",
            "- Next steps (15)",
        ]
    );
    assert!(plan.left.is_empty(), "{:?}", plan.left);
}

#[test]
fn a_list_of_timed_lines_is_a_meeting_wherever_it_comes_from() {
    let wanted = ["2026-12-04 13:30 Team day (90)", "- Welcome (15)", "- Duties in pairs (60)", "- Wrap-up (15)"];
    let markdown = "# Team day\n\n4 December 2026, Room 2\n\n## Agenda\n\n- 13:30 Welcome\n- 13:45 Duties in pairs\n  - write, then talk\n- 14:45 – 15:00 Wrap-up\n";
    assert_eq!(shown(&plan(markdown, "day.md")), wanted);
    let minutes = "# Team day\n\nDate: 4 December 2026, 1:30 pm\n\n1. Welcome (15 min)\n2. Duties in pairs (1h)\n3. Wrap-up – 15'\n";
    assert_eq!(shown(&plan(minutes, "day.md")), wanted);
    let pasted = "Team day\n4 December 2026\n\n13:30 Welcome\n13:45 Duties in pairs\n14:45–15:00 Wrap-up\n";
    let of = shown(&plan(pasted, "Team day.txt"));
    assert_eq!(of[..4], wanted, "{of:?}");
}

#[test]
fn each_day_is_a_meeting() {
    let csv =
        "Time;Activity\nDay 1;\n09:00;Arrival\n09:30;Duties\n11:00;End\nDay 2;\n09:00;Contracts\n10:30;End of day\n";
    let of = plan(csv, "Retreat 2026-12-04.csv");
    assert_eq!(
        shown(&of),
        [
            "2026-12-04 09:00 Retreat 2026-12-04 – Day 1 (120)",
            "- Arrival (30)",
            "- Duties (90)",
            "- End (0)",
            "2026-12-05 09:00 Retreat 2026-12-04 – Day 2 (90)",
            "- Contracts (90)",
            "- End of day (0)",
        ]
    );
    assert!(of.warnings.is_empty(), "{:?}", of.warnings);
}

#[test]
fn a_day_that_nobody_says_is_said() {
    let of = plan("Time,Item\n11:30,Duties\n12:00,Lunch\n1:00,Contracts\n", "x.csv");
    let codes: Vec<_> = of.warnings.iter().map(|warning| warning.kind.code()).collect();
    assert_eq!(codes, ["day-assumed", "no-length"]);
    assert_eq!(shown(&of)[1..], ["- Duties (30)", "- Lunch (60)", "- Contracts (0)"]);
}

#[test]
fn what_says_who_carries_what_is_no_agenda() {
    for csv in [
        "Day,Hour,Task,Team,Minutes\nFriday,18:00,Cook supper,Team A,60\nSaturday,18:00,Cook supper,Team A,60\n",
        "Task,Owner,Due,Duration\nReport,Ana,2026-12-01,2h\nPlan,Ben,2026-12-02,1h\n",
        "Activity,PM,Dev,Time\nDesign,A,R,09:00\nBuild,C,A,10:00\n",
        "Task,Role,Minutes\nWater the plants,Gardener,10\nFeed the cat,Neighbour,5\n",
    ] {
        let of = plan(csv, "x.csv");
        assert!(of.entries.iter().all(|entry| entry.kind != EntryKind::AgendaItem), "{csv}");
    }
    let md = "# Treasurer\n\n## Duties\n\n- Count the money (20 min)\n- Write it down (10 min)\n";
    assert!(plan(md, "x.md").entries.iter().all(|entry| entry.kind != EntryKind::AgendaItem));
}

#[test]
fn minutes_are_counted_from_the_beginning() {
    let wanted = ["- Check-in (5)", "- Write, then share (15)", "- Actions (40)"];
    let start = "# Retro\n\nDate: 4 December 2026, 14:00\n\n";
    for body in [
        "| Time | Activity |\n|---|---|\n| 0–5 min | Check-in |\n| 5–20 min | Write, then share |\n| **20–60 min** | Actions |\n| Total | 60 min |\n",
        "| Time | Topic |\n|---|---|\n| 0-5 | Check-in |\n| 5-20 | Write, then share |\n| 20-60 | Actions |\n",
        "| Time | Duration | Activity |\n|---|---|---|\n| 0:00 | 5 min | Check-in |\n| 0:05 | 15 min | Write, then share |\n| 0:20 | 40 min | Actions |\n",
        "### 00–05 min — Check-in\n\nSay how you are.\n\n### 05–20 min — Write, then share\n\n- alone\n- in pairs\n\n### 20–60 min — Actions\n",
        "## 1. Check-in (5 min)\n\nSay how you are.\n\n## 2. Write, then share (15 min)\n\n## 3. Actions (40 min)\n",
        "**0:00–0:05 Check-in**\n- Say how you are.\n\n**0:05–0:20 Write, then share**\n- alone\n\n**0:20–1:00 Actions**\n- one each\n",
    ] {
        let of = shown(&plan(&format!("{start}{body}"), "x.md"));
        assert_eq!(of[0], "2026-12-04 14:00 Retro (60)", "{body}");
        assert_eq!(of[1..], wanted, "{body}");
    }
}

#[test]
fn a_script_below_a_title_is_for_whoever_leads() {
    let long = "- ask, listen, ask again, and write down what is said\n".repeat(8);
    let of = plan(
        &format!("# Day\n\n## 9:00 Welcome\n\nCoffee is there.\n\n## 9:30 Interviews\n\n{long}\n## 10:00 End\n"),
        "x.md",
    );
    let items: Vec<_> = of.entries.iter().filter(|entry| entry.kind == EntryKind::AgendaItem).collect();
    assert_eq!(items[0].detail, "Coffee is there.");
    assert!(items[1].detail.is_empty() && items[1].more.iter().any(|column| column.name == "private_notes"));
}

#[test]
fn no_row_of_an_agenda_goes_without_a_word() {
    let csv = "Time,Topic,Minutes\n9:00,Welcome,10\n,Questions of the morning,\n9:30,Who does what,30\nAfternoon,,\n14:00,Contracts,60\n,,\nEvening,,\n";
    let plan = plan(csv, "2026-12-04.csv");
    let shown = shown(&plan);
    assert_eq!(shown.len(), 5, "{shown:?}");
    assert_eq!(shown[2], "- Questions of the morning (0)");
    let archive = plan.archive();
    let sections: Vec<&str> =
        archive["agenda_items"].as_array().unwrap().iter().filter_map(|item| item["section"].as_str()).collect();
    assert_eq!(sections, ["Afternoon"]);
    assert!(plan.left.iter().any(|left| left.name.contains("Evening")), "{:?}", plan.left);
}

#[test]
fn a_list_of_tasks_with_minutes_is_no_meeting_in_any_language() {
    for title in ["Task", "Tasks", "Tâches", "Aufgaben", "Tareas", "Compiti", "Tarefas", "Taken"] {
        let csv = format!("{title},Minutes\nPrint the badges,10\nCall the caterer,20\n");
        let plan = plan(&csv, "a.csv");
        assert!(plan.entries.iter().all(|entry| entry.kind != EntryKind::Meeting), "{title}: {:?}", shown(&plan));
    }
}

#[test]
fn absurd_lengths_stay_within_what_a_meeting_may_have() {
    let rows: String = (1..=12).map(|at| format!("{at}:00,Topic {at},1440\n")).collect();
    for text in
        [format!("Time,Topic,Minutes\n{rows}"), "Time,Topic,Minutes\n9:00,One,9999\n9:10,Two,99999999999\n".to_owned()]
    {
        let plan = plan(&text, "2026-12-04.csv");
        let mut library = couloir_core::Library::in_memory(Box::new(|| couloir_core::Millis(0))).unwrap();
        let new = couloir_core::workshop::NewWorkshop {
            title: Some("A".to_owned()),
            language: couloir_core::workshop::Language::En,
            time_zone: "Europe/Paris".to_owned(),
        };
        let id = library.workshop_from_archive(plan.archive(), &new, |_, _| Ok(())).unwrap().value;
        let contents = library.contents(&id).unwrap();
        assert!(!contents.meetings.is_empty());
        assert!(contents.meetings.iter().all(|one| one.planned_minutes <= couloir_core::meeting::MINUTES_MAX));
        let is_sound =
            |item: &couloir_core::agenda::AgendaItem| (0..=couloir_core::agenda::SECONDS_MAX).contains(&item.seconds);
        assert!(contents.agenda_items.iter().all(is_sound));
    }
}
