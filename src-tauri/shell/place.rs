//! Where the console stood last: it opens there again, if a display is still there.
//!
//! A system that does not tell places (Wayland) keeps the size alone.

use std::io::Write;
use std::path::PathBuf;

use couloir_core::store::private;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, Runtime, WebviewWindow};

use super::MAIN;

/// The file in the data folder.
const FILE: &str = "window.json";
/// So much of a window must be on a display to be taken hold of, in pixels.
const HOLD: i64 = 120;
/// The heading by which a window is moved, in pixels.
const HEADING: i64 = 40;

/// The size and place of a window, in pixels of its display.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    is_maximized: bool,
}

/// A display: where it begins, and how large it is.
type Display = (PhysicalPosition<i32>, PhysicalSize<u32>);

/// Where the place is kept.
pub struct PlaceFile(pub PathBuf);

impl PlaceFile {
    /// The file of a data folder.
    pub fn of(folder: &std::path::Path) -> Self {
        Self(folder.join(FILE))
    }

    fn read(&self) -> Option<Place> {
        serde_json::from_slice(&std::fs::read(&self.0).ok()?).ok()
    }
}

/// Puts the console where it stood; anything that is amiss leaves it where the system put it.
pub fn restore<R: Runtime>(window: &WebviewWindow<R>) {
    let Some(place) = window.state::<PlaceFile>().read() else { return };
    let monitors = window.available_monitors().unwrap_or_default();
    let displays: Vec<Display> = monitors.iter().map(|one| (*one.position(), *one.size())).collect();
    let Some(place) = within(place, &displays) else { return };
    let placed = window
        .set_size(PhysicalSize::new(place.width, place.height))
        .and_then(|()| window.set_position(PhysicalPosition::new(place.x, place.y)))
        .and_then(|()| if place.is_maximized { window.maximize() } else { Ok(()) });
    if let Err(error) = placed {
        tracing::warn!("the window was not put where it stood: {error}");
    }
}

/// Keeps where the console stands. Nothing depends on it: a place that cannot be written is forgotten.
pub fn keep<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let file = app.state::<PlaceFile>();
    let is_whole = window.is_maximized().unwrap_or(false) || window.is_fullscreen().unwrap_or(false);
    let now = window.outer_position().and_then(|at| Ok((at, window.inner_size()?)));
    let Ok((at, size)) = now else { return };
    let stood = Place { x: at.x, y: at.y, width: size.width, height: size.height, is_maximized: is_whole };
    // Made smaller again, it is as large as it was before.
    let place = match file.read() {
        Some(before) if is_whole => Place { is_maximized: true, ..before },
        _ => stood,
    };
    let Ok(text) = serde_json::to_vec(&place) else { return };
    let written = std::fs::remove_file(&file.0).or(Ok(())).and_then(|()| private::file(&file.0)?.write_all(&text));
    if let Err(error) = written {
        tracing::warn!("the place of the window was not kept: {error}");
    }
}

/// A place that can be seen and taken hold of, no larger than its display; `None` when that display is gone.
fn within(place: Place, displays: &[Display]) -> Option<Place> {
    let (left, right) = (i64::from(place.x), i64::from(place.x) + i64::from(place.width));
    let heading = i64::from(place.y);
    let (_, size) = displays.iter().find(|(at, size)| {
        let (from, to) = (i64::from(at.x), i64::from(at.x) + i64::from(size.width));
        let (top, bottom) = (i64::from(at.y), i64::from(at.y) + i64::from(size.height));
        right.min(to) - left.max(from) >= HOLD && heading >= top - HEADING / 2 && heading + HEADING <= bottom
    })?;
    Some(Place { width: place.width.min(size.width), height: place.height.min(size.height), ..place })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Display = (PhysicalPosition { x: 0, y: 0 }, PhysicalSize { width: 1366, height: 768 });
    const BESIDE: Display = (PhysicalPosition { x: 1366, y: -200 }, PhysicalSize { width: 1920, height: 1080 });

    fn at(x: i32, y: i32, width: u32, height: u32) -> Place {
        Place { x, y, width, height, is_maximized: false }
    }

    #[test]
    fn a_window_comes_back_where_it_can_be_taken_hold_of() {
        let both = [LAPTOP, BESIDE];
        for place in [at(0, 0, 1366, 768), at(1500, -150, 1200, 800), at(-900, 10, 1100, 600), at(1200, 20, 960, 600)] {
            assert_eq!(within(place, &both), Some(place));
        }
        // The display beside is gone, the window is all but outside, or its heading is.
        for place in
            [at(1500, -150, 1200, 800), at(1300, 10, 960, 600), at(-1000, 10, 1100, 600), at(10, 750, 960, 600)]
        {
            assert_eq!(within(place, &[LAPTOP]), None, "{place:?}");
        }
        assert_eq!(within(at(0, 0, 960, 600), &[]), None);
    }

    #[test]
    fn no_window_is_larger_than_its_display() {
        assert_eq!(within(at(0, 0, 5_000, 4_000), &[LAPTOP]), Some(at(0, 0, 1366, 768)));
        let far = at(i32::MAX, i32::MIN, u32::MAX, u32::MAX);
        assert_eq!(within(far, &[LAPTOP, BESIDE]), None);
    }

    #[test]
    fn a_file_that_is_none_is_no_place() {
        let folder = tempfile::tempdir();
        let folder = folder.as_ref().map_or(std::path::Path::new("."), |folder| folder.path());
        let file = PlaceFile::of(folder);
        assert_eq!(file.read(), None);
        for text in
            ["", "{", "[]", "{\"x\":1}", "{\"x\":1e99,\"y\":0,\"width\":-1,\"height\":0,\"is_maximized\":false}"]
        {
            let _ = std::fs::write(&file.0, text);
            assert_eq!(file.read(), None, "{text}");
        }
    }
}
