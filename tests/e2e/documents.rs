//! The documents screen: pages as they print, thumbnails, the whole set in one go, one page as a picture.

use couloir_e2e::{App, Done, couloir};
use thirtyfour::prelude::*;

#[tokio::test]
async fn the_whole_set_and_a_single_page_are_saved() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let out = data.join("out");
    std::fs::create_dir(&out)?;
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let to = out.display().to_string();
    let app = App::open_with(data, &[("COULOIR_TEST_SAVE_TO", to.as_str())]).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    app.click("[data-testid=nav-documents]").await?;
    app.click("[data-testid=document][data-document=wall-kit]").await?;
    app.until("a thumbnail a page", "document.querySelectorAll('[data-testid=thumbs] button').length > 5 && document.querySelectorAll('[data-testid=thumbs] button').length === Number(document.querySelector('[data-testid=document-preview]').dataset.pages)").await?;
    app.click("[data-testid=thumbs] button:nth-of-type(4)").await?;
    app.until("the fourth page", "document.querySelector('[data-testid=document-preview]').scrollTop > 500").await?;
    app.click("[data-testid=save-set]").await?;
    app.until("the set is saved", "document.querySelector('.notice')?.textContent.includes('13 documents')").await?;
    app.close().await?;
    let mut saved = 0;
    for file in std::fs::read_dir(&out)? {
        let bytes = std::fs::read(file?.path())?;
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        saved += 1;
    }
    assert_eq!(saved, 13);

    // The command line draws any page, and names the one that is not there.
    let (png, svg) = (data.join("page.png"), data.join("page.svg"));
    couloir(data, &["export", id.trim(), "board", &png.display().to_string()])?;
    couloir(data, &["export", id.trim(), "roles", &svg.display().to_string(), "--page", "2"])?;
    assert!(std::fs::read(&png)?.starts_with(b"\x89PNG"));
    assert!(std::fs::read_to_string(&svg)?.starts_with("<svg"));
    let beyond = couloir(data, &["export", id.trim(), "roles", &svg.display().to_string(), "--page", "99"]);
    assert!(beyond.unwrap_err().to_string().contains("99"));
    Ok(())
}

#[tokio::test]
async fn a_screen_saves_what_it_shows_beside_its_title() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let out = data.join("raci.docx");
    couloir(data, &["new", "--template", "ajo", "--language", "en"])?;
    let to = out.display().to_string();
    let app = App::open_with(data, &[("COULOIR_TEST_SAVE_TO", to.as_str())]).await?;
    app.click("[data-testid=workshop-row] .open").await?;
    for (screen, entries) in [("board", 5), ("raci", 6), ("contracts", 6), ("radar", 6), ("sequence", 6)] {
        app.click(&format!("[data-testid=nav-{screen}]")).await?;
        app.click("[data-testid=print-menu]").await?;
        let shown = format!("document.querySelectorAll('[role=menu] [role=menuitem]').length === {entries}");
        app.until(&format!("the formats of {screen}"), &shown).await?;
        app.press(Key::Escape).await?;
    }
    app.click("[data-testid=nav-raci]").await?;
    app.click("[data-testid=print-menu]").await?;
    app.click("[role=menu] [role=menuitem]:nth-of-type(3)").await?;
    app.until("it is saved", "document.querySelector('.notice')?.textContent.includes('raci.docx')").await?;
    app.close().await?;
    assert!(std::fs::read(&out)?.starts_with(b"PK"));
    Ok(())
}

#[test]
fn forms_go_out_and_come_back_on_the_command_line() -> Done {
    let folder = tempfile::tempdir()?;
    let data = folder.path();
    let id = couloir(data, &["new", "--template", "ajo", "--language", "fr"])?;
    let forms = data.join("forms");
    couloir(data, &["export", id.trim(), "forms", &forms.display().to_string()])?;
    let mut names: Vec<_> =
        std::fs::read_dir(&forms)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    names.sort();
    assert_eq!(names.len(), 8);
    let filled: Vec<String> = names
        .iter()
        .filter(|name| name.extension().is_some_and(|ending| ending == "xlsx"))
        .map(|name| name.display().to_string())
        .collect();
    // Nobody filled them in: nothing is taken, the workshop is named, and each is said to be empty.
    let arguments: Vec<&str> = std::iter::once("import").chain(filled.iter().map(String::as_str)).collect();
    assert_eq!(couloir(data, &arguments)?.trim(), id.trim());
    let zip = data.join("forms.zip");
    couloir(data, &["export", id.trim(), "forms", &zip.display().to_string()])?;
    assert!(std::fs::read(&zip)?.starts_with(b"PK"));
    // Where a file cannot go, nothing is put in its place.
    #[cfg(unix)]
    {
        let link = data.join("link.pdf");
        std::os::unix::fs::symlink(data.join("real.pdf"), &link)?;
        couloir(data, &["export", id.trim(), "agenda", &link.display().to_string()])?;
        assert!(
            std::fs::symlink_metadata(&link)?.is_symlink()
                && std::fs::read(data.join("real.pdf"))?.starts_with(b"%PDF")
        );
        assert!(couloir(data, &["export", id.trim(), "agenda", "/dev/null"]).is_err());
        assert!(couloir(data, &["export", id.trim(), "wall-kit", &data.join("w.docx").display().to_string()]).is_err());
    }
    Ok(())
}
