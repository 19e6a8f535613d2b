//! The report, and the people, places and areas that its facts refer to.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
use super::schema;
use super::{AreaId, ContextSourceId, Day, PersonId, PlaceCode, Text};

/// The report: enough to cite it and to verify a copy of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Source {
    /// Who published it.
    pub outlet: Text,
    /// Its headline, verbatim.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::plain_text"))]
    pub headline: String,
    /// The day of publication.
    pub published: Day,
    /// The day on which this copy was retrieved.
    pub retrieved: Day,
    /// Its address, `https:` only.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::link"))]
    pub url: String,
    /// The paragraphs of its body, in order.
    #[cfg_attr(
        not(target_arch = "wasm32"),
        schemars(schema_with = "schema::paragraphs::<Paragraph>")
    )]
    pub paragraphs: Vec<Paragraph>,
}

/// The hash of a paragraph, which proves a text without repeating it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Paragraph {
    /// The SHA-256 of its text in UTF-8, white space collapsed to single spaces and trimmed; 64 lower-case hexadecimal digits.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
}

/// A person whom the report names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Person {
    /// Its id in the file.
    pub id: PersonId,
    /// The name, as the report spells it.
    pub name: Text,
    /// The office, as the report gives it.
    pub office: Text,
}

/// A member of ASEAN, or the partner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Place {
    /// Its ISO 3166-1 alpha-3 code; also the fragment of the page's address that selects it.
    pub code: PlaceCode,
    /// The name, in ASEAN's own form.
    pub name: Text,
    /// Other names that a reader may search for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::names"))]
    pub aliases: Vec<String>,
    /// Whether, and since when, it is a member of ASEAN.
    pub membership: Membership,
}

impl Place {
    /// Returns whether it is a member of ASEAN today.
    pub fn is_member(&self) -> bool {
        matches!(self.membership, Membership::Member { .. })
    }
}

/// The membership of ASEAN: context, not from the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "MembershipFields", into = "MembershipFields")]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(!try_from, !into, tag = "asean", rename_all = "kebab-case", deny_unknown_fields)
)]
pub enum Membership {
    /// A member.
    Member {
        /// The day of joining.
        joined: Day,
        /// The source of that day.
        source: ContextSourceId,
    },
    /// Not a member: Pakistan.
    Partner {},
}

/// The keys of a membership in a file.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
struct MembershipFields {
    #[serde(skip_serializing_if = "Option::is_none")]
    asean: Option<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    joined: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<ContextSourceId>,
}

/// The values of `asean`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Role {
    Member,
    Partner,
}

impl TryFrom<MembershipFields> for Membership {
    type Error = &'static str;

    fn try_from(fields: MembershipFields) -> Result<Self, &'static str> {
        let MembershipFields { asean, joined, source } = fields;
        match (asean, joined, source) {
            (None, _, _) => Err("asean is missing"),
            (Some(Role::Member), Some(joined), Some(source)) => Ok(Self::Member { joined, source }),
            (Some(Role::Member), None, _) => Err("joined is missing"),
            (Some(Role::Member), _, None) => Err("source is missing"),
            (Some(Role::Partner), None, None) => Ok(Self::Partner {}),
            (Some(Role::Partner), _, _) => Err("joined and source belong to a member"),
        }
    }
}

impl From<Membership> for MembershipFields {
    fn from(membership: Membership) -> Self {
        match membership {
            Membership::Member { joined, source } => {
                Self { asean: Some(Role::Member), joined: Some(joined), source: Some(source) }
            }
            Membership::Partner {} => Self { asean: Some(Role::Partner), ..Self::default() },
        }
    }
}

impl Default for Membership {
    fn default() -> Self {
        Self::Partner {}
    }
}

/// An area of cooperation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Area {
    /// Its id in the file and in the page's address.
    pub id: AreaId,
    /// The name.
    pub name: Text,
    /// The picture on its card.
    pub icon: Icon,
}

/// A picture for an area.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Icon {
    /// A house with a door.
    #[default]
    House,
    /// A front with columns.
    Columns,
    /// A shield.
    Shield,
    /// A rising line.
    Chart,
}

/// A source other than the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct ContextSource {
    /// Its id in the file.
    pub id: ContextSourceId,
    /// Who published it.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::plain_text"))]
    pub publisher: String,
    /// Its title.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::plain_text"))]
    pub title: String,
    /// Its address, `https:` only.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(schema_with = "schema::link"))]
    pub url: String,
}

/// A fact from another source that helps to understand the report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct ContextFact {
    /// In our own words.
    pub text: Text,
    /// The day.
    pub date: Day,
    /// Its source.
    pub source: ContextSourceId,
}
