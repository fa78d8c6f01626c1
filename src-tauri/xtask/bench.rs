//! `cargo xtask bench`: every figure beside its floor and its goal, in one run, as `target/bench/report.md` and `.json`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::process::{Done, npm, output, program, root, run, target};
use super::window::{VirtualDisplay, has_display};

/// Builds what is released, measures, and writes the report. `--seed N` chooses the data.
pub fn bench(arguments: &[String]) -> Done {
    let seed = arguments.iter().position(|argument| argument == "--seed").and_then(|at| arguments.get(at + 1));
    let seed = seed.map_or("1", String::as_str);
    run(npm().args(["run", "build"]))?;
    run(program("cargo").args(["build", "--release", "--workspace"]))?;
    let release = target().join("release");
    let told = output(Command::new(release.join("couloir-bench")).arg(seed))?;
    let mut rows: Vec<Value> = serde_json::from_str(&told)?;
    let data = target().join("bench/data");
    let _ = std::fs::remove_dir_all(&data);
    std::fs::create_dir_all(&data)?;
    let couloir = release.join("couloir");
    rows.extend(command_line(&couloir, &data, seed)?);
    rows.extend(sizes(&couloir)?);
    match window(&couloir, &data) {
        Ok(more) => rows.extend(more),
        Err(problem) => println!("skipped: the window was not measured: {problem}"),
    }
    write(&rows, seed)
}

/// A figure from outside; `times` are all runs.
fn row(
    part: &str,
    name: &str,
    unit: &str,
    mut times: Vec<f64>,
    floor: Option<(f64, &str)>,
    goal: Option<f64>,
) -> Value {
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times.get((times.len() * part / 100).min(times.len().saturating_sub(1))).copied();
    json!({
        "part": part, "name": name, "unit": unit, "value": at(50), "low": at(10), "high": at(90),
        "floor": floor, "goal": goal,
    })
}

fn timed(command: &mut Command) -> Done<f64> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    if !status.success() {
        return Err(format!("{command:?} failed").into());
    }
    Ok(start.elapsed().as_secs_f64() * 1_000.0)
}

/// Whole programs, from start to end.
fn command_line(couloir: &Path, data: &Path, seed: &str) -> Done<Vec<Value>> {
    let on = |args: &[&str]| {
        let mut command = Command::new(couloir);
        command.args(args).arg("--data").arg(data);
        command
    };
    let made = output(&mut on(&["generate", "--tasks", "1000", "--roles", "12", "--seed", seed]))?;
    let id = made.trim().to_owned();
    let pdf = data.join("agenda.pdf").display().to_string();
    let mut bare = Vec::new();
    let (mut listed, mut printed) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        bare.push(timed(&mut Command::new("true"))?);
        listed.push(timed(&mut on(&["list"]))?);
        printed.push(timed(&mut on(&["export", &id, "agenda", &pdf]))?);
    }
    bare.sort_by(f64::total_cmp);
    let floor = Some((bare[bare.len() / 2], "a program that does nothing"));
    Ok(vec![
        row("Command line", "couloir list", "ms", listed, floor, Some(15.0)),
        row("Command line", "couloir export ID agenda", "ms", printed, floor, Some(45.0)),
    ])
}

#[allow(clippy::cast_precision_loss)]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn sizes(couloir: &Path) -> Done<Vec<Value>> {
    let binary = megabytes(std::fs::metadata(couloir)?.len());
    Ok(vec![row("Size", "installed program", "MB", vec![binary], None, Some(45.0))])
}

