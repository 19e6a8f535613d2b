//! Names of things, small enough to copy.

use std::fmt;

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

/// The states that the map can show; no dataset adds another.
pub const ATLAS: [&str; 12] =
    ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PAK", "PHL", "SGP", "THA", "TLS", "VNM"];

/// An ISO 3166-1 alpha-3 code, in capitals: `MYS`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceCode([u8; 3]);

impl PlaceCode {
    /// The code in `text`, if that is three capital letters of ASCII.
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

    /// Whether the atlas has a place for it: the eleven members of ASEAN, and Pakistan.
    pub fn is_of_the_atlas(self) -> bool {
        ATLAS.contains(&self.as_str())
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl AsRef<str> for PlaceCode {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for PlaceCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for PlaceCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Serialize for PlaceCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl JsonSchema for PlaceCode {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PlaceCode".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An ISO 3166-1 alpha-3 code, in capitals.",
            "type": "string",
            "pattern": "^[A-Z]{3}$"
        })
    }
}

/// The longest slug, in bytes.
pub const SLUG_LENGTH: usize = 31;

/// Lower-case ASCII letters and digits, parted by single hyphens, at most [`SLUG_LENGTH`] of them; kept in
/// place, so that ids are copied and compared without a lookup.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Slug {
    bytes: [u8; SLUG_LENGTH],
    length: u8,
}

impl Slug {
    fn new(text: &str) -> Option<Self> {
        let hyphens_part = !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if text.is_empty() || !hyphens_part || !text.bytes().all(plain) {
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

/// Declares an id that is a slug, each a type of its own so that no fact is looked up as an area.
macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Slug);

        impl $name {
            /// The id in `text`, if that is lower-case ASCII letters and digits parted by single hyphens, at
            /// most [`SLUG_LENGTH`] bytes in all.
            pub fn new(text: &str) -> Option<Self> {
                Slug::new(text).map(Self)
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
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

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": "Lower-case letters and digits, parted by single hyphens.",
                    "type": "string",
                    "maxLength": SLUG_LENGTH,
                    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
                })
            }
        }
    };
}

slug_id! {
    /// Names a fact: `plan-of-action`.
    FactId
}

slug_id! {
    /// Names an area of cooperation: `cyber-security`.
    AreaId
}

slug_id! {
    /// Names a person: `azhar-bin-mazlan`.
    PersonId
}

slug_id! {
    /// Names a source of context: `asean-members`.
    ContextSourceId
}
