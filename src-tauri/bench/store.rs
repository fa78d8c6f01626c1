//! The store: opening, moving, undoing, looking, searching, importing.

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use couloir_core::task::{Column, TaskEdit};
use couloir_core::workshop::{Language, NewWorkshop, Size, WorkshopId};
use couloir_core::{Library, Millis};
use couloir_documents::import;
use rusqlite::{Connection, params};

use super::Done;
use super::row::{Row, Times, ratio};

const PART: &str = "Store";

/// The library of a folder, by the clock of the system.
pub fn open(folder: &Path) -> Done<Library> {
    let now = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    };
    Ok(Library::open(folder, Box::new(now))?)
}

/// A library with generated workshops.
pub fn made(folder: &Path, tasks: usize, roles: usize, workshops: usize, seed: u64) -> Done<Vec<WorkshopId>> {
    Ok(open(folder)?.generate(Size { tasks, roles, workshops, seed })?)
}

/// Every figure of the store.
pub fn rows(seed: u64) -> Done<Vec<Row>> {
    let mut rows = Vec::new();
    let mut growth = Vec::new();
    for (tasks, looking) in [(100, None), (1_000, Some(2.0)), (10_000, Some(10.0))] {
        let folder = tempfile::tempdir()?;
        let ids = made(folder.path(), tasks, 12, 1, seed)?;
        growth.push(of_size(folder.path(), &ids[0], tasks, looking, &mut rows)?);
    }
    for (at, (name, goal)) in [("open", 1.5), ("move", 1.2), ("undo", 1.2), ("redo", 1.2)].into_iter().enumerate() {
        rows.push(ratio(PART, &format!("{name}: 10,000 tasks against 100"), growth[2][at], growth[0][at], goal));
    }
    rows.push(import_of(10_000)?);
    rows.extend(career(seed)?);
    Ok(rows)
}

/// What one workshop costs: opening, a move, an undo, a redo.
fn of_size(folder: &Path, id: &WorkshopId, tasks: usize, looking: Option<f64>, rows: &mut Vec<Row>) -> Done<[f64; 4]> {
    let opened = Times::take(7, |_| Ok(open(folder)?.contents(id)?))?;
    rows.push(opened.row(
        PART,
        format!("open, check, read everything, {tasks} tasks"),
        (tasks == 1_000).then_some(15.0),
    ));
    let mut library = open(folder)?;
    let contents = library.contents(id)?;
    let spread = |at: usize| &contents.tasks[at * 7_919 % contents.tasks.len()];
    let runs = 80;
    let moved = Times::take(runs, |at| {
        let task = spread(at);
        // Each move is one that changes something.
        let lane = contents.roles.iter().filter(|role| Some(&role.id) != task.role_id.as_ref()).nth(at % 11);
        let lane = lane.map(|role| &role.id);
        Ok(library.task_move(id, std::slice::from_ref(&task.id), lane, &Column::Status(task.status), None)?)
    })?;
    let undone = Times::take(runs / 2, |_| Ok(library.undo(Some(id))?))?;
    let redone = Times::take(runs / 2, |_| Ok(library.redo(Some(id))?))?;
    // As in the window: after every change, never twice of the same rows.
    let mut found = Vec::new();
    for at in 0..9 {
        let (task, title) = (spread(at), format!("Write chapter {at}"));
        library.task_edit(id, &task.id, TaskEdit::Title(title))?;
        let start = Instant::now();
        black_box(library.findings(id)?);
        found.push(start.elapsed().as_secs_f64() * 1_000.0);
    }
    let found = Times::of(found);
    drop(library);
    let floor = bare_writes(&folder.join("couloir.db"), runs)?;
    let mut row = moved.row(PART, format!("move a card, durable, {tasks} tasks"), Some(floor.median / 0.8));
    row.floor = Some((floor.median, "bare UPDATE + INSERT, one flush"));
    rows.push(row);
    rows.push(undone.row(PART, format!("undo, {tasks} tasks"), None));
    rows.push(redone.row(PART, format!("redo, {tasks} tasks"), None));
    rows.push(found.row(PART, format!("findings after a change, {tasks} tasks × 12 roles"), looking));
    Ok([opened.median, moved.median, undone.median, redone.median])
}

/// What any program needs to keep a move and say so in a log: one row, one line, one flush.
fn bare_writes(database: &Path, runs: usize) -> Done<Times> {
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join("bare.db");
    std::fs::copy(database, &copy)?;
    let mut conn = Connection::open(&copy)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.execute_batch("CREATE TABLE bare_log (seq INTEGER PRIMARY KEY, task TEXT, before TEXT, after TEXT)")?;
    let ids: Vec<String> = {
        let mut all = conn.prepare("SELECT id FROM task")?;
        let ids = all.query_map([], |row| row.get(0))?;
        ids.collect::<Result<_, _>>()?
    };
    Times::take(runs, |at| {
        let id = &ids[at * 7_919 % ids.len()];
        let transaction = conn.transaction()?;
        transaction
            .prepare_cached("UPDATE task SET position = ?2 WHERE id = ?1")?
            .execute(params![id, format!("m{at}")])?;
        let mut log = transaction.prepare_cached("INSERT INTO bare_log (task, before, after) VALUES (?1, ?2, ?3)")?;
        log.execute(params![id, "{\"position\":\"a\"}", "{\"position\":\"m\"}"])?;
        drop(log);
        Ok(transaction.commit()?)
    })
}

/// A list of many tasks, read and taken over as one step.
fn import_of(tasks: usize) -> Done<Row> {
    let mut csv = String::from("Task;Role;Status;Notes\n");
    for at in 0..tasks {
        writeln!(csv, "Write chapter {at};Role {};{};A word on it", at % 12, ["to do", "done"][at % 2])?;
    }
    let taken = Times::take(3, |_| {
        let folder = tempfile::tempdir()?;
        let mut library = open(folder.path())?;
        let found = import::read(csv.as_bytes(), "list.csv", None)?;
        let new = NewWorkshop { title: None, language: Language::En, time_zone: "UTC".to_owned() };
        library.workshop_from_archive(found.archive(), &new, |_, _| Ok(()))?;
        Ok(())
    })?;
    Ok(taken.row(PART, format!("import of {tasks} rows, read, checked, durable"), Some(1_000.0)))
}

/// Five hundred workshops on one laptop.
fn career(seed: u64) -> Done<Vec<Row>> {
    let folder = tempfile::tempdir()?;
    let ids = made(folder.path(), 150, 8, 500, seed)?;
    let one = tempfile::tempdir()?;
    let alone = made(one.path(), 150, 8, 1, seed)?;
    let library = open(folder.path())?;
    let small = open(one.path())?;
    let many = Times::take(15, |at| Ok(library.contents(&ids[at * 31 % ids.len()])?))?;
    let single = Times::take(15, |_| Ok(small.contents(&alone[0])?))?;
    let mut opened = many.row(PART, "open one of 500 workshops × 150 tasks", Some(single.median * 1.1));
    opened.floor = Some((single.median, "the only workshop of a library"));
    let home = Times::take(9, |_| Ok(library.workshops()?))?;
    // The index is built when it is first asked.
    library.search("charte", None, 20)?;
    let words = ["charte", "budget", "rel", "the minutes", "acces", "valider", "p", "\"avant le lancement\""];
    let found = Times::take(64, |at| Ok(library.search(words[at % words.len()], None, 20)?))?;
    let mut searched = found.row(PART, "search in 500 workshops, first 20, p95", Some(16.0));
    searched.value = found.p95;
    Ok(vec![opened, home.row(PART, "Home of 500 workshops", None), searched])
}
