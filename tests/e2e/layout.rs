//! Nothing leaves its parent and nothing lies over anything else: five sizes of the window, three numbers of roles.

use couloir_e2e::{App, Done, couloir, root};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// Width and height of the window; the last is a 1920 × 1080 screen at 200 %.
const SIZES: [(u32, u32); 5] = [(960, 720), (1100, 768), (1366, 768), (1920, 1080), (960, 540)];

/// Faults of what the window shows: text or controls that leave their parent or the window, and siblings that overlap.
/// What scrolls may be larger inside; what is clipped on purpose ends in an ellipsis.
const FAULTS: &str = r#"
const faults = [];
const say = (what, e, more) => faults.push(`${what}: ${e.tagName.toLowerCase()}${e.dataset.testid ? '#' + e.dataset.testid : ''}.${e.className?.baseVal ?? e.className} "${(e.textContent ?? '').trim().slice(0, 40)}" ${more}`);
const seen = (e) => {
  const s = getComputedStyle(e), b = e.getBoundingClientRect();
  return s.visibility !== 'hidden' && s.display !== 'none' && Number(s.opacity) > 0 && b.width > 1 && b.height > 1 && !e.closest('.visually-hidden, [aria-hidden=true], dialog:not([open])');
};
const scrolls = (e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || ['auto', 'scroll'].includes(getComputedStyle(e).overflowY);
const clips = (e) => getComputedStyle(e).overflow !== 'visible';
const roots = document.querySelectorAll(arguments[0]);
for (const root of roots) for (const e of root.querySelectorAll('*')) {
  if (!seen(e) || e.closest('svg') !== null) continue;
  const b = e.getBoundingClientRect();
  const fixed = getComputedStyle(e).position === 'fixed';
  let p = e.parentElement;
  while (p && getComputedStyle(p).display === 'contents') p = p.parentElement;
  if (!p || fixed) continue;
  // What scrolls lets its content out of sight; a clipped text ends in an ellipsis.
  if (!scrolls(p) && !clips(p) && getComputedStyle(e).position === 'static') {
    const q = p.getBoundingClientRect();
    // A negative margin is meant: a scroll area that reaches the edge, a text whose frame shows only when touched.
    const m = getComputedStyle(e);
    if (b.right > q.right + 2.5 && m.display !== 'inline' && parseFloat(m.marginRight) >= 0) say('leaves its parent to the right', e, `${Math.round(b.right - q.right)} px`);
    if (b.left < q.left - 2.5 && m.display !== 'inline' && parseFloat(m.marginLeft) >= 0) say('leaves its parent to the left', e, `${Math.round(q.left - b.left)} px`);
  }
  if (b.right > innerWidth + 1 || b.left < -1) {
    let out = true;
    for (let a = e.parentElement; a; a = a.parentElement) if (scrolls(a) || clips(a)) { out = false; break; }
    if (out) say('leaves the window', e, `${Math.round(b.right)} of ${innerWidth}`);
  }
}
// Children of one parent that are laid out in a row or a grid do not overlap.
for (const root of roots) for (const p of root.querySelectorAll('*')) {
  if (!['flex', 'grid', 'inline-flex'].includes(getComputedStyle(p).display) || !seen(p)) continue;
  const children = [...p.children].filter((c) => seen(c) && getComputedStyle(c).position === 'static');
  for (const [i, one] of children.entries()) for (const other of children.slice(i + 1)) {
    const a = one.getBoundingClientRect(), b = other.getBoundingClientRect();
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 2 && high > 2 && !one.matches('.mark, s') && !other.matches('.mark, s')) say('overlaps its neighbour', one, `${Math.round(wide)} × ${Math.round(high)} px, "${(other.textContent ?? '').trim().slice(0, 30)}"`);
  }
}
return [...new Set(faults)].slice(0, 12);
"#;

/// The French example with so many roles, long names, a holder or two each, and a title that does not fit.
fn workshop(data: &std::path::Path, roles: usize) -> Done<String> {
    let id = couloir(
        data,
        &[
            "new",
            "--template",
            "ajo",
            "--language",
            "fr",
            "--title",
            &format!("{roles} rôles, un déploiement omnicanal dont le titre ne tient dans aucune barre"),
        ],
    )?;
    let id = id.trim().to_owned();
    if roles > 4 {
        let names: Vec<String> = (5..=roles).map(|n| format!("Responsable de l’intégration continue {n}")).collect();
        let rows: Vec<String> = names
            .iter()
            .map(|name| format!("{name};Vérifier ce qui dépend de {name};Zoé Lefèvre-Dubreuil, Karim"))
            .collect();
        let table = data.join(format!("{roles}.csv"));
        std::fs::write(&table, format!("Rôle;Tâche;Titulaires\n{}\n", rows.join("\n")))?;
        couloir(data, &["import", &table.display().to_string(), "--into", &id])?;
    }
    Ok(id)
}

