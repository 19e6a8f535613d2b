//! The words of the studio itself, in the languages that it speaks.
//!
//! What it shares with the page, such as the kinds of facts, comes from the locale files of the page.

use std::collections::BTreeMap;

use partnership_atlas::i18n::Review;
use serde::Deserialize;
use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

/// A text of the studio; its key in `studio/locales/` is its name in snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the English file says what each is")]
pub enum Word {
    Studio,
    ByMachine,
    Promise,
    StartTitle,
    PasteLabel,
    PasteHint,
    PasteStart,
    PasteEmpty,
    OpenTitle,
    OpenHint,
    OpenFile,
    OpenExample,
    DraftsTitle,
    DraftOpen,
    DraftDelete,
    DraftDeleteSure,
    DraftsNone,
    CannotOpen,
    TooLarge,
    Undo,
    Redo,
    SaveCopy,
    CloseDraft,
    OnlyHere,
    SavedHere,
    NotSaved,
    OpenElsewhere,
    PaneText,
    PaneForms,
    PanePreview,
    PageReport,
    PageFacts,
    PagePeople,
    PageAreas,
    PageCoverage,
    PageCheck,
    PagePublish,
    TextTitle,
    TextNone,
    TextFrozen,
    TextHint,
    Paragraph,
    JoinNext,
    SplitHere,
    ParagraphRemove,
    ParagraphHeadline,
    FindLabel,
    FindButton,
    FindNone,
    FindFound,
    MarkAsFact,
    MarkForQuote,
    MarkTooLong,
    MarkEmpty,
    MarkedAs,
    FieldId,
    FieldAtlasTitle,
    FieldDeck,
    FieldLang,
    FieldEditor,
    FieldLicence,
    FieldVersion,
    FieldPublished,
    FieldPartnerKind,
    FieldPartnerCode,
    FieldPartnerName,
    FieldSeat,
    FieldOutlet,
    FieldSourceTitle,
    FieldUrl,
    FieldSourcePublished,
    FieldRetrieved,
    FieldSourceLang,
    FieldName,
    FieldOffice,
    FieldArea,
    FieldIcon,
    FieldPillar,
    FieldKind,
    FieldTitle,
    FieldText,
    FieldQuote,
    FieldPrefix,
    FieldSuffix,
    FieldParagraph,
    FieldScope,
    FieldExtent,
    FieldPlaces,
    FieldCount,
    FieldDate,
    FieldDateBasis,
    FieldStatus,
    FieldSaidBy,
    FieldAmounts,
    FieldValue,
    FieldCurrency,
    FieldUnit,
    FieldApproximate,
    FieldPeople,
    FieldOrganisations,
    FieldAreas,
    FieldNotStated,
    FieldParticipants,
    FieldAliases,
    GroupAtlas,
    GroupPartner,
    GroupSource,
    PartnerState,
    PartnerBloc,
    PartnerGroup,
    ExtentNamed,
    ExtentAsean,
    ExtentPartner,
    ExtentUnnamed,
    AlsoAsean,
    Choose,
    NotStated,
    Nobody,
    UnnamedSources,
    NoPillar,
    BasisStated,
    BasisDerived,
    DateHint,
    DateRead,
    DateUnread,
    ProblemMissing,
    ProblemBlank,
    FactsNone,
    FactUntitled,
    FactNew,
    FactDelete,
    FactUp,
    FactDown,
    FactBack,
    QuoteAdd,
    QuoteRemove,
    QuoteLongerStart,
    QuoteShorterStart,
    QuoteLongerEnd,
    QuoteShorterEnd,
    QuoteNowhere,
    QuoteStands,
    Suggested,
    AddSuggestion,
    Questions,
    PersonNew,
    PersonRemove,
    OfficeAdd,
    OfficeRemove,
    OrganisationNew,
    OrganisationRemove,
    AreaNew,
    AreaRemove,
    AmountAdd,
    AmountRemove,
    CoverageTitle,
    CoverageNone,
    CoverageParagraphs,
    CoverageUntold,
    CoverageNoText,
    CheckNone,
    CheckTitle,
    CheckInFact,
    CheckMore,
    CheckPath,
    PreviewTitle,
    PreviewWidth,
    PreviewTheme,
    PreviewThemeLight,
    PreviewThemeDark,
    PreviewLanguage,
    PreviewAlive,
    PreviewStatic,
    PreviewPaper,
    PreviewMode,
    PublishTitle,
    PublishHint,
    PublishBlocked,
    PublishHtml,
    PublishHtmlHint,
    PublishSite,
    PublishSiteHint,
    PublishDataset,
    PublishDatasetHint,
    PublishEmbed,
    PublishEmbedHint,
    PublishAddress,
    PublishWorking,
    PublishDone,
    PageFailed,
    ShowJson,
    TourTitle,
    TourPaste,
    TourMark,
    TourRecord,
    TourPublish,
    TourDone,
    Language,
}

impl Word {
    /// Returns the key in a file of words.
    pub fn key(self) -> &'static str {
        self.into()
    }
}

/// A file of words.
#[derive(Clone, Debug, Deserialize)]
pub struct WordsFile {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Whether somebody who speaks the language has read the words.
    pub review: Review,
    words: BTreeMap<String, String>,
}

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Whether a machine has translated them, and nobody has read the translation.
    pub is_by_machine: bool,
    texts: Vec<String>,
}

/// English, which stands in for the others.
const ENGLISH: &str = include_str!("../locales/en.json");

