#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::analysis::clock::tests::meeting;
use crate::testing::NOW;

const MINUTE: i64 = 60_000;

fn late(minutes: i64) -> Millis {
    Millis(NOW.0 + minutes * MINUTE)
}

#[test]
fn four_quarters_with_five_minutes_more_on_the_first() {
    let (meeting, mut items) = meeting(&[15, 15, 15, 15]);
    items[0].seconds += 300;
    let found = proposals(&meeting, &items.iter().collect::<Vec<_>>(), late(0));
    let shorten = found.iter().find(|proposal| proposal.way == Way::Shorten).unwrap();
    assert!(shorten.lengths.iter().all(|new| new.seconds == 13 * 60 + 20), "{shorten:?}");
    assert_eq!((shorten.lengths.len(), shorten.over.0), (3, 0));
    let ways: Vec<bool> = found.iter().map(|proposal| matches!(proposal.way, Way::Move(_))).collect();
    assert_eq!(ways.iter().filter(|is| **is).count(), 3);
    assert_eq!(found.last().unwrap().over.0, 5 * MINUTE);
}

#[test]
fn least_lengths_are_respected_and_buffers_eaten() {
    let (meeting, mut items) = meeting(&[15, 15, 15, 10, 5]);
    items[1].least_seconds = 15 * 60;
    items[2].is_optional = true;
    items[3].is_buffer = true;
    let found = proposals(&meeting, &items.iter().collect::<Vec<_>>(), late(21));
    let way = |wanted: &Way| found.iter().find(|proposal| proposal.way == *wanted).unwrap();
    assert!(way(&Way::Shorten).lengths.iter().all(|new| new.item_id != items[1].id && new.item_id != items[3].id));
    assert_eq!(way(&Way::EatBuffer).lengths, [NewLength { item_id: items[3].id.clone(), seconds: 4 * 60 }]);
    assert_eq!(way(&Way::Drop(items[2].id.clone())).over.0, -9 * MINUTE);
}

#[test]
fn on_time_there_is_nothing_to_do() {
    let (meeting, items) = meeting(&[15, 15]);
    let found = proposals(&meeting, &items.iter().collect::<Vec<_>>(), late(3));
    assert!(matches!(found.as_slice(), [Proposal { way: Way::EndLater, over: Millis(over), .. }] if *over < 0));
}

proptest! {
    /// Shortening saves exactly what is asked, or all there is, and never goes below a least length.
    #[test]
    fn shortening_saves_what_it_can(lengths in prop::collection::vec((0_i32..7200, 0_i32..3600), 1..12), over in 0_i64..20_000_000) {
        let (_, mut items) = meeting(&vec![1; lengths.len()]);
        for (item, (seconds, least)) in items.iter_mut().zip(&lengths) {
            item.seconds = *seconds;
            item.least_seconds = *least;
        }
        let rest: Vec<&AgendaItem> = items.iter().collect();
        let room: i64 = items.iter().map(|item| i64::from((item.seconds - item.least_seconds).max(0))).sum();
        let new = shortened(&rest, over, |_| true);
        let saved: i64 = new.iter().map(|new| {
            let item = items.iter().find(|item| item.id == new.item_id).unwrap();
            assert!(new.seconds >= item.least_seconds && new.seconds < item.seconds);
            i64::from(item.seconds - new.seconds)
        }).sum();
        prop_assert_eq!(saved, ((over + 999) / 1000).min(room));
    }
}
