//! The page of the law behind a card: the official text of every section that it cites, the acts known to have changed
//! it, and what bills about it would do to the grade. It is to be read, and has no program.

use std::path::Path;

use scoring::data::{CardBill, Language, StatuteSection, Statutes};
use scoring::{Baseline, Headline, Provision, Scenario, Situation, evaluate, format_address};

use crate::assets::{LAW_PAGE, PAGE};
use crate::data::{Bill, Pair, Translation};
use crate::failure::Failure;
use crate::html::escaped;
use crate::page;
use crate::reading_page::{self, ReadingPage};

/// Writes the page in each language. `styles` are the names of the style sheets: the calculator's, and that of the pages of
/// cards.
///
/// # Errors
/// When a file cannot be written or a text is missing.
pub fn write(staging: &Path, pair: &Pair, styles: &[String]) -> Result<(), Failure> {
    let languages: Vec<&Language> = pair.translations.iter().map(|one| &one.language).collect();
    for translation in &pair.translations {
        let page = LawPage { pair, translation };
        page.shell(&languages, styles)?.write(staging)?;
    }
    Ok(())
}

/// A link to the page from beside it.
///
/// # Errors
/// When the language has no text for it.
pub fn link(language: &Language) -> Result<String, Failure> {
    page::link_to(&LAW_PAGE, TEXTS, language)
}

/// The group of its texts.
const TEXTS: &str = "law";

struct LawPage<'a> {
    pair: &'a Pair,
    translation: &'a Translation,
}

