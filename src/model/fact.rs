//! The facts of the report.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumIter, EnumString, IntoStaticStr};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{
    Amount, AreaId, DateBasis, FactId, Follows, FuzzyDate, OrganisationId, Participants, PersonId,
    Quote, Scope, Speaker, Text,
};

/// One statement of the report, in our own words, with its place in the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Fact {
    /// Its id in the file and in the page's address.
    pub id: FactId,
    /// The kind of fact.
    pub kind: FactKind,
    /// The fact in a few words, without a full stop.
    pub title: Text,
    /// The fact in one or two sentences, saying no more than the report.
    pub text: Text,
    /// Where it stands; the first quote gives its paragraph.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::some::<Quote>"))]
    pub quotes: Vec<Quote>,
    /// For whom, where the report says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Text>,
    /// Whom it concerns.
    pub scope: Scope,
    /// Who takes part, as far as the report says.
    #[serde(skip_serializing_if = "Participants::is_empty")]
    pub participants: Participants,
    /// The areas of cooperation; a fact with an area has a card.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<AreaId>")
    )]
    pub areas: Vec<AreaId>,
    /// When.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::date_or_null"))]
    pub date: FuzzyDate,
    /// How the date is known: stated, unless the file says otherwise.
    #[serde(skip_serializing_if = "DateBasis::is_stated")]
    pub date_basis: DateBasis,
    /// How far it had come when the report was written.
    pub status: Status,
    /// Who says it, where the report reports a statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_by: Option<Speaker>,
    /// The amounts that the report states.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::any::<Amount>"))]
    pub amounts: Vec<Amount>,
    /// Whom the report names in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<PersonId>")
    )]
    pub people: Vec<PersonId>,
    /// The organisations that the report names in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<OrganisationId>")
    )]
    pub organisations: Vec<OrganisationId>,
    /// Details that a reader would ask for and the report does not state, besides date and status.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::any_unique::<MissingDetail>")
    )]
    pub not_stated: Vec<MissingDetail>,
    /// Other names of what it mentions, that a reader may search for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::names"))]
    pub aliases: Vec<String>,
    /// The interpretations of an ambiguous passage; the first has the fact's own date and status.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::none_or_two::<Interpretation>")
    )]
    pub interpretations: Vec<Interpretation>,
    /// The fact that it follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(reader, serde(skip))]
    pub follows: Option<Follows>,
}

impl Fact {
    /// Returns the paragraph of its first quote; 0 where it has none.
    pub fn paragraph(&self) -> u16 {
        self.quotes.first().map_or(0, |quote| quote.paragraph)
    }
}

/// A kind of fact.
#[derive(
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Debug,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FactKind {
    /// Something said.
    #[default]
    Statement,
    /// A meeting.
    Meeting,
    /// A visit, or taking part in something abroad.
    Visit,
    /// A project of cooperation.
    Project,
    /// Something agreed.
    Agreement,
    /// A plan.
    Plan,
    /// A status that lasts: partner of, member of.
    Status,
    /// Money given or promised.
    Funding,
    /// A number, such as the trade of a year.
    Figure,
    /// Someone takes an office.
    Appointment,
    /// A framework of cooperation, such as a committee or a trust fund.
    Framework,
}

/// How far a fact had come on the day of the report.
#[derive(
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Debug,
    Serialize,
    Deserialize,
    EnumIter,
    EnumString,
    IntoStaticStr,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Status {
    /// It was said.
    #[default]
    Stated,
    /// It took place.
    Held,
    /// It was looked into.
    Explored,
    /// It was proposed.
    Proposed,
    /// The two sides agreed on it.
    Agreed,
    /// It was signed.
    Signed,
    /// It had been carried out.
    Executed,
    /// It was going on.
    Ongoing,
    /// It was to come.
    Scheduled,
    /// It was put off.
    Deferred,
    /// It had been stopped for a time.
    Suspended,
    /// It had been given up.
    Cancelled,
    /// It was to last longer than before.
    Extended,
    /// It was put before the others.
    Shared,
    /// It held then.
    InForce,
    /// The report does not say.
    NotStated,
}

/// A detail that a reader would ask for and the report does not state.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MissingDetail {
    /// Who attended.
    Attendance,
    /// Which ones are meant.
    Which,
    /// Which states took part.
    States,
    /// Who took part, persons or states.
    Participants,
}

/// One of several interpretations of a passage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Interpretation {
    /// What the passage says in this interpretation.
    pub text: Text,
    /// The date in this interpretation; absent where it has none.
    #[serde(skip_serializing_if = "FuzzyDate::is_not_stated")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::date_or_null"))]
    #[cfg_attr(reader, serde(skip))]
    pub date: FuzzyDate,
    /// The status in this interpretation; absent where it has none.
    #[serde(skip_serializing_if = "Status::is_not_stated")]
    pub status: Status,
}

impl Default for Interpretation {
    fn default() -> Self {
        Self { text: Text::EMPTY, date: FuzzyDate::NotStated, status: Status::NotStated }
    }
}

impl Status {
    /// Returns whether the report does not say.
    pub fn is_not_stated(&self) -> bool {
        *self == Self::NotStated
    }
}
