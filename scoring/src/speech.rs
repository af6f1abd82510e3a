//! How a language writes numbers and lists. A browser knows it; here is only what is asked of it, and what
//! tests and tools do without one.

/// How a language writes numbers and lists.
///
/// Numbers come as plain decimals, as [`Points`](crate::Points) and whole numbers write themselves: “82.5”,
/// “-0.25”, “1234”, with as many digits as it takes.
pub trait Speech: Send + Sync {
    /// The number as the language writes it.
    fn number(&self, number: &str) -> String;

    /// The category of the number, by its CLDR name: “one”, “other” ...
    fn plural(&self, number: &str) -> String;

    /// The items in a row: “a, b and c”.
    fn list(&self, items: &[String]) -> String;
}

/// Numbers as on the printed card, with commas between thousands; one is singular, all else plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// The word before the last item of a list.
    pub and: String,
}

impl Speech for Plain {
    fn number(&self, number: &str) -> String {
        let (whole, part) = number.split_at(number.find('.').unwrap_or(number.len()));
        let mut written = String::with_capacity(number.len() * 4 / 3);
        let mut left = whole.len();
        for digit in whole.chars() {
            if left < whole.len() && left.is_multiple_of(3) && !written.ends_with('-') {
                written.push(',');
            }
            written.push(digit);
            left -= 1;
        }
        written.push_str(part);
        written
    }

    fn plural(&self, number: &str) -> String {
        if number == "1" { "one" } else { "other" }.to_owned()
    }

    fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Plain, Speech};

    #[test]
    fn numbers_and_lists() {
        let speech = Plain { and: "and".to_owned() };
        let numbers = ["0", "-0.25", "102.5", "-100", "1234", "-1234.75", "1234567"];
        let written = numbers.map(|number| speech.number(number));
        assert_eq!(written, ["0", "-0.25", "102.5", "-100", "1,234", "-1,234.75", "1,234,567"]);
        assert_eq!(
            ["1", "0", "0.5", "2"].map(|number| speech.plural(number)),
            ["one", "other", "other", "other"]
        );
        let list =
            |items: &[&str]| speech.list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            [list(&[]), list(&["a"]), list(&["a", "b"]), list(&["a", "b", "c"])],
            ["", "a", "a and b", "a, b and c"]
        );
    }
}
