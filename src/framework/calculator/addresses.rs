//! Addresses that are opened: the browser's, and those of saved scenarios.

use leptos::prelude::*;
use scoring::session::{Route, Session, Unread};

use super::Calculator;
use crate::browser::{self, Entry};
use crate::stage::Stage;

impl Calculator {
    /// Opens an address of this framework in place of what is shown; one of another framework is left to the page, which
    /// goes to its own. Says whether it was opened here.
    pub fn open_address(self, address: &str, entry: Entry) -> bool {
        let route = Route::parse(address).ok().flatten();
        let card = route.as_ref().and_then(|route| Some((self.cohort().card_of(route)?, route)));
        match card {
            None => browser::go_to_address(address),
            Some((card, route)) => {
                let unread = self.open_route(card, route);
                self.write(entry);
                self.unread.set(unread);
            }
        }
        card.is_some()
    }

    /// Shows what the browser's address says. What of it cannot be read is told, and the address stays for the visitor
    /// to mend until the next step.
    pub(super) fn follow_address(self) {
        let Some(address) = browser::address(self.place) else {
            // A place on the page: the browser goes there, and the scenario keeps its address.
            self.reveal_place();
            return self.address_bar.set(self.address(), Entry::Same);
        };
        self.address_bar.leave();
        self.unread.set(Vec::new());
        let first = self.cohort.with_value(|cohort| cohort.first);
        let route = match Route::parse(&address) {
            Ok(Some(route)) => route,
            Ok(None) => {
                let is_first = self.card.get_untracked() == first;
                if !(is_first && self.session.with_value(Session::is_card)) {
                    self.show_card(first);
                }
                return;
            }
            Err(unread) => return self.unread.set(vec![unread]),
        };
        let card = self.cohort().card_of(&route).unwrap_or_else(|| self.card.get_untracked());
        let unread = self.open_route(card, &route);
        self.unread.set(unread);
    }

    /// Shows a card with what an address says of it, and gives what of the address was not read.
    fn open_route(self, card: usize, route: &Route<'_>) -> Vec<Unread> {
        if card != self.card.get_untracked() {
            self.begin(card);
        }
        let unread = self.session.try_update_value(|session| session.open(route)).unwrap_or_default();
        self.update();
        unread
    }
}
