//! The short calculator for articles (`parts="short"`): the grade, its ruler and the provisions that are worth most on the
//! card as it is published. It is the page for frames with the rest left out by its style sheet, until a reader asks for
//! the whole, so that no program knows of it.

use scoring::data::Language;
use scoring::{Baseline, Scenario, worth};

use crate::failure::Failure;
use crate::html::{escaped, replace_once};

/// How many provisions it shows.
const SHOWN: usize = 3;

/// Where a provision stands on the page: its component, and its place among the provisions of that, from 1.
type Place<'a> = (&'a str, usize);

/// The places of the provisions worth most; of several places of one the first.
fn shown(baseline: &Baseline) -> Vec<Place<'_>> {
    let most = worth(baseline, &Scenario::default());
    let place = |id: &str| {
        let components = baseline.sections().iter().flat_map(|section| &section.components);
        components.into_iter().find_map(|component| {
            let at = component.provisions.iter().position(|provision| provision.id == id)?;
            Some((&*component.id, at + 1))
        })
    };
    most.iter().take(SHOWN).filter_map(|(provision, _)| place(&provision.id)).collect()
}

/// Selectors of the components and provisions that it does without.
pub fn left_out(baseline: &Baseline) -> String {
    const SHORT: &str = ".framed[data-parts=short]";
    let shown = shown(baseline);
    let named = |component: &str| format!("[id=\"component-{component}\"]");
    let mut components: Vec<&str> = shown.iter().map(|(component, _)| *component).collect();
    components.sort_unstable();
    components.dedup();
    let kept: Vec<String> = components.iter().map(|component| named(component)).collect();
    let others = format!("{SHORT} .component:not({})", kept.join(", "));
    let within = components.iter().map(|component| {
        let places = shown.iter().filter(|(of, _)| of == component);
        let kept: Vec<String> = places.map(|(_, at)| format!(":nth-child({at})")).collect();
        format!("{SHORT} {} .provision:not({})", named(component), kept.join(", "))
    });
    std::iter::once(others).chain(within).collect::<Vec<_>>().join(",\n")
}

/// The page for frames with what leads from the short calculator to the whole. It is shown once its script listens.
///
/// # Errors
/// When the page is not as expected, or the language has no text for it.
pub fn with_way_out(html: &str, language: &Language) -> Result<String, Failure> {
    let said = |name| language.page_text("frame", name, &[]).map(|text| escaped(&text));
    let place = "<section class=\"footer\" aria-labelledby=\"readings\">";
    let way = format!(
        "<div class=\"page whole\"><p>{}</p><button type=\"button\" hidden>{}</button></div>\n{place}",
        said("short")?,
        said("whole")?
    );
    replace_once(html, place, &way)
}

/// The page for frames with what explains its figures in folds.
///
/// # Errors
/// When the page is not as expected.
pub fn folded(html: &str) -> Result<String, Failure> {
    const FOLD: &str = "<details class=\"explained\"><summary>";
    let html = replace_once(
        html,
        "aria-labelledby=\"readings\">\n<h2 id=\"readings\">",
        &format!("aria-labelledby=\"readings\">\n{FOLD}<h2 id=\"readings\">"),
    )?;
    let html = replace_once(
        &html,
        "</section>\n<footer class=\"footer\">\n<h2>",
        &format!("</details></section>\n<footer class=\"footer\">\n{FOLD}<h2>"),
    )?;
    let (before, after) = html.split_at(html.find("<details class=\"explained\">").unwrap_or_default());
    let after = after.replace("</h2>\n<p>", "</h2></summary>\n<p>");
    let html = format!("{before}{after}");
    replace_once(&html, "<p class=\"one-file\">", "</details>\n<p class=\"one-file\">")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use scoring::{Scenario, evaluate, worth};

    use super::{SHOWN, folded, left_out, shown};
    use crate::data::pairs;

    #[test]
    fn it_shows_the_provisions_that_are_worth_most_and_no_other() {
        let pair = pairs().unwrap().remove(0);
        let baseline = &pair.baseline;
        let published = evaluate(baseline, &Scenario::default()).total;
        let gain = |id: &str| {
            let provision = baseline.provisions().iter().find(|provision| provision.id == id).unwrap();
            let mut with = Scenario::default();
            with.switch(provision);
            evaluate(baseline, &with).total - published
        };
        let components: Vec<_> = baseline.sections().iter().flat_map(|section| &section.components).collect();
        let ids: Vec<&str> = shown(baseline)
            .iter()
            .map(|(component, at)| {
                let component = components.iter().find(|known| known.id == *component).unwrap();
                &*component.provisions.get(at - 1).unwrap().id
            })
            .collect();
        let most: Vec<_> = worth(baseline, &Scenario::default()).into_iter().take(SHOWN).collect();
        assert_eq!(ids, most.iter().map(|(provision, _)| &*provision.id).collect::<Vec<_>>());
        let least = ids.iter().map(|id| gain(id)).min().unwrap();
        let off = baseline.provisions().iter().filter(|provision| !provision.law.in_law);
        assert!(
            off.filter(|provision| !ids.contains(&&*provision.id))
                .all(|provision| gain(&provision.id) <= least)
        );
        for (component, at) in shown(baseline) {
            let rule = left_out(baseline);
            assert!(rule.contains(&format!("[id=\"component-{component}\"] .provision:not(")), "{rule}");
            assert!(rule.contains(&format!(":nth-child({at})")), "{rule}");
        }
    }

    #[test]
    fn both_explanations_are_folded() {
        let page = "<section class=\"footer\" aria-labelledby=\"readings\">\n<h2 id=\"readings\">A?</h2>\n<p>One.</p>\n</section>\n<footer class=\"footer\">\n<h2>B</h2>\n<p>Two.</p>\n<p class=\"one-file\">File.</p>\n</footer>";
        let expected = "<section class=\"footer\" aria-labelledby=\"readings\">\n<details class=\"explained\"><summary><h2 id=\"readings\">A?</h2></summary>\n<p>One.</p>\n</details></section>\n<footer class=\"footer\">\n<details class=\"explained\"><summary><h2>B</h2></summary>\n<p>Two.</p>\n</details>\n<p class=\"one-file\">File.</p>\n</footer>";
        assert_eq!(folded(page).unwrap(), expected);
        assert!(folded("<p>").is_err());
    }
}
