//! Reads the data of a page the way its template does.

use serde_json::Value;

/// A part of the data of a page. What is not there is empty.
#[derive(Clone, Copy)]
pub(super) struct Data<'a>(&'a Value);

static NOTHING: Value = Value::Null;

impl<'a> Data<'a> {
    pub(super) fn of(value: &'a Value) -> Self {
        Self(value)
    }

    pub(super) fn at(self, key: &str) -> Data<'a> {
        Data(self.0.get(key).unwrap_or(&NOTHING))
    }

    /// A member of a pair or triple.
    pub(super) fn nth(self, index: usize) -> Data<'a> {
        Data(self.0.get(index).unwrap_or(&NOTHING))
    }

    pub(super) fn text(self, key: &str) -> &'a str {
        self.at(key).as_text()
    }

    pub(super) fn as_text(self) -> &'a str {
        self.0.as_str().unwrap_or_default()
    }

    pub(super) fn number(self, key: &str) -> i64 {
        self.at(key).as_number()
    }

    pub(super) fn as_number(self) -> i64 {
        self.0.as_i64().unwrap_or_default()
    }

    pub(super) fn is(self, key: &str) -> bool {
        self.at(key).0.as_bool().unwrap_or_default()
    }

    pub(super) fn is_there(self) -> bool {
        !self.0.is_null()
    }

    pub(super) fn list(self, key: &str) -> Vec<Data<'a>> {
        self.at(key).items()
    }

    pub(super) fn items(self) -> Vec<Data<'a>> {
        self.0.as_array().map(|list| list.iter().map(Data).collect()).unwrap_or_default()
    }

    /// Texts of a list, with something between.
    pub(super) fn joined(self, key: &str, between: &str) -> String {
        self.list(key).iter().map(|item| item.as_text()).collect::<Vec<_>>().join(between)
    }

    /// Pairs of texts, as the facts of a document are.
    pub(super) fn pairs(self, key: &str) -> Vec<(&'a str, &'a str)> {
        self.list(key).iter().map(|pair| (pair.nth(0).as_text(), pair.nth(1).as_text())).collect()
    }
}

/// The words of a document.
#[derive(Clone, Copy)]
pub(super) struct Words<'a>(pub(super) Data<'a>);

impl<'a> Words<'a> {
    pub(super) fn get(self, key: &str) -> &'a str {
        self.0.text(key)
    }
}