impl LawPage<'_> {
    fn said(&self, name: &str, fillings: &[(&str, &str)]) -> Result<String, Failure> {
        Ok(self.translation.language.page_text(TEXTS, name, fillings)?)
    }

    fn shell<'a>(
        &'a self,
        languages: &'a [&'a Language],
        styles: &[String],
    ) -> Result<ReadingPage<'a>, Failure> {
        let Translation { language, baseline } = self.translation;
        let card = baseline.card();
        let jurisdiction = escaped(&card.jurisdiction);
        Ok(ReadingPage {
            stem: LAW_PAGE.0.to_owned(),
            group: TEXTS,
            languages: (language, languages),
            styles: styles.to_vec(),
            title: self.said("title", &[("jurisdiction", &jurisdiction)])?,
            description: self.said("description", &[("jurisdiction", &jurisdiction)])?,
            lead: self.said("lead", &[("year", &card.year.to_string())])?,
            introduction: format!(
                "<p class=\"year\">{}</p>\n<p><a class=\"open-card\" href=\"{}\">{}</a></p>",
                escaped(&card.year_note),
                page::asked(&PAGE.name(language), language),
                self.said("open_calculator", &[])?,
            ),
            main: reading_page::main_of("law.html", self.places()?)?,
        })
    }

    fn places(&self) -> Result<Vec<(&'static str, String)>, Failure> {
        let publishers: Vec<String> =
            self.pair.statutes.iter().map(|statutes| escaped(&statutes.publisher)).collect();
        Ok(vec![
            ("bills heading", self.said("bills_heading", &[])?),
            ("about bills", self.said("about_bills", &[])?),
            ("bills", self.bills()?),
            ("sections heading", self.said("sections_heading", &[])?),
            ("official", self.said("official", &[("publisher", &publishers.join(", "))])?),
            ("sections", self.sections()?),
        ])
    }

    /// All bills, each with what the calculator offers of it.
    fn bills(&self) -> Result<String, Failure> {
        let bills = self.pair.bills.iter().zip(self.translation.baseline.bills());
        bills.map(|(bill, offered)| self.bill(bill, offered)).collect()
    }

    fn bill(&self, bill: &Bill, offered: &CardBill) -> Result<String, Failure> {
        let Translation { language, baseline } = self.translation;
        let happened = &offered.happened;
        let title = bill.title.iter().map(|title| format!(": <span lang=\"en\">{}</span>", escaped(title)));
        let says = bill.says.get(&language.id).map(String::as_str).unwrap_or_default();
        let basis = format!(
            "<span class=\"basis basis-{}\">{}</span>",
            bill.basis.name(),
            escaped(&bill.basis.word(baseline.words()))
        );
        let sources = bill.sources.iter().map(|source| {
            let (address, title) = (escaped(&source.address), escaped(&source.title));
            format!("<a href=\"{address}\" rel=\"external\" hreflang=\"en\" lang=\"en\">{title}</a>")
        });
        let sources = self.said("sources", &[("sources", &sources.collect::<Vec<_>>().join("; "))])?;
        Ok(format!(
            "<section id=\"{id}\" aria-labelledby=\"{id}-name\">\n\
             <h3 id=\"{id}-name\">{number}{title}</h3>\n\
             <p>{happened} <a href=\"{address}\" rel=\"external\" hreflang=\"en\">{official}</a></p>\n\
             <p>{says} {basis}</p>\n\
             {effect}\n\
             <p class=\"note\">{sources}</p>\n\
             </section>\n",
            id = escaped(&bill.id),
            number = escaped(&bill.number),
            title = title.collect::<String>(),
            address = escaped(&bill.address),
            official = self.said("official_page", &[])?,
            says = escaped(says),
            effect = self.effect(offered)?,
        ))
    }

    /// What the bill would do to the grade, with a link to the scenario.
    fn effect(&self, bill: &CardBill) -> Result<String, Failure> {
        let Translation { language, baseline } = self.translation;
        if bill.on.is_empty() && bill.off.is_empty() {
            return Ok(format!("<p><strong>{}</strong></p>", self.said("no_change", &[])?));
        }
        let scenario = Scenario::default().with_bill(baseline, bill);
        let result = Headline::new(baseline, &evaluate(baseline, &scenario)).in_words(baseline.words());
        let labels = |ids: &[String]| {
            let known = ids.iter().filter_map(|id| baseline.provision(id));
            let labels = known.map(|one| format!("<li>{}</li>", escaped(&one.label)));
            labels.collect::<String>()
        };
        let mut lists = String::new();
        for (ids, heading) in [(&bill.on, "would_add"), (&bill.off, "would_remove")] {
            if !ids.is_empty() {
                lists += &format!("<p>{}</p>\n<ul>{}</ul>\n", self.said(heading, &[])?, labels(ids));
            }
        }
        let address = format_address(baseline, &Situation::from(scenario));
        let address = format!("{}#{}", page::asked(&PAGE.name(language), language), escaped(&address));
        Ok(format!(
            "{lists}<p><strong>{}</strong></p>\n<p class=\"needs-scripts\"><a href=\"{address}\">{}</a></p>",
            self.said("result", &[("result", &escaped(&result))])?,
            self.said("open", &[("bill", &escaped(&bill.number))])?,
        ))
    }

    /// All sections that the card cites, in the order of the table.
    fn sections(&self) -> Result<String, Failure> {
        let mut html = String::new();
        for statutes in &self.pair.statutes {
            for section in &statutes.sections {
                html += &self.section(statutes, section)?;
            }
        }
        Ok(html)
    }

    fn section(&self, statutes: &Statutes, section: &StatuteSection) -> Result<String, Failure> {
        let Translation { baseline, .. } = self.translation;
        let number = escaped(&section.section);
        let name = format!("§&nbsp;{number}");
        let (heading, note) = match statutes.address(section) {
            Some(address) => {
                let address = escaped(&address);
                let language = &statutes.language;
                let link =
                    format!("<a href=\"{address}\" rel=\"external\" hreflang=\"{language}\">{name}</a>");
                (link, String::new())
            }
            None => (name, format!("<p class=\"note\">{}</p>\n", self.said("no_link", &[])?)),
        };
        let acts = section.acts.iter().map(|act| {
            let name = format!("P.A.&nbsp;{}", escaped(act));
            match statutes.act_address(act) {
                Some(address) => {
                    format!("<a href=\"{}\" rel=\"external\" hreflang=\"en\">{name}</a>", escaped(&address))
                }
                None => name,
            }
        });
        let acts: Vec<String> = acts.collect();
        let acts = match acts.is_empty() {
            true => String::new(),
            false => format!("<p>{}</p>\n", self.said("acts", &[("acts", &acts.join(", "))])?),
        };
        let cited = citing(baseline, statutes, section).into_iter().map(|provision| {
            let state = if provision.law.in_law { "in_law" } else { "not_in_law" };
            let state = self.said(state, &[])?;
            Ok::<_, Failure>(format!(
                "<li>{} <span class=\"note\">{state}</span></li>",
                escaped(&provision.label)
            ))
        });
        let cited: String = cited.collect::<Result<_, _>>()?;
        Ok(format!(
            "<section id=\"s-{number}\" aria-labelledby=\"s-{number}-name\">\n\
             <h3 id=\"s-{number}-name\">{heading}</h3>\n{note}{acts}<p>{for_what}</p>\n<ul>{cited}</ul>\n</section>\n",
            for_what = self.said("cited_for", &[])?,
        ))
    }
}

/// The provisions that cite a section.
fn citing<'a>(baseline: &'a Baseline, statutes: &Statutes, section: &StatuteSection) -> Vec<&'a Provision> {
    let cites = |provision: &&Provision| {
        let known = |text: &str| statutes.number(text) == Some(section.section.as_str());
        provision.law.citations.iter().any(|citation| known(&citation.text))
    };
    baseline.provisions().iter().map(|provision| &**provision).filter(cites).collect()
}
