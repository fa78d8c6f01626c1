//! Fractional keys: a row moves by rewriting its own key, never its neighbours'.

use fractional_index::FractionalIndex;

/// A key that sorts between two neighbours; `None` is the open end.
///
/// Neighbours that are equal, reversed or unreadable give a key after `before` where one can be read.
pub fn between(before: Option<&str>, after: Option<&str>) -> String {
    let before = before.and_then(|key| FractionalIndex::from_string(key).ok());
    let after = after.and_then(|key| FractionalIndex::from_string(key).ok());
    match (before, after) {
        (Some(before), Some(after)) => {
            FractionalIndex::new_between(&before, &after).unwrap_or_else(|| FractionalIndex::new_after(&before))
        }
        (Some(before), None) => FractionalIndex::new_after(&before),
        (None, Some(after)) => FractionalIndex::new_before(&after),
        (None, None) => FractionalIndex::default(),
    }
    .to_string()
}

/// `count` keys in ascending order, all after `last` if given.
pub fn sequence(last: Option<&str>, count: usize) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(count);
    for _ in 0..count {
        let key = between(keys.last().map(String::as_str).or(last), None);
        keys.push(key);
    }
    keys
}

/// The key that puts a row before the sibling `before` (`None`: last), among `siblings` as `(id, key)` in order.
pub fn among(siblings: &[(String, String)], before: Option<&str>) -> String {
    let at = before.and_then(|id| siblings.iter().position(|(sibling, _)| sibling == id)).unwrap_or(siblings.len());
    let previous = at.checked_sub(1).and_then(|i| siblings.get(i));
    between(previous.map(|(_, key)| key.as_str()), siblings.get(at).map(|(_, key)| key.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_where_they_were_put() {
        let mut keys = sequence(None, 300);
        assert!(keys.is_sorted());
        for i in 0..50 {
            let key = between(Some(&keys[i]), Some(&keys[i + 1]));
            assert!(keys[i] < key && key < keys[i + 1]);
            keys.insert(i + 1, key);
        }
        assert!(between(None, Some(&keys[0])) < keys[0]);
    }
}
