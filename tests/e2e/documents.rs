//! The documents screen: pages as they print, thumbnails, the whole set in one go, one page as a picture.

use couloir_e2e::{App, Done, couloir};

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
    app.until("the set is saved", "document.querySelector('.notice')?.textContent.includes('10 documents')").await?;
    app.close().await?;
    let mut saved = 0;
    for file in std::fs::read_dir(&out)? {
        let bytes = std::fs::read(file?.path())?;
        assert!(bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
        saved += 1;
    }
    assert_eq!(saved, 10);

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
