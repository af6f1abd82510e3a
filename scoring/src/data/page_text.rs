//! The texts of the page, as the build asks for them.

use super::{Language, placeholders};

/// Why a text of the page cannot be said. A text is named by its language, group and name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum PageTextProblem {
    #[error("{0}: expected a text for the page, found none")]
    NoText(String),
    #[error("{text}: nothing fills {{{place}}}")]
    NotFilled { text: String, place: String },
    #[error("{text}: there is no {{{place}}} to fill")]
    NoPlace { text: String, place: String },
}

impl Language {
    /// A text of the page with its placeholders filled, each by its name. The text itself has nothing that HTML
    /// takes for markup; what fills it is written as it is, so that it may be an element.
    ///
    /// # Errors
    /// When there is no such text, or its placeholders are not exactly those that are filled.
    pub fn page_text(
        &self,
        group: &str,
        name: &str,
        fillings: &[(&str, &str)],
    ) -> Result<String, PageTextProblem> {
        let called = || format!("{} {group}/{name}", self.id);
        let text = self.page.get(group).and_then(|texts| texts.get(name));
        let text = text.ok_or_else(|| PageTextProblem::NoText(called()))?;
        for (place, _) in fillings {
            if !placeholders(text).any(|known| known == *place) {
                return Err(PageTextProblem::NoPlace { text: called(), place: (*place).to_owned() });
            }
        }
        let mut parts = text.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (place, behind) = part.split_once('}').unwrap_or((part, ""));
            let Some((_, filling)) = fillings.iter().find(|(known, _)| *known == place) else {
                return Err(PageTextProblem::NotFilled { text: called(), place: place.to_owned() });
            };
            filled.push_str(filling);
            filled.push_str(behind);
        }
        Ok(filled)
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    fn language() -> Language {
        let file = include_str!("../../../data/languages/en.json");
        serde_json::from_str(file).expect("English is right")
    }

    #[test]
    fn a_text_of_the_page_takes_exactly_its_fillings() {
        let said = |name: &str, fillings: &[(&str, &str)]| language().page_text("page", name, fillings);
        let told = |name: &str, fillings: &[(&str, &str)]| {
            said(name, fillings).map_err(|problem| problem.to_string())
        };
        let phone = ("phone", "<a href=\"tel:1\">1</a>");
        assert_eq!(
            said("hotline", &[("text_number", "{phone}"), phone]).as_deref(),
            Ok(
                "National Human Trafficking Hotline (United States): <a href=\"tel:1\">1</a>, or text {phone}."
            )
        );
        assert_eq!(told("hotline", &[phone]), Err("en page/hotline: nothing fills {text_number}".to_owned()));
        assert_eq!(told("skip", &[phone]), Err("en page/skip: there is no {phone} to fill".to_owned()));
        assert_eq!(
            told("skipped", &[]),
            Err("en page/skipped: expected a text for the page, found none".to_owned())
        );
    }
}
