//! What every framework has: filled in where no sheet says it, and written out.

use scoring::diagnose::Code;
use scoring::exact::Fraction;
use scoring::rules::file::Framework;

use super::Setting;
use crate::cell_reader::{Reading, Stage};
use crate::draft::Draft;
use crate::grid::Grid;
use crate::layout::choices;
use crate::tidy::slug;

/// Fills in what no sheet says but every framework has; it is told at this grid. A title may stand above the provisions.
pub(crate) fn complete(draft: &mut Draft, grid: &Grid<'_>, title: Option<String>, reading: &mut Reading) {
    /// Stands in for a year that nobody says.
    const YEAR: u16 = 2000;
    let framework = &mut draft.framework;
    let at = grid.at(grid.head, 1);
    let mut stand_in = |setting: Setting, text: &str| {
        let name = if grid.is_spanish { setting.spanish() } else { setting.name() };
        reading.find(Stage::Heading, Code::MissingSetting, at.clone(), &[name, text]);
    };
    if framework.title.is_empty() {
        framework.title = title.unwrap_or_else(|| {
            stand_in(Setting::Title, "Report card");
            "Report card".to_owned()
        });
        draft.places.put("/title", at.clone());
    }
    if framework.publisher.is_empty() {
        stand_in(Setting::Publisher, "–");
        "–".clone_into(&mut framework.publisher);
    }
    if framework.year == 0 {
        let of_title = framework.title.split(|letter: char| !letter.is_ascii_digit());
        let of_title = of_title
            .filter(|digits| digits.len() == 4)
            .filter_map(|digits| digits.parse().ok().filter(|year| *year >= 1000))
            .next_back();
        framework.year = of_title.unwrap_or_else(|| {
            stand_in(Setting::Year, &YEAR.to_string());
            YEAR
        });
    }
    if framework.about.is_empty() {
        framework.about.clone_from(&framework.title);
    }
    if framework.id.is_empty() {
        let id = slug(&framework.title);
        framework.id = if id.is_empty() { "report-card".to_owned() } else { id };
    }
    framework.edition = framework.edition.max(1);
}

/// The settings of a framework, as rows.
pub(crate) fn written(framework: &Framework) -> Vec<(String, String)> {
    let scale = framework.scale.unwrap_or_default();
    let source = framework.source.clone().unwrap_or_default();
    let number = |number: Option<Fraction>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut rows = vec![
        (Setting::Title, framework.title.clone()),
        (Setting::Id, framework.id.clone()),
        (Setting::Edition, framework.edition.to_string()),
        (Setting::Year, framework.year.to_string()),
        (Setting::Publisher, framework.publisher.clone()),
        (Setting::About, framework.about.clone()),
        (Setting::Source, source.title),
        (Setting::Address, source.address.unwrap_or_default()),
        (Setting::Licence, source.licence),
        (Setting::Ours, source.ours),
        (Setting::Codes, framework.subjects.map(|codes| choices::name(&codes)).unwrap_or_default()),
        (Setting::Step, number(framework.step)),
        (Setting::Max, number(framework.max)),
        (Setting::Missing, choices::name(&framework.missing)),
        (Setting::Join, choices::name(&framework.join)),
        (Setting::Worth, number(framework.worth)),
    ];
    if framework.scale.is_some() {
        rows.extend([
            (Setting::OutOf, number(scale.of)),
            (Setting::Decimals, scale.decimals.map(|decimals| decimals.to_string()).unwrap_or_default()),
            (Setting::Halves, choices::name(&scale.halves)),
            (Setting::BandsSee, choices::name(&scale.bands_see)),
            (Setting::RanksSee, choices::name(&scale.ranks_see)),
        ]);
    }
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
    rows.map(|(setting, value)| (setting.name().to_owned(), value)).collect()
}
