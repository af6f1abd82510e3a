//! The list of all pages that search engines read. Only absolute addresses are allowed in it, so there is one where the
//! build knows where the release will be: see [`Home`].

use std::path::Path;

use scoring::data::Language;

use crate::assets::{FRONT, PAGE, SITEMAP};
use crate::failure::Failure;
use crate::framework_page;
use crate::home::Home;
use crate::html::escaped;

/// Writes it, if the build was told the address: every page that search engines shall find, in each language with its
/// forms in all.
///
/// # Errors
/// When it cannot be written, or the data cannot be read.
pub fn write(staging: &Path, languages: &[&Language]) -> Result<(), Failure> {
    let Some(home) = Home::of_build()? else { return Ok(()) };
    SITEMAP.write(staging, sitemap(&home, &stems()?, languages))
}

/// The pages by their [names](crate::page::name).
fn stems() -> Result<Vec<String>, Failure> {
    let own = [FRONT.0, PAGE.0].map(str::to_owned);
    let frameworks = framework_page::ids()?.into_iter().map(|id| framework_page::stem(&id));
    Ok(own.into_iter().chain(frameworks).collect())
}

fn sitemap(home: &Home, stems: &[String], languages: &[&Language]) -> String {
    let mut list = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for stem in stems {
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
    use crate::home::Home;

    #[test]
    fn every_page_is_listed_in_every_language() {
        let pair = pairs().unwrap().remove(0);
        let languages: Vec<&Language> =
            pair.translations.iter().map(|translation| &translation.language).collect();
        let home = Home::new("https://example.org/a&b/").unwrap();
        let list = sitemap(&home, &["index".to_owned(), "frameworks/a-2020".to_owned()], &languages);
        insta::assert_snapshot!(list);
        assert!(stems().unwrap().contains(&"frameworks/wbl-2020".to_owned()));
    }
}
