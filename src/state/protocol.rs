//! Names that the page shares with its scripts, its address and the pages that embed it.
//!
//! `cargo xtask protocol` writes them to `web/src/protocol.js`, so each name is spelled once. They are public: hosts rely
//! on them (`docs/embed-api.md`).

use strum::{Display, EnumIter, EnumString, IntoStaticStr, VariantNames};

/// A query option that a host or a link sets. It is not part of the view and never changes while the page is open.
#[derive(
    Clone, Copy, Debug, Display, EnumIter, EnumString, Eq, IntoStaticStr, PartialEq, VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum EmbedOption {
    /// The colours: [`ThemeOption`].
    Theme,
    /// The only part of the page that is visible: [`ViewOption`].
    View,
    /// `0` hides the head and the foot of the page.
    Chrome,
    /// The language, as a BCP 47 tag. The loader redirects to the page in this language.
    Lang,
}

/// A value of [`EmbedOption::Theme`]. Without one, the theme follows the reader's device.
#[derive(
    Clone, Copy, Debug, Display, EnumIter, EnumString, Eq, IntoStaticStr, PartialEq, VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum ThemeOption {
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
}

/// A value of [`EmbedOption::View`]. Without one, every part is visible.
#[derive(
    Clone, Copy, Debug, Display, EnumIter, EnumString, Eq, IntoStaticStr, PartialEq, VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum ViewOption {
    /// The map with the details of the selected state.
    Map,
    /// The cards of the areas of cooperation.
    Cards,
    /// The table of all facts.
    Table,
}

/// A colour that a host may set: `colours.<name>` in [`FrameMessage::Theme`], `--<name>` in the style sheet, and
/// `--atlas-<name>` on the element `<partnership-atlas>`.
#[derive(
    Clone, Copy, Debug, Display, EnumIter, EnumString, Eq, IntoStaticStr, PartialEq, VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum ThemeColor {
    /// Links, buttons and the outlines of focus.
    Accent,
    /// The text.
    Ink,
    /// The background of the page.
    Paper,
    /// The selected state.
    Selection,
    /// The background of cards and panels.
    Surface,
}

/// The `type` of a message between the page in a frame and its host, or of an event on the page's own window.
#[derive(
    Clone, Copy, Debug, Display, EnumIter, EnumString, Eq, IntoStaticStr, PartialEq, VariantNames,
)]
pub enum FrameMessage {
    /// To the host: the page answers its controls now.
    #[strum(serialize = "atlas:ready")]
    Ready,
    /// To the host: the module could not start, and the printed page stays.
    #[strum(serialize = "atlas:error")]
    Error,
    /// To the host: `place` and `area` that the reader selected, or `null`.
    #[strum(serialize = "atlas:select")]
    Select,
    /// From the host: the `address` to show, a query and a fragment.
    #[strum(serialize = "atlas:show")]
    Show,
    /// From the host: the `colours` to use, by the names of [`ThemeColor`].
    #[strum(serialize = "atlas:theme")]
    Theme,
    /// To the host: the `address` of the view after each change, a query and a fragment.
    ///
    /// The module dispatches it, and [`Self::Select`], as an event on its own window; `detail` is the address.
    #[strum(serialize = "atlas:address")]
    Address,
}

/// A query key of the view state. The fragment holds the selected state.
#[derive(
    Clone, Copy, Debug, Display, EnumIter, EnumString, Eq, IntoStaticStr, PartialEq, VariantNames,
)]
#[strum(serialize_all = "lowercase")]
pub enum AddressKey {
    /// The area of cooperation that filters the cards.
    Area,
    /// The pillar of the ASEAN Community that filters the cards.
    Pillar,
    /// The status that filters the cards.
    Status,
    /// The fact whose scope the map highlights.
    Fact,
    /// The date as of which the page speaks.
    #[strum(serialize = "clock")]
    AsOf,
    /// The search in the table.
    #[strum(serialize = "q")]
    Search,
    /// The column and the direction of the table's order.
    Sort,
    /// The page of the table, counted from 1.
    Page,
}

#[cfg(test)]
mod tests {
    use std::fmt::{Debug, Display};
    use std::str::FromStr;

    use strum::IntoEnumIterator;

    use super::*;

    fn check<E>(names: &[&str])
    where
        E: IntoEnumIterator + FromStr + Copy + Debug + Display + PartialEq + Into<&'static str>,
    {
        let values: Vec<&str> = E::iter().map(Into::into).collect();
        assert_eq!(values, names);
        for value in E::iter() {
            assert_eq!(value.to_string().parse::<E>().ok(), Some(value));
        }
    }

    #[test]
    fn every_name_is_the_one_that_hosts_rely_on() {
        check::<EmbedOption>(&["theme", "view", "chrome", "lang"]);
        check::<ThemeOption>(&["light", "dark"]);
        check::<ViewOption>(&["map", "cards", "table"]);
        check::<ThemeColor>(&["accent", "ink", "paper", "selection", "surface"]);
        check::<FrameMessage>(&[
            "atlas:ready",
            "atlas:error",
            "atlas:select",
            "atlas:show",
            "atlas:theme",
            "atlas:address",
        ]);
        check::<AddressKey>(&["area", "pillar", "status", "fact", "clock", "q", "sort", "page"]);
    }

    #[test]
    fn unknown_names_are_rejected() {
        assert!("Map".parse::<ViewOption>().is_err());
        assert!("auto".parse::<ThemeOption>().is_err());
        assert!("".parse::<AddressKey>().is_err());
        assert!("asof".parse::<AddressKey>().is_err());
    }
}
