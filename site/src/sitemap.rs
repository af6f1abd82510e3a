//! The list of all pages that search engines read. Only absolute addresses are allowed in it, so there is one where the
//! build knows where the release will be: see [`Home`].

use std::path::Path;

use scoring::data::Language;

use crate::assets::{FRONT, LAW_PAGE, MAKE_PAGE, PAGE, PRINTED_PAGE, SITEMAP, WORKSHOP_PAGE};
use crate::card_page;
use crate::failure::Failure;
use crate::framework_page::{self, Spoken};
use crate::home::Home;
use crate::html::escaped;
use crate::manual;

/// Writes it, if the build was told the address: every page that search engines shall find, in each language with its
/// forms in all. `frameworks` are all that have pages, in any language.
///
/// # Errors
/// When it cannot be written.
pub fn write(staging: &Path, languages: &[&Language], frameworks: &[Spoken]) -> Result<(), Failure> {
    let Some(home) = Home::of_build()? else { return Ok(()) };
    SITEMAP.write(staging, sitemap(&home, &stems(frameworks, languages)?))
}

/// The pages by their [names](crate::page::name), each with the languages in which it is.
fn stems<'a>(
    frameworks: &[Spoken],
    languages: &[&'a Language],
) -> Result<Vec<(String, Vec<&'a Language>)>, Failure> {
    let own = [FRONT.0, PAGE.0, LAW_PAGE.0, PRINTED_PAGE.0, MAKE_PAGE.0, WORKSHOP_PAGE.0].map(str::to_owned);
    let of_framework = |Spoken { framework, cohort, .. }: &Spoken| {
        let cards = cohort.cards.iter().map(|card| card_page::stem(&framework.id, &card.subject));
        std::iter::once(framework_page::stem(&framework.id)).chain(cards).collect::<Vec<_>>()
    };
    let in_all = own.into_iter().chain(frameworks.iter().flat_map(of_framework));
    let in_all = in_all.map(|stem| (stem, languages.to_vec()));
    Ok(in_all.chain(manual::stems(languages)?).collect())
}

fn sitemap(home: &Home, stems: &[(String, Vec<&Language>)]) -> String {
    let mut list = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (stem, languages) in stems {
        let link = |(language, address): (&str, String)| {
            let address = escaped(&address);
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>")
        };
        let alternates: String = home.in_all(stem, languages).map(link).collect();
        for (_, address) in home.in_all(stem, languages) {
            list.push_str(&format!("<url><loc>{}</loc>{alternates}</url>\n", escaped(&address)));
        }
    }
    list + "</urlset>\n"
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use scoring::data::Language;

    use super::{sitemap, stems};
    use crate::data::pairs;
    use crate::framework_page;
    use crate::home::Home;

    #[test]
    fn every_page_is_listed_in_every_language() {
        let pair = pairs().unwrap().remove(0);
        let languages: Vec<&Language> =
            pair.translations.iter().map(|translation| &translation.language).collect();
        let home = Home::new("https://example.org/a&b/").unwrap();
        let list = sitemap(
            &home,
            &[("index".to_owned(), languages.clone()), ("frameworks/a-2020".to_owned(), languages.clone())],
        );
        insta::assert_snapshot!(list);
        let english = framework_page::spoken(&languages).unwrap().remove(0);
        let stems = stems(&english, &languages).unwrap();
        for stem in [
            "connecticut",
            "make",
            "frameworks/wbl-2020",
            "frameworks/wbl-2020/ke",
            "frameworks/sunlight-2015/oh",
            "docs/figures",
        ] {
            assert!(stems.iter().any(|(known, _)| known == stem), "{stem}");
        }
    }
}
