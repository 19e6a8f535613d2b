//! The colours of the pictures: those of the light theme in `style/tokens.css`.

use crate::view_model::countries::CountryStatus;

/// The ground of texts.
pub const PAPER: &str = "#fbfaf6";
/// The ground of tiles, and the edge of names.
pub const SURFACE: &str = "#fff";
/// Texts.
pub const INK: &str = "#17201c";
/// Texts that stand back.
pub const INK_QUIET: &str = "#56625c";
/// Thin lines.
pub const RULE: &str = "#d9ddd3";
/// The colour of the partner.
pub const ACCENT: &str = "#0b5d3b";
/// The sea.
pub const SEA: &str = "#eaf1f2";
/// Land that is no state of the map.
pub const LAND: &str = "#dfe2da";
/// A member that no fact names.
pub const STATE_MEMBER: &str = "#bfd5c8";
/// A state that a fact names.
pub const STATE_NAMED: &str = "#2b7654";
/// The ground of the hatching.
pub const STATE_LATER: &str = "#e4dcbb";
/// The stripes of the hatching.
pub const STATE_LATER_STRIPE: &str = "#8a7a3a";
/// The outline of a member.
pub const STATE_RULE: &str = "#44705b";
/// The selected state.
pub const SELECTION: &str = "#c78a00";

/// Returns the fill and the outline of the states with a status.
pub fn colors(status: CountryStatus) -> (&'static str, &'static str) {
    match status {
        CountryStatus::Named => (STATE_NAMED, SURFACE),
        CountryStatus::Member => (STATE_MEMBER, STATE_RULE),
        CountryStatus::Later | CountryStatus::Outside => ("url(#HATCH)", STATE_LATER_STRIPE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The colours of the light theme, by their names in `style/tokens.css`.
    const PALETTE: [(&str, &str); 14] = [
        ("paper", PAPER),
        ("surface", SURFACE),
        ("ink", INK),
        ("ink-quiet", INK_QUIET),
        ("rule", RULE),
        ("accent", ACCENT),
        ("sea", SEA),
        ("land", LAND),
        ("state-member", STATE_MEMBER),
        ("state-named", STATE_NAMED),
        ("state-later", STATE_LATER),
        ("state-later-stripe", STATE_LATER_STRIPE),
        ("state-rule", STATE_RULE),
        ("selection", SELECTION),
    ];

    #[test]
    fn the_colours_are_those_of_the_light_theme() {
        let tokens = include_str!("../../../style/tokens.css");
        for (name, color) in PALETTE {
            let first = tokens.split_once(&format!("--{name}: ")).unwrap().1;
            assert_eq!(first.split_once(';').unwrap().0, color, "{name}");
        }
    }
}