/// What is wrong with what a selector finds.
async fn faults(app: &App, at: &str, css: &str) -> Done<Vec<String>> {
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    let found = app.driver.execute(FAULTS, vec![json!(css)]).await?;
    let found: Vec<String> = found
        .json()
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|fault| format!("{at}: {fault}"))
        .collect();
    if !found.is_empty() {
        app.picture(&root().join(format!("target/e2e/layout-{}.png", at.replace(' ', "-")))).await?;
    }
    Ok(found)
}

#[tokio::test]
async fn board_contracts_roles_and_bar_fit_at_every_size() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let workshops = [(4, workshop(data, 4)?), (12, workshop(data, 12)?), (30, workshop(data, 30)?)];
    let app = App::open(data).await?;
    app.find("[data-testid=workshop-row]").await?;
    let mut found = Vec::new();
    for (roles, id) in &workshops {
        app.driver.set_window_rect(0, 0, 1366, 768).await?;
        app.click(&format!("[data-workshop-id='{id}'] .open")).await?;
        app.until("the lanes", &format!("document.querySelectorAll('[data-testid=lane]').length === {}", roles + 1))
            .await?;
        // A step to take back has a name that takes room in the bar.
        app.find("[data-testid=card][data-number='1']").await?.focus().await?;
        app.press("2").await?;
        app.find("[data-testid=undo]").await?;
        for (width, height) in SIZES {
            app.driver.set_window_rect(0, 0, width, height).await?;
            let at = |name: &str| format!("{name} {roles} {width}x{height}");
            found.extend(faults(&app, &at("bar"), "header").await?);
            for by in ["role", "status", "step"] {
                app.click(&format!("[data-testid=board-by] label:has([value={by}])")).await?;
                found.extend(faults(&app, &at(&format!("board-{by}")), "[data-testid=board]").await?);
            }
            app.click("[data-testid=board-by] label:has([value=role])").await?;
            app.click("[data-testid=card][data-number='1']").await?;
            app.find("[data-testid=card-panel]").await?;
            found.extend(faults(&app, &at("panel"), "[data-testid=board]").await?);
            app.click("[data-testid=card-close]").await?;
            app.driver.action_chain().key_down(Key::Shift).send_keys("f").key_up(Key::Shift).perform().await?;
            found.extend(faults(&app, &at("folded"), "[data-testid=board]").await?);
            app.driver.action_chain().key_down(Key::Shift).send_keys("f").key_up(Key::Shift).perform().await?;
            app.click("[data-testid=nav-contracts]").await?;
            app.find("[data-testid=pair]").await?;
            app.until(
                "the pair beside or right below the grid",
                "document.querySelector('[data-testid=pair]').getBoundingClientRect().top < innerHeight * 0.75",
            )
            .await?;
            app.click("[data-testid=contract-state]").await?;
            found.extend(faults(&app, &at("contracts"), "[data-testid=contracts]").await?);
            app.click("[data-testid=nav-roles]").await?;
            app.find("[data-testid=roles]").await?;
            found.extend(faults(&app, &at("roles"), "[data-testid=roles]").await?);
            app.click("[data-testid=nav-radar]").await?;
            app.find("[data-testid=finding]").await?;
            found.extend(faults(&app, &at("findings"), "[data-testid=radar]").await?);
            app.click("[data-testid=nav-board]").await?;
            app.find("[data-testid=card]").await?;
        }
        app.click("[data-testid=nav-home]").await?;
        app.find("[data-testid=home]").await?;
    }
    app.close().await?;
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
    Ok(())
}

#[tokio::test]
async fn two_hundred_tasks_take_at_most_four_screens() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let letters = ["A", "B", "C", "D"];
    let rows: Vec<String> =
        (22..=200).map(|n| format!("{};Préparer et faire relire le livrable numéro {n}", letters[n % 4])).collect();
    let table = data.join("many.csv");
    std::fs::write(&table, format!("Rôle;Tâche\n{}\n", rows.join("\n")))?;
    couloir(data, &["import", &table.display().to_string(), "--into", id.trim()])?;
    let app = App::open(data).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.until("two hundred", "document.querySelectorAll('[data-testid=card]').length === 200").await?;
    app.until(
        "at most four screens",
        "(s => s.scrollHeight <= 4 * s.clientHeight)(document.querySelector('.scroller'))",
    )
    .await?;
    app.close().await
}
