//! The names of the fields, as the forms call them.

use crate::document::Document;
use crate::path::{Path, Step};
use crate::words::{Word, Words};

/// Returns the name of the field at a path, as its form calls it, with its entry: `Fact 3 “A road”: When`.
///
/// A value without a field has the name of the nearest one around it.
pub fn field_name(path: &Path, document: &Document, words: &Words) -> String {
    let keys: Vec<&str> = path
        .steps()
        .iter()
        .filter_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
        .collect();
    let report = Path::of("sources").index(document.report_source());
    let is_report = report.contains(path);
    let name = |least: usize| {
        let nearest = (least..=keys.len()).rev();
        let word = nearest.filter_map(|count| word_of(keys.get(..count)?, is_report)).next();
        word.map(|word| words.get(word).to_owned())
    };
    let entry = if is_report { None } else { entry_name(path, document, words) };
    match (entry, name(2)) {
        (Some(entry), Some(name)) => format!("{entry}: {name}"),
        (Some(entry), None) => entry,
        (None, Some(name)) => name,
        (None, None) => name(1).unwrap_or_else(|| words.get(Word::TheDataset).to_owned()),
    }
}

/// Returns the name of the entry to which a path belongs: a fact by its number and its title, another by its name.
fn entry_name(path: &Path, document: &Document, words: &Words) -> Option<String> {
    let [Step::Key(list), Step::Index(index), ..] = path.steps() else { return None };
    let name = document.entry_name(&Path::of(list).index(*index));
    if list != "facts" {
        return (!name.is_empty()).then(|| name.to_owned());
    }
    let fact = words.format(Word::CheckInFact, &[("number", &(index + 1).to_string())]);
    Some(if name.is_empty() { fact } else { format!("{fact} “{name}”") })
}

/// Returns the word for the value with these keys from the outermost on, where a form has a field for it.
fn word_of(keys: &[&str], is_report: bool) -> Option<Word> {
    let (list, key) = (*keys.first()?, *keys.last()?);
    if keys.len() == 1 {
        return Some(match list {
            "atlas" => Word::GroupAtlas,
            "partner" => Word::GroupPartner,
            "sources" => Word::GroupSources,
            "context" => Word::GroupContext,
            "places" => Word::GroupPlaces,
            "people" => Word::PagePeople,
            "organisations" => Word::GroupOrganisations,
            "areas" => Word::PageAreas,
            "facts" => Word::PageFacts,
            _ => return None,
        });
    }
    Some(match (list, key) {
        (_, "id") => Word::FieldId,
        (_, "aliases") => Word::FieldAliases,
        (_, "wikidata") => Word::FieldWikidata,
        ("atlas", key) => atlas_word(key, keys)?,
        ("partner", "kind") => Word::FieldPartnerKind,
        ("partner", "code") => Word::FieldPartnerCode,
        ("partner", "seat") => Word::FieldSeat,
        ("partner", "name") if keys.contains(&"seat") => Word::FieldSeat,
        ("partner", "name") => Word::FieldPartnerName,
        ("sources", "published") => Word::FieldSourcePublished,
        ("sources", "retrieved") => Word::FieldRetrieved,
        ("sources", "paragraphs") => Word::TextTitle,
        ("sources", key) => source_word(key, is_report)?,
        ("context", "text") => Word::FieldContextText,
        ("context", "date") => Word::FieldDate,
        ("context", "source") => Word::FieldContextSource,
        ("places", "membership") => Word::FieldMembership,
        ("people", "offices") => Word::FieldOffices,
        ("people", "title") => Word::FieldOffice,
        ("people", "of") => Word::FieldOfficeOf,
        ("people", "from") => Word::FieldOfficeFrom,
        ("people", "to") => Word::FieldOfficeTo,
        ("people", "acting") => Word::FieldOfficeActing,
        ("areas", "name") => Word::FieldArea,
        ("areas", "icon") => Word::FieldIcon,
        ("areas", "pillar") => Word::FieldPillar,
        ("facts", key) => fact_word(key, keys)?,
        (_, "name") => Word::FieldName,
        _ => return None,
    })
}

fn atlas_word(key: &str, keys: &[&str]) -> Option<Word> {
    let is_correction = keys.contains(&"corrections");
    Some(match key {
        "corrections" => Word::FieldCorrections,
        "date" if is_correction => Word::FieldCorrectionDate,
        "text" if is_correction => Word::FieldCorrectionText,
        "title" => Word::FieldAtlasTitle,
        "deck" => Word::FieldDeck,
        "lang" if keys.len() == 2 => Word::FieldLang,
        "editor" => Word::FieldEditor,
        "licence" => Word::FieldLicence,
        "version" => Word::FieldVersion,
        "published" => Word::FieldPublished,
        _ => return None,
    })
}

fn source_word(key: &str, is_report: bool) -> Option<Word> {
    Some(match (key, is_report) {
        ("outlet", true) => Word::FieldOutlet,
        ("outlet", false) => Word::FieldOtherOutlet,
        ("title", true) => Word::FieldSourceTitle,
        ("title", false) => Word::FieldOtherTitle,
        ("url", true) => Word::FieldUrl,
        ("url", false) => Word::FieldOtherUrl,
        ("lang", true) => Word::FieldSourceLang,
        ("lang", false) => Word::FieldOtherLang,
        _ => return None,
    })
}

fn fact_word(key: &str, keys: &[&str]) -> Option<Word> {
    let is_in = |outer: &str| keys.contains(&outer);
    Some(match key {
        "participants" => Word::FieldParticipants,
        "places" if is_in("participants") => Word::FieldParticipantPlaces,
        "organisations" if is_in("participants") => Word::FieldParticipantOrganisations,
        "open" => Word::FieldParticipantsOpen,
        "interpretations" => Word::FieldInterpretations,
        "text" if is_in("interpretations") => Word::FieldInterpretationText,
        // Their dates and statuses are named by the list: the fact has such fields, too.
        _ if is_in("interpretations") => return None,
        "follows" => Word::FieldFollows,
        "atlas" => Word::FieldFollowsAtlas,
        "fact" => Word::FieldFollowsFact,
        "audience" => Word::FieldAudience,
        "kind" => Word::FieldKind,
        "title" => Word::FieldTitle,
        "text" => Word::FieldText,
        "quotes" | "exact" => Word::FieldQuote,
        "prefix" => Word::FieldPrefix,
        "suffix" => Word::FieldSuffix,
        "paragraph" => Word::FieldParagraph,
        "scope" | "extent" => Word::FieldExtent,
        "places" | "also" => Word::FieldPlaces,
        "count" => Word::FieldCount,
        "date" => Word::FieldDate,
        "date_basis" => Word::FieldDateBasis,
        "status" => Word::FieldStatus,
        "said_by" => Word::FieldSaidBy,
        "amounts" => Word::FieldAmounts,
        "value" if is_in("amounts") => Word::FieldValue,
        "currency" => Word::FieldCurrency,
        "unit" => Word::FieldUnit,
        "approximate" => Word::FieldApproximate,
        "at_least" => Word::FieldAtLeast,
        "at_most" => Word::FieldAtMost,
        "period" => Word::FieldPeriod,
        "people" => Word::FieldPeople,
        "organisations" => Word::FieldOrganisations,
        "areas" => Word::FieldAreas,
        "not_stated" => Word::FieldNotStated,
        _ => return None,
    })
}
