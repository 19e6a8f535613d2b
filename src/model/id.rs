//! Identifiers, small enough to copy.

use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The places that the map can show; no report adds another.
pub const MAPPED_PLACES: [&str; 11] =
    ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS", "VNM"];

/// A text that is no identifier of the wanted kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidId {
    expected: &'static str,
    found: String,
}

impl fmt::Display for InvalidId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "must be {}, but is “{}”",
            self.expected,
            super::diagnostic::text_excerpt(&self.found)
        )
    }
}

impl std::error::Error for InvalidId {}

/// An ISO 3166-1 alpha-3 code, in capitals: `MYS`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PlaceCode([u8; 3]);

impl PlaceCode {
    /// Returns the code in `text`, if that is three capital ASCII letters.
    pub const fn new(text: &str) -> Option<Self> {
        match text.as_bytes() {
            &[a, b, c]
                if a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_uppercase() =>
            {
                Some(Self([a, b, c]))
            }
            _ => None,
        }
    }

    /// Returns whether the map can show the place: the eleven members of ASEAN.
    pub fn is_mapped(self) -> bool {
        MAPPED_PLACES.contains(&self.as_str())
    }

    /// Returns the code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl TryFrom<String> for PlaceCode {
    type Error = InvalidId;

    fn try_from(text: String) -> Result<Self, InvalidId> {
        Self::new(&text)
            .ok_or(InvalidId { expected: "an ISO 3166-1 alpha-3 code, such as MYS", found: text })
    }
}

/// The longest slug, in bytes.
pub const SLUG_LENGTH: usize = 31;

/// Lower-case ASCII letters and digits, separated by single hyphens, at most [`SLUG_LENGTH`] bytes.
///
/// The bytes are stored inline, so that ids are `Copy`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Slug {
    bytes: [u8; SLUG_LENGTH],
    length: u8,
}

impl Slug {
    fn new(text: &str) -> Option<Self> {
        let hyphens_separate =
            !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if text.is_empty() || !hyphens_separate || !text.bytes().all(allowed) {
            return None;
        }
        let mut bytes = [0; SLUG_LENGTH];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        let length = u8::try_from(text.len()).ok()?;
        Some(Self { bytes, length })
    }

    fn as_str(&self) -> &str {
        let used = self.bytes.get(..usize::from(self.length));
        used.and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Implements what all identifiers share, from `as_str`.
macro_rules! id_text {
    ($name:ident, $schema:expr) => {
        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.as_str())
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}

id_text!(
    PlaceCode,
    schemars::json_schema!({
        "description": "An ISO 3166-1 alpha-3 code, in capitals.",
        "type": "string",
        "enum": MAPPED_PLACES
    })
);

/// Declares an id that is a slug. Each is a type of its own, so that no fact is looked up as an area.
macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Slug);

        impl $name {
            /// Returns the id in `text`, if that is lower-case ASCII letters and digits separated by single
            /// hyphens, at most [`SLUG_LENGTH`] bytes.
            pub fn new(text: &str) -> Option<Self> {
                Slug::new(text).map(Self)
            }

            /// Returns the id as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                let expected =
                    "lower-case letters and digits separated by single hyphens, at most 31 in all";
                Self::new(&text).ok_or(InvalidId { expected, found: text })
            }
        }

        id_text!(
            $name,
            schemars::json_schema!({
                "description": "Lower-case letters and digits, separated by single hyphens.",
                "type": "string",
                "maxLength": SLUG_LENGTH,
                "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
            })
        );
    };
}

slug_id! {
    /// Identifies a fact: `plan-of-action`.
    FactId
}

slug_id! {
    /// Identifies an area of cooperation: `cyber-security`.
    AreaId
}

slug_id! {
    /// Identifies a person: `azhar-bin-mazlan`.
    PersonId
}

slug_id! {
    /// Identifies a source: `asean-members`.
    SourceId
}

slug_id! {
    /// Identifies an organisation: `asean-secretariat`.
    OrganisationId
}

impl SourceId {
    /// The id of no source.
    pub const EMPTY: Self = Self(Slug { bytes: [0; SLUG_LENGTH], length: 0 });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_lower_case_words_separated_by_hyphens() {
        for text in ["a", "plan-of-action", "7-2", &"x".repeat(SLUG_LENGTH)] {
            assert_eq!(FactId::new(text).map(String::from).as_deref(), Some(text));
        }
        for text in ["", "-a", "a-", "a--b", "A", "a b", "é", &"x".repeat(SLUG_LENGTH + 1)] {
            assert_eq!(FactId::new(text), None, "{text}");
        }
    }

    #[test]
    fn invalid_ids_are_refused_with_the_expected_form() {
        let error = serde_json::from_str::<PlaceCode>("\"Mys\"").unwrap_err().to_string();
        assert!(error.starts_with("must be an ISO 3166-1 alpha-3 code"), "{error}");
        assert!(error.contains("“Mys”"), "{error}");
    }
}
