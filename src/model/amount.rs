//! Amounts of money, goods or people.

#[cfg(not(target_arch = "wasm32"))]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{FuzzyDate, Text};

/// An amount that the report states.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(JsonSchema))]
#[cfg_attr(
    not(target_arch = "wasm32"),
    schemars(extend("oneOf" = [
        { "required": ["currency"], "properties": { "unit": false } },
        { "required": ["unit"], "properties": { "currency": false } }
    ]))
)]
#[serde(default, deny_unknown_fields, expecting = "an object")]
pub struct Amount {
    /// The number, in full: 5000000 for five million.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(range(min = 0)))]
    pub value: f64,
    /// The ISO 4217 code of a currency: `USD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(regex(pattern = "^[A-Z]{3}$")))]
    pub currency: Option<String>,
    /// What is counted, where it is no money: `participants`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
    /// Whether the report gives it as a limit: up to, at most.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub at_most: bool,
    /// Whether the report gives it as the least: over, more than, at least.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub at_least: bool,
    /// Whether the report gives it as about or nearly.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// The time to which it belongs.
    #[serde(skip_serializing_if = "FuzzyDate::is_not_stated")]
    pub period: FuzzyDate,
}
