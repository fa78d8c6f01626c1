//! The questionnaire on paper: one sheet a role, with lines to write on.

use couloir_core::Contents;
use couloir_core::role::RoleId;
use serde::Serialize;

use super::view::{RoleView, View, Words, envelope, notice, role};
use crate::{Request, Result, forms};

#[derive(Serialize)]
struct Body {
    sheets: Vec<SheetView>,
}

#[derive(Serialize)]
struct SheetView {
    role: RoleView,
    mandate: String,
    how: String,
    parts: Vec<PartView>,
}

#[derive(Serialize)]
struct PartView {
    title: String,
    how: String,
    questions: Vec<QuestionView>,
}

#[derive(Serialize)]
struct QuestionView {
    text: String,
    role: Option<RoleView>,
    lines: usize,
}

/// The sheets of every role, or of `only` one.
pub(super) fn data(contents: &Contents, request: &Request, only: Option<&RoleId>) -> Result<View> {
    let words = Words::of(request);
    if contents.roles.is_empty() {
        return notice(contents, request, &words.get("no-roles"));
    }
    let sheets = contents
        .roles
        .iter()
        .filter(|one| only.is_none_or(|only| one.id == *only))
        .map(|one| SheetView {
            role: one.into(),
            mandate: one.mandate.clone(),
            how: words.on_screen("form-printed-how"),
            parts: forms::parts(contents, one, request.language)
                .into_iter()
                .map(|part| PartView {
                    title: part.title,
                    how: part.how,
                    questions: part
                        .questions
                        .into_iter()
                        .map(|question| QuestionView {
                            text: question.text,
                            role: role(contents, question.role.as_ref()).map(RoleView::from),
                            lines: question.lines,
                        })
                        .collect(),
                })
                .collect(),
        })
        .collect();
    Ok(View { template: "forms.typ", data: envelope(contents, request, &contents.workshop.title, Body { sheets })? })
}