/// The open window from outside: memory of its processes, and what it does while nobody does anything.
fn window(couloir: &Path, data: &Path) -> Done<Vec<Value>> {
    let display = if has_display() { None } else { Some(VirtualDisplay::start("1366x768")?) };
    let mut command = Command::new(couloir);
    command.arg("--data").arg(data).env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    command.stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(display) = &display {
        command.env("DISPLAY", &display.name);
    }
    let mut child = command.spawn()?;
    // Long enough for the copies and the index, which are made a moment after the start.
    std::thread::sleep(Duration::from_secs(12));
    let family = family(child.id());
    let memory: f64 = family.iter().filter_map(|id| pss(*id)).sum();
    let before: u64 = family.iter().filter_map(|id| ticks(*id)).sum();
    let start = Instant::now();
    std::thread::sleep(Duration::from_secs(20));
    let after: u64 = family.iter().filter_map(|id| ticks(*id)).sum();
    let seconds = start.elapsed().as_secs_f64();
    let is_running = child.try_wait()?.is_none();
    let _ = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    let _ = child.wait();
    if !is_running || memory == 0.0 {
        return Err("the window did not stay open".into());
    }
    // A tick of the system is a hundredth of a second.
    #[allow(clippy::cast_precision_loss)]
    let busy = after.saturating_sub(before) as f64 / seconds;
    Ok(vec![
        row("Window", "memory of all processes, at Home (PSS)", "MB", vec![memory], None, None),
        row("Window", "processor while nothing happens", "%", vec![busy], None, Some(0.3)),
    ])
}

/// A process and all that it started.
fn family(id: u32) -> Vec<u32> {
    let mut found = vec![id];
    let parent = |id: u32| {
        let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse::<u32>().ok()
    };
    let ids = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut all: Vec<u32> = ids.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    all.sort_unstable();
    for id in all {
        if parent(id).is_some_and(|parent| found.contains(&parent)) {
            found.push(id);
        }
    }
    found
}

/// The share of memory that is a process's own, in megabytes.
fn pss(id: u32) -> Option<f64> {
    let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
    let line = rollup.lines().find(|line| line.starts_with("Pss:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1_000.0)
}

/// Processor time that a process has used, in ticks.
fn ticks(id: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
}

fn write(rows: &[Value], seed: &str) -> Done {
    let folder = target().join("bench");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let system = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let system = system.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).unwrap_or(std::env::consts::OS);
    let date = output(Command::new("date").arg("+%F")).unwrap_or_default();
    let head = format!("{} · {} · {cores} cores · seed {seed}", date.trim(), system.trim_matches('"'));
    let mut table = format!("# Figures\n\n`cargo xtask bench`, release build: {head}\n\n");
    table += "| | Median (10–90 %) | Floor in the same run | Ratio | Goal | |\n|---|---:|---:|---:|---:|---|\n";
    for row in rows {
        let number = |key: &str| row[key].as_f64();
        let unit = row["unit"].as_str().unwrap_or_default();
        let value = number("value").unwrap_or_default();
        let floor = row["floor"][0].as_f64();
        let spread = match (number("low"), number("high")) {
            (Some(low), Some(high)) if low < high => format!(" ({}–{})", shown(low), shown(high)),
            _ => String::new(),
        };
        let cells = [
            row["name"].as_str().unwrap_or_default().to_owned(),
            format!("{} {unit}{spread}", shown(value)),
            floor.map_or(String::new(), |floor| {
                format!("{} {unit}: {}", shown(floor), row["floor"][1].as_str().unwrap_or_default())
            }),
            floor.filter(|floor| *floor > 0.0).map_or(String::new(), |floor| format!("{:.2} ×", value / floor)),
            number("goal").map_or(String::new(), |goal| format!("≤ {} {unit}", shown(goal))),
            number("goal").map_or("", |goal| if value <= goal { "met" } else { "**missed**" }).to_owned(),
        ];
        table += &format!("| {} |\n", cells.join(" | "));
    }
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("report.md"), &table)?;
    let report =
        json!({"date": date.trim(), "system": system.trim_matches('"'), "cores": cores, "seed": seed, "rows": rows});
    std::fs::write(folder.join("report.json"), serde_json::to_string_pretty(&report)?)?;
    println!("{table}\nWritten: {}", display(&folder.join("report.md")));
    Ok(())
}

/// Three digits are as many as two runs agree in.
fn shown(value: f64) -> String {
    match value.abs() {
        0.0..10.0 => format!("{value:.2}"),
        10.0..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

fn display(path: &Path) -> String {
    path.strip_prefix(root()).map(PathBuf::from).unwrap_or_else(|_| path.to_owned()).display().to_string()
}
