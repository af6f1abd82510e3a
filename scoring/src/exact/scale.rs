//! How a result is shown: of what, with how many decimals, and what the bands see.

use serde::{Deserialize, Serialize};

use super::{Fraction, Points, Unit};

/// How a tally is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Scale {
    /// The figure is a share of this, such as 100; without it, the points as they are.
    pub of: Option<Fraction>,
    /// How many decimals are printed; without it, all of them.
    pub decimals: Option<u8>,
    /// Where a half goes.
    pub halves: Halves,
    /// Whether a band looks at the figure before or after it is rounded.
    pub bands_see: Seen,
    /// Whether a rank looks at the figure before or after it is rounded.
    pub ranks_see: Seen,
}

/// Where a half goes when a figure is rounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Halves {
    /// Away from zero, as spreadsheets and people do: 26.25 is printed 26.3. Women, Business and the Law 2020 does.
    #[default]
    Up,
    /// To the even neighbour: 26.25 is printed 26.2.
    Even,
}

/// Which figure a band or a rank goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Seen {
    /// The exact one: 79.5 was a C in Tennessee in 2012 (Protected Innocence Challenge).
    #[default]
    Exact,
    /// The one that is printed: 8 of 11 is 73 % in City Bureau's report card of 2019, and so is looked up.
    Shown,
}

/// A result on its scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As the rules have it.
    pub exact: Fraction,
    /// As it is printed.
    pub shown: Fraction,
}

/// The least exact figure that a bound lets pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The bound.
    pub at: Fraction,
    /// Whether the bound itself passes.
    pub inclusive: bool,
}

impl Edge {
    /// Whether a figure passes.
    pub fn lets(&self, exact: Fraction) -> bool {
        if self.inclusive { exact >= self.at } else { exact > self.at }
    }
}

impl Seen {
    fn of(self, figure: Figure) -> Fraction {
        match self {
            Seen::Exact => figure.exact,
            Seen::Shown => figure.shown,
        }
    }
}

impl Scale {
    /// The most decimals that can be asked for.
    pub const MOST_DECIMALS: u8 = 4;
    /// The most that a figure can be a share of.
    pub const LARGEST_OF: Fraction = Fraction::whole(100_000);

    /// A score on this scale; nothing, when it would be a share of nothing.
    pub fn figure(&self, unit: Unit, earned: Points, possible: Points) -> Option<Figure> {
        let exact = match self.of {
            None => unit.fraction(earned),
            Some(of) => {
                let over = i128::from(earned.units()) * of.numerator();
                Fraction::new(over, i128::from(possible.units()) * of.denominator())?
            }
        };
        Some(Figure { exact, shown: self.rounded(exact) })
    }

    /// The figure that a band is looked up by.
    pub fn seen(&self, figure: Figure) -> Fraction {
        self.bands_see.of(figure)
    }

    /// The figure that a rank goes by.
    pub fn ranked(&self, figure: Figure) -> Fraction {
        self.ranks_see.of(figure)
    }

    /// A figure as it is printed.
    pub fn rounded(&self, exact: Fraction) -> Fraction {
        let Some((steps, exact)) = self.in_steps(exact) else { return exact };
        let (below, rest) = exact.floor();
        let up = match rest.cmp(&HALF) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => self.half_goes_up(below + 1),
        };
        Fraction::new(below + i128::from(up), steps).unwrap_or(exact)
    }

    /// The least exact figure that a bound lets pass. Rounding before the band only moves the edge: a share
    /// printed with two decimals, halves up, reaches 0.90 from 0.895.
    pub fn edge(&self, from: Fraction) -> Edge {
        self.edge_seen(self.bands_see, from)
    }

    /// The least exact figure that ranks no lower than another; that one as it is ranked.
    pub fn rank_edge(&self, from: Fraction) -> Edge {
        self.edge_seen(self.ranks_see, from)
    }

    fn edge_seen(&self, seen: Seen, from: Fraction) -> Edge {
        let moved = match seen {
            Seen::Exact => None,
            Seen::Shown => self.in_steps(from),
        };
        let Some((steps, from_in_steps)) = moved else { return Edge { at: from, inclusive: true } };
        let (below, rest) = from_in_steps.floor();
        let first = below + i128::from(rest > Fraction::ZERO);
        let at = Fraction::new(2 * first - 1, 2 * steps).unwrap_or(from);
        Edge { at, inclusive: self.half_goes_up(first) }
    }

    /// Whether what lies half a step below this number of steps is printed as it.
    fn half_goes_up(&self, steps: i128) -> bool {
        match self.halves {
            Halves::Up => steps > 0,
            Halves::Even => steps % 2 == 0,
        }
    }

    /// How many steps of printing one has, and this figure in them; nothing, when all decimals are printed.
    fn in_steps(&self, exact: Fraction) -> Option<(i128, Fraction)> {
        let steps = 10_i128.pow(u32::from(self.decimals?.min(Self::MOST_DECIMALS)));
        Some((steps, exact.times(Fraction::new(steps, 1)?)?))
    }
}

