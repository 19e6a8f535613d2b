//! The style sheets.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::{files, root};

/// The names of classes in a sheet.
fn classes(sheet: &str) -> Vec<String> {
    let without_comments: String = sheet
        .split("/*")
        .map(|part| part.split_once("*/").map_or(part, |(_, after)| after))
        .collect();
    let selectors =
        without_comments.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default());
    let names = selectors.flat_map(|selector| selector.split('.').skip(1));
    let end = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let names = names.map(|name| name.split(end).next().unwrap_or_default().to_owned());
    names.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

/// The words that complete a class name at run time, such as the precision of a date. Each is a kebab-case enum value.
fn generated_words() -> BTreeSet<String> {
    use partnership_atlas::model::FuzzyDate;
    use partnership_atlas::view_model::countries::CountryStatus;
    use strum::IntoEnumIterator;
    let countries = CountryStatus::iter().map(|status| status.name().to_owned());
    let highlights = ["selected", "preview", "in-scope", "dim"].map(str::to_owned);
    let dates =
        ["2023-06-08", "2023-06", "2023-33", "2023-41", "2023", "1993/..", "../2025", "2021/2023"];
    let dates = dates.into_iter().filter_map(|date| FuzzyDate::parse(date).ok());
    let precisions = dates.chain([FuzzyDate::NotStated]).map(|date| date.precision().to_owned());
    countries.chain(highlights).chain(precisions).collect()
}

/// Whether the code renders a class: by its whole name, or by its block, `--` and a word that completes it.
fn is_rendered(code: &str, words: &BTreeSet<String>, class: &str) -> bool {
    let is_whole = |before: &str, after: &str| {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        !before.ends_with(is_name) && !after.starts_with(is_name)
    };
    let stands_alone = code
        .match_indices(class)
        .any(|(start, _)| is_whole(&code[..start], &code[start + class.len()..]));
    let completed = class.split_once("--").is_some_and(|(block, word)| {
        words.contains(word) && code.contains(&format!("{block}--{{"))
    });
    stands_alone || completed
}

#[test]
fn every_class_of_the_style_sheets_is_rendered() {
    let code: String = [files("src", "rs"), files("assets/map", "svg"), files("xtask/src", "rs")]
        .concat()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let words = generated_words();
    for (name, sheet) in files("style", "css") {
        for class in classes(&sheet) {
            assert!(
                is_rendered(&code, &words, &class),
                "{name} has .{class}, which nothing renders"
            );
        }
    }
    let code: String = [files("studio/src", "rs"), files("xtask/src", "rs")]
        .concat()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let widths = ["320", "390", "768", "1320"].map(str::to_owned).into();
    for (name, sheet) in files("studio/style", "css") {
        for class in classes(&sheet) {
            assert!(
                is_rendered(&code, &widths, &class),
                "{name} has .{class}, which nothing renders"
            );
        }
    }
    // A modifier that no status has would be found.
    assert!(!is_rendered(&code, &words, "status--finished"));
    assert!(!is_rendered(&code, &words, "map__country--hidden"));
}

#[test]
fn every_style_sheet_and_every_test_belongs_to_a_component() {
    let stem = |name: &str| Path::new(name).file_stem().unwrap().to_string_lossy().into_owned();
    let components: BTreeSet<String> = files("src/ui", "rs")
        .iter()
        .map(|(name, _)| stem(name))
        .chain(["map".to_owned()])
        .collect();
    let shared =
        ["atlas", "base", "layers", "layout", "print", "tokens", "url_options", "writing_systems"];
    for (name, _) in files("style", "css") {
        let stem = stem(&name);
        assert!(shared.contains(&stem.as_str()) || components.contains(&stem), "{name}");
    }
}

#[test]
fn only_tokens_name_colors() {
    for (name, sheet) in
        files("style", "css").into_iter().filter(|(name, _)| name != "style/tokens.css")
    {
        for (number, line) in sheet.lines().enumerate() {
            let value = line.split_once(':').map_or("", |(_, value)| value);
            let is_colour = value.contains(" #")
                || ["rgb(", "hsl(", "rgba("].iter().any(|form| value.contains(form));
            assert!(!is_colour, "{name}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn both_dark_themes_are_the_same() {
    let tokens = fs::read_to_string(root().join("style/tokens.css")).unwrap();
    let theme = |selector: &str| -> Vec<String> {
        let (_, after) = tokens.split_once(selector).unwrap();
        let block = after.split_once('}').unwrap().0;
        let lines = block.lines().map(str::trim).filter(|line| line.starts_with("--"));
        lines.map(str::to_owned).collect()
    };
    let by_device = theme(":root:not([data-theme=\"light\"]) {");
    assert!(by_device.len() > 20);
    assert_eq!(by_device, theme(":root[data-theme=\"dark\"] {"));
}

#[test]
fn style_sheets_can_be_mirrored_and_overridden() {
    for (name, sheet) in files("style", "css") {
        for (number, line) in sheet.lines().enumerate() {
            let line_of = format!("{name}:{}: {line}", number + 1);
            assert!(!line.contains("!important"), "{line_of}");
            for physical in [
                "margin-left",
                "margin-right",
                "padding-left",
                "padding-right",
                "text-align: left",
                "text-align: right",
                "float:",
            ] {
                assert!(!line.contains(physical), "{line_of}");
            }
            let width_of_window = line.contains("@media") && line.contains("width");
            assert!(!width_of_window, "{line_of}: ask the container, not the window");
        }
    }
}
