//! The translation of a report's texts into one language.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{LocaleFile, MessageId, Review};
use crate::model::{Fact, Partner, Place, Report, SourceRole, Text};

/// The file of a language beside a report. The report's own texts stand in for those that are missing or empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportTexts {
    /// The BCP 47 tag of the language, which is also the name of the file.
    pub lang: String,
    /// Who has checked the texts; a machine made them where the file does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
    /// The texts, by their place in the report: `facts.roundtable.title`.
    pub texts: IndexMap<String, String>,
    /// The keys whose text is rightly the same as in the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<String>,
}

/// Returns a report in the language of a locale. Its own words, such as quotes, are not translated.
///
/// The names of states in the report's own language remain as aliases, so that a search finds them.
pub fn localize(report: &Report, locale: &LocaleFile, texts: Option<&ReportTexts>) -> Report {
    let mut localized = report.clone();
    let lang = report.atlas.lang.as_str();
    if locale.lang != lang {
        for (key, text) in report_texts(&mut localized) {
            let own = texts.and_then(|file| file.texts.get(&key));
            *text = or_fallback(own, Some(&text.value), lang);
        }
        if texts.is_some() {
            localized.atlas.lang.clone_from(&locale.lang);
        }
        for place in &mut localized.places {
            let own = locale.names.get(place.code.as_str());
            place.name = or_fallback(own, Some(&place.name.value), lang);
        }
    }
    for (place, original) in localized.places.iter_mut().zip(&report.places) {
        let Place { code, name, aliases, .. } = original;
        place.aliases = other_names(&place.name, name, aliases, locale, code.as_str());
    }
    let Partner { code, name, aliases, .. } = &report.partner;
    let code = code.map(String::from).unwrap_or_default();
    localized.partner.aliases = other_names(&localized.partner.name, name, aliases, locale, &code);
    // No fact has the partner among its states, so its other names belong to the facts that mention it.
    let partner = localized.partner.clone();
    for fact in &mut localized.facts {
        fact.aliases.extend(fact_aliases(locale, fact, &partner));
    }
    localized
}

/// Returns the other names of a state: its name and its aliases in the report, and those of the locale.
fn other_names(
    localized: &Text,
    name: &Text,
    aliases: &[String],
    locale: &LocaleFile,
    code: &str,
) -> Vec<String> {
    let own = locale.aliases.get(code).into_iter().flatten();
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(&name.value).chain(aliases).chain(own) {
        if *name != localized.value && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// Returns the other names of what the texts of a fact mention, such as another press's name of ASEAN.
fn fact_aliases(locale: &LocaleFile, fact: &Fact, partner: &Partner) -> Vec<String> {
    let mut texts = vec![fact.title.value.as_str(), &fact.text.value];
    texts.extend(fact.audience.iter().map(|text| text.value.as_str()));
    texts.extend(fact.interpretations.iter().map(|each| each.text.value.as_str()));
    if fact.scope.is_asean_wide() {
        texts.extend(locale.messages.get(MessageId::ScopeWide.key()).map(String::as_str));
    }
    let is_mentioned = |name: &str| texts.iter().any(|text| text.contains(name));
    let partner = (&partner.name.value, &partner.aliases);
    let names = locale.aliases.iter().chain(std::iter::once(partner));
    let names = names.filter(|(name, _)| is_mentioned(name));
    names.flat_map(|(_, aliases)| aliases.clone()).collect()
}

/// Returns a text, or what stands in for it, marked with its language.
pub(super) fn or_fallback(own: Option<&String>, fallback: Option<&String>, lang: &str) -> Text {
    match (own.filter(|text| !text.is_empty()), fallback) {
        (Some(text), _) => text.as_str().into(),
        (None, Some(text)) => Text::fallback(text, lang),
        (None, None) => Text::EMPTY,
    }
}

/// Returns every text of a report that a language translates, with its key, in the order of the file.
///
/// Titles of sources and quotes are the sources' own words, and the names of states belong to the locale; they are not
/// among them.
pub fn report_texts(report: &mut Report) -> Vec<(String, &mut Text)> {
    let atlas = &mut report.atlas;
    let mut texts = vec![
        ("atlas.title".to_owned(), &mut atlas.title),
        ("atlas.deck".to_owned(), &mut atlas.deck),
    ];
    texts.extend(atlas.editor.as_mut().map(|editor| ("atlas.editor".to_owned(), editor)));
    for (index, correction) in atlas.corrections.iter_mut().enumerate() {
        texts.push((format!("atlas.corrections.{}.text", index + 1), &mut correction.text));
    }
    texts.push(("partner.name".to_owned(), &mut report.partner.name));
    texts.push(("partner.seat.name".to_owned(), &mut report.partner.seat.name));
    let reports = report.sources.iter_mut().filter(|source| source.role == SourceRole::Report);
    texts.extend(reports.map(|each| (format!("sources.{}.outlet", each.id), &mut each.outlet)));
    for person in &mut report.people {
        texts.push((format!("people.{}.name", person.id), &mut person.name));
        for (index, office) in person.offices.iter_mut().enumerate() {
            let key = format!("people.{}.offices.{}", person.id, index + 1);
            texts.push((format!("{key}.title"), &mut office.title));
            texts.extend(office.of.as_mut().map(|of| (format!("{key}.of"), of)));
        }
    }
    for organisation in &mut report.organisations {
        texts.push((format!("organisations.{}.name", organisation.id), &mut organisation.name));
    }
    for area in &mut report.areas {
        texts.push((format!("areas.{}.name", area.id), &mut area.name));
    }
    for fact in &mut report.facts {
        let key = format!("facts.{}", fact.id);
        texts.push((format!("{key}.title"), &mut fact.title));
        texts.push((format!("{key}.text"), &mut fact.text));
        texts.extend(fact.audience.as_mut().map(|text| (format!("{key}.audience"), text)));
        for (index, interpretation) in fact.interpretations.iter_mut().enumerate() {
            texts.push((format!("{key}.interpretations.{}", index + 1), &mut interpretation.text));
        }
        for (index, amount) in fact.amounts.iter_mut().enumerate() {
            let unit = amount.unit.as_mut();
            texts.extend(unit.map(|unit| (format!("{key}.amounts.{}.unit", index + 1), unit)));
        }
    }
    for (index, fact) in report.context.iter_mut().enumerate() {
        texts.push((format!("context.{}.text", index + 1), &mut fact.text));
    }
    texts
}
