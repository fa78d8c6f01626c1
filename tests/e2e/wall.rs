//! Moves of the paper wall, typed in and undone at once.

use couloir_e2e::{App, Done, couloir};
use thirtyfour::prelude::*;

#[tokio::test]
async fn typed_moves_are_echoed_made_as_one_step_and_undone() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    couloir(data, &["new", "--template", "ajo", "--language", "en"])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    let lane_of = |number: u32, letter: &str| {
        format!(
            "document.querySelector('[data-testid=card][data-number=\"{number}\"]')?.closest('[data-testid=lane]')?.textContent.trim().startsWith('{letter}')"
        )
    };
    app.until("task 12 with the developers", &lane_of(12, "C")).await?;
    app.find("[data-testid=card]").await?;
    app.press("w").await?;
    app.until("the field has the focus", "document.activeElement?.dataset.testid === 'wall-text'").await?;
    app.press("12 d, 13A;14 ?, 99 a, 1 z").await?;
    let echo = "[...document.querySelectorAll('[data-testid=wall-moves] li')].map(li => li.dataset.problem).join()";
    app.until("each is echoed, wrong ones named", &format!("{echo} === ',,,unknown_task,unknown_lane'")).await?;
    app.press(Key::Enter).await?;
    app.until("12 went to D", &lane_of(12, "D")).await?;
    app.until("13 went to A", &lane_of(13, "A")).await?;
    app.until("14 is nobody’s", &lane_of(14, "?")).await?;
    app.until("what was wrong stays", "document.querySelector('[data-testid=wall-text]').value === '99 a, 1 z'")
        .await?;
    app.press(Key::Escape).await?;
    app.press_control('z').await?;
    app.until("one step back", &lane_of(12, "C")).await?;
    app.until("for all of them", &format!("{} && {}", lane_of(13, "C"), lane_of(14, "C"))).await?;
    app.close().await
}