const HALF: Fraction = match Fraction::new(1, 2) {
    Some(half) => half,
    None => Fraction::ZERO,
};

#[cfg(test)]
mod tests {
    use super::{Fraction, Halves, Points, Scale, Seen, Unit};

    fn scale(decimals: u8, halves: Halves) -> Scale {
        Scale { decimals: Some(decimals), halves, bands_see: Seen::Shown, ..Scale::default() }
    }

    #[test]
    fn halves_go_where_they_are_told() {
        for (decimals, exact, up, even) in [
            (1, "26.25", "26.3", "26.2"),
            (1, "26.35", "26.4", "26.4"),
            (0, "0.5", "1", "0"),
            (0, "1.5", "2", "2"),
            (0, "-0.5", "-1", "0"),
            (0, "-2.5", "-3", "-2"),
            (2, "8/11", "0.73", "0.73"),
            (2, "-1/3", "-0.33", "-0.33"),
            (4, "2/3", "0.6667", "0.6667"),
        ] {
            let shown = |halves| {
                let exact = exact.parse::<Fraction>();
                exact.map(|exact| scale(decimals, halves).rounded(exact).to_string())
            };
            assert_eq!(shown(Halves::Up).as_deref(), Ok(up), "{exact}");
            assert_eq!(shown(Halves::Even).as_deref(), Ok(even), "{exact}");
        }
        let unrounded = Scale::default().rounded(Fraction::new(1, 3).unwrap_or(Fraction::ZERO));
        assert_eq!(unrounded.to_string(), "1/3");
    }

    /// The edge lets pass what, once it is printed, is not below the bound, and nothing else.
    #[test]
    fn an_edge_is_where_rounding_crosses_the_bound() {
        for halves in [Halves::Up, Halves::Even] {
            for decimals in 0..=2 {
                let scale = scale(decimals, halves);
                for bound in -40..=40_i128 {
                    let bound = Fraction::new(bound, 16).unwrap_or(Fraction::ZERO);
                    let edge = scale.edge(bound);
                    for exact in -600..=600_i128 {
                        let exact = Fraction::new(exact, 200).unwrap_or(Fraction::ZERO);
                        let passes = scale.rounded(exact) >= bound;
                        assert_eq!(edge.lets(exact), passes, "{exact} at {bound}, {decimals} decimals");
                    }
                }
            }
        }
    }

    #[test]
    fn a_share_of_nothing_is_no_figure() {
        let scale = Scale { of: Some(Fraction::whole(100)), ..Scale::default() };
        let figure = |earned, possible| {
            let unit = Unit::of([2]).ok()?;
            let figure = scale.figure(unit, Points::of_units(earned), Points::of_units(possible))?;
            Some(figure.exact.to_string())
        };
        assert_eq!(figure(3, 8).as_deref(), Some("37.5"));
        assert_eq!(figure(3, 0), None);
        let points =
            Unit::of([2]).map(|unit| Scale::default().figure(unit, Points::of_units(3), Points::ZERO));
        assert_eq!(
            points.map(|figure| figure.map(|figure| figure.exact.to_string())),
            Ok(Some("1.5".to_owned()))
        );
    }
}