impl Words {
    /// Returns the English words.
    pub fn english() -> Self {
        serde_json::from_str(ENGLISH).map(|file| Self::of(&file)).unwrap_or_default()
    }

    /// Returns the words of a file; English where a word is missing.
    pub fn of(file: &WordsFile) -> Self {
        let english: Option<WordsFile> = serde_json::from_str(ENGLISH).ok();
        let text = |word: Word| {
            let own = file.words.get(word.key()).filter(|text| !text.is_empty());
            own.or_else(|| english.as_ref()?.words.get(word.key())).cloned().unwrap_or_default()
        };
        Self {
            lang: file.lang.clone(),
            dir: file.dir.clone(),
            is_by_machine: file.review == Review::Machine,
            texts: Word::iter().map(text).collect(),
        }
    }

    /// Returns a text.
    pub fn get(&self, word: Word) -> &str {
        self.texts.get(word as usize).map_or("", String::as_str)
    }

    /// Returns a text with values in the places of their names: `{count}`.
    ///
    /// From right to left, each value is wrapped in FSI and PDI (<https://www.unicode.org/reports/tr9/>), which keep its own
    /// direction.
    pub fn format(&self, word: Word, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.get(word).to_owned(), |text, (name, value)| {
            let value = match self.dir.as_str() {
                "rtl" => format!("\u{2068}{value}\u{2069}"),
                _ => (*value).to_owned(),
            };
            text.replace(&format!("{{{name}}}"), &value)
        })
    }
}

/// Returns the first of some languages that the studio speaks. Of a tag only the language counts: `ur-PK` is Urdu.
pub fn first_known(asked: &[String], known: &[(String, String)]) -> Option<String> {
    let language = |tag: &str| {
        let language = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        // Tags that others have replaced: https://www.iana.org/assignments/language-subtag-registry
        match language.as_str() {
            "in" => "id".to_owned(),
            "tl" => "fil".to_owned(),
            _ => language,
        }
    };
    let own = |tag: &String| {
        known.iter().map(|(own, _)| own).find(|own| language(own) == language(tag)).cloned()
    };
    asked.iter().find_map(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tags of the languages of the page.
    fn languages() -> Vec<String> {
        let mut tags: Vec<String> = std::fs::read_dir("../assets/locales")
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".json", ""))
            .collect();
        tags.sort();
        tags
    }

    fn file(lang: &str) -> WordsFile {
        let path = format!("locales/{lang}.json");
        let json = std::fs::read_to_string(&path).expect(&path);
        serde_json::from_str(&json).expect(&path)
    }

    #[test]
    fn the_studio_speaks_every_language_of_the_page() {
        for lang in languages() {
            let file = file(&lang);
            assert_eq!(file.lang, lang);
            assert_eq!(file.dir, if lang == "ur" { "rtl" } else { "ltr" }, "{lang}");
            assert_eq!(file.review == Review::Author, lang == "en", "{lang}");
        }
    }

    #[test]
    fn every_language_has_every_word_and_no_other() {
        let keys: Vec<&str> = Word::iter().map(Word::key).collect();
        for lang in languages() {
            let file = file(&lang);
            let missing: Vec<_> = keys
                .iter()
                .filter(|key| file.words.get(**key).is_none_or(String::is_empty))
                .collect();
            let unknown: Vec<_> =
                file.words.keys().filter(|key| !keys.contains(&key.as_str())).collect();
            assert!(missing.is_empty() && unknown.is_empty(), "{lang}: {missing:?} {unknown:?}");
        }
    }

    #[test]
    fn every_language_has_the_same_places_for_values() {
        let english = file("en");
        let places = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
                .collect();
            names.sort();
            names
        };
        for lang in languages() {
            for (key, text) in &file(&lang).words {
                assert_eq!(places(text), places(&english.words[key]), "{lang} {key}");
            }
        }
    }

    #[test]
    fn english_stands_in_for_a_missing_word() {
        let half = r#"{ "lang": "tlh", "dir": "ltr", "review": "machine", "words": { "undo": "X", "redo": "" } }"#;
        let words = Words::of(&serde_json::from_str(half).unwrap());
        assert_eq!((words.get(Word::Undo), words.get(Word::Redo)), ("X", "Redo"));
        let text = Words::english().format(Word::Paragraph, &[("number", "3")]);
        assert!(text.contains('3') && !text.contains('{'), "{text}");
        let urdu = Words::of(&file("ur"));
        let text = urdu.format(Word::AddSuggestion, &[("name", "12 million dollars")]);
        assert!(text.contains("\u{2068}12 million dollars\u{2069}"), "{text}");
    }

    #[test]
    fn the_language_of_a_tag_is_known() {
        let known: Vec<(String, String)> =
            languages().into_iter().map(|tag| (tag, String::new())).collect();
        let first = |tags: &[&str]| {
            let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
            first_known(&tags, &known)
        };
        assert_eq!(first(&["ur-PK"]).as_deref(), Some("ur"));
        assert_eq!(first(&["zh-CN", "en"]).as_deref(), Some("zh-Hans"));
        assert_eq!(first(&["tlh", "fr-CA", "MS"]).as_deref(), Some("ms"));
        assert_eq!(first(&["in_ID"]).as_deref(), Some("id"));
        assert_eq!(first(&["tl"]).as_deref(), Some("fil"));
        assert_eq!(first(&["tlh"]), None);
    }
}
