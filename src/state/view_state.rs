//! What a reader has chosen, as plain values.

use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use crate::model::{AreaId, FactId, Pillar, PlaceCode, Status};

/// Everything that a reader can choose and a shared link restores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewState {
    /// The selected country.
    pub place: Option<PlaceCode>,
    /// The fact whose scope the map shows.
    pub fact: Option<FactId>,
    /// What the cards are filtered by.
    pub filters: Filters,
    /// The day as of which the page reads.
    pub as_of: AsOf,
    /// The text that the table is searched for.
    pub search: String,
    /// The order of the table.
    pub sort: Sort,
    /// The page of the table, from 0 (in the address from 1); `None` is the page that was printed.
    pub page: Option<usize>,
    /// The rest of the address, kept for whoever put it there.
    pub extra: ExtraParams,
}

/// The filters of the cards; `None` shows all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// The area of cooperation.
    pub area: Option<AreaId>,
    /// The pillar of the ASEAN Community.
    pub pillar: Option<Pillar>,
    /// The status.
    pub status: Option<Status>,
}

/// The parts of an address that the page does not know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtraParams {
    /// The pairs of the query, in their order.
    pub query: Vec<(String, String)>,
    /// The fragment, where it selects no country.
    pub fragment: String,
}

/// The day as of which the page reads.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Display, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum AsOf {
    /// The day of the report.
    #[default]
    Report,
    /// Today.
    Today,
}

/// The order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the last value comes first.
    pub descending: bool,
}

impl Sort {
    /// Returns the order after a click on the heading of a column; a second click reverses it.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        Self { column, descending: self.column == column && !self.descending }
    }
}

/// A column of the table.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Display, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Column {
    /// The title of the fact.
    Fact,
    /// Whom it concerns. The address calls it `reach`.
    #[strum(serialize = "reach")]
    Scope,
    /// The date.
    Date,
    /// The status.
    Status,
    /// The people that the report names in it.
    People,
    /// The place in the report, which is the default order.
    #[default]
    Paragraph,
}

impl ViewState {
    /// Returns the view without what others put into the address.
    #[must_use]
    pub fn without_extra(&self) -> Self {
        Self { extra: ExtraParams::default(), ..self.clone() }
    }

    /// Returns whether the back button should return from this view to `before`; typing a search is no step.
    pub fn should_push_history(&self, before: &Self) -> bool {
        let without_search = |view: &Self| Self { search: String::new(), ..view.clone() };
        without_search(self) != without_search(before)
    }
}
