//! A form as a workbook: locked but for the answers.

use couloir_core::Contents;
use couloir_core::TITLE_MAX;
use couloir_core::role::Role;
use couloir_core::workshop::Language;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, Format, FormatAlign,
    FormatBorder, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::read::NO_ANSWER;
use super::{MARK, VERSION, parts};
use crate::document::{safe_name, spoken};
use crate::{Error, Result};

/// The column of the answers, and the hidden one of the questions' keys.
const ANSWERS: u16 = 1;
const KEYS: u16 = 2;

/// The form of a role. The same workshop gives the same bytes.
///
/// # Errors
/// [`Error::Fault`] only.
pub fn write(contents: &Contents, role: &Role, language: Language) -> Result<Vec<u8>> {
    workbook(contents, role, language).map_err(Error::fault)
}

/// A name for the file of a role's form, without its ending.
pub fn file_name(contents: &Contents, role: &Role, language: Language) -> String {
    let kind = couloir_messages::text(spoken(language), "form-title", &[]);
    safe_name(&format!("{kind} - {} {} - {}", role.letter, role.name, contents.workshop.title))
}

fn workbook(contents: &Contents, role: &Role, language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = file_name(contents, role, language);
    let made = crate::xlsx::date_time(contents.workshop.created_at.utc().naive_utc())?;
    workbook.set_properties(&DocProperties::new().set_title(&title).set_author("Couloir").set_creation_datetime(&made));
    questions(workbook.add_worksheet(), contents, role, language)?;
    // What this form is: read by the program alone.
    let hidden = workbook.add_worksheet();
    hidden.set_name(MARK)?;
    let facts =
        [MARK, &VERSION.to_string(), contents.workshop.id.as_str(), role.id.as_str(), language.tag(), &role.name];
    for (row, fact) in (0u32..).zip(facts) {
        hidden.write_string(row, 0, fact)?;
    }
    hidden.set_very_hidden(true);
    hidden.protect();
    workbook.save_to_buffer()
}

fn questions(sheet: &mut Worksheet, contents: &Contents, role: &Role, language: Language) -> Result<(), XlsxError> {
    let say = |key: &str| couloir_messages::text(spoken(language), &format!("form-{key}"), &[]);
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let quiet = plain.clone().set_font_color(Color::RGB(0x005d_5a54));
    let large = Format::new().set_bold().set_font_size(18);
    let heading = Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Bottom);
    let ask = plain.clone().set_bold();
    let answer = plain
        .clone()
        .set_unlocked()
        .set_num_format("@")
        .set_background_color(Color::RGB(0x00fb_f8f0))
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x00d9_d4c9));
    let length = DataValidation::new()
        .allow_text_length(DataValidationRule::LessThanOrEqualTo(TITLE_MAX))
        .set_error_title(say("too-long-title"))?
        .set_error_message(say("too-long"))?
        .set_error_style(DataValidationErrorStyle::Stop);

    sheet.set_name(say("sheet"))?;
    sheet.set_column_width(0, 44)?;
    sheet.set_column_width(ANSWERS, 76)?;
    sheet.write_string_with_format(0, 0, &contents.workshop.title, &quiet)?;
    sheet.write_string_with_format(1, 0, format!("{} {}", role.letter, role.name), &large)?;
    sheet.merge_range(2, 0, 2, ANSWERS, &say("how"), &plain)?;
    sheet.set_row_height(2, 66)?;
    for above in 0..3 {
        sheet.write_string(above, KEYS, NO_ANSWER)?;
    }
    let mut row = 3;
    if !role.mandate.is_empty() {
        sheet.merge_range(row, 0, row, ANSWERS, &role.mandate, &quiet)?;
        let lines = role.mandate.chars().count().div_ceil(110) + role.mandate.matches('\n').count();
        sheet.set_row_height(row, 15 * u32::try_from(lines.clamp(1, 20)).unwrap_or(1))?;
        sheet.write_string(row, KEYS, NO_ANSWER)?;
        row += 1;
    }
    for part in parts(contents, role, language) {
        row += 1;
        sheet.write_string_with_format(row, 0, &part.title, &heading)?;
        sheet.set_row_height(row, 26)?;
        sheet.merge_range(row + 1, 0, row + 1, ANSWERS, &part.how, &quiet)?;
        sheet.set_row_height(row + 1, 30)?;
        sheet.write_string(row, KEYS, NO_ANSWER)?;
        sheet.write_string(row + 1, KEYS, NO_ANSWER)?;
        row += 2;
        for question in part.questions {
            for line in 0..question.lines {
                if line == 0 {
                    sheet.write_string_with_format(row, 0, &question.text, &ask)?;
                }
                sheet.write_blank(row, ANSWERS, &answer)?;
                sheet.write_string(row, KEYS, question.ask.key())?;
                sheet.add_data_validation(row, ANSWERS, row, ANSWERS, &length)?;
                sheet.set_row_height(row, 22)?;
                row += 1;
            }
        }
    }
    sheet.set_column_hidden(KEYS)?;
    // Rows may be made taller for a long answer; nothing else of the sheet changes.
    sheet.protect_with_options(&ProtectionOptions { format_rows: true, ..ProtectionOptions::default() });
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_freeze_panes(2, 0)?;
    sheet.set_print_area(0, 0, row, ANSWERS)?;
    Ok(())
}
