//! The words of the studio itself, in the languages that it speaks.
//!
//! What it shares with the page, such as the kinds of facts, comes from the locale files of the page.

use std::collections::BTreeMap;

use serde::Deserialize;
use strum::{EnumIter, IntoEnumIterator, IntoStaticStr};

/// A text of the studio; its key in `studio/locales/` is its name in snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the English file says what each is")]
pub enum Word {
    Studio,
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
struct File {
    lang: String,
    dir: String,
    name: String,
    words: BTreeMap<String, String>,
}

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    texts: Vec<String>,
}

/// The files of words. They are small, and a start that needs no second request is quicker.
const FILES: [&str; 2] = [include_str!("../locales/en.json"), include_str!("../locales/ur.json")];

fn files() -> Vec<File> {
    FILES.iter().filter_map(|json| serde_json::from_str(json).ok()).collect()
}

impl Words {
    /// Returns the words of a language; English where there is no such language, or a word is missing.
    pub fn of(lang: &str) -> Self {
        let files = files();
        let english = files.first();
        let file = files.iter().find(|file| file.lang == lang).or(english);
        let text = |word: Word| {
            let own = file.and_then(|file| file.words.get(word.key()));
            own.or_else(|| english?.words.get(word.key())).cloned().unwrap_or_default()
        };
        Self {
            lang: file.map(|file| file.lang.clone()).unwrap_or_default(),
            dir: file.map(|file| file.dir.clone()).unwrap_or_default(),
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

/// Returns the languages of the studio, each with its own name.
pub fn languages() -> Vec<(String, String)> {
    files().into_iter().map(|file| (file.lang, file.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_every_word_and_no_other() {
        let keys: Vec<&str> = Word::iter().map(Word::key).collect();
        for json in FILES {
            let file: File = serde_json::from_str(json).unwrap();
            let missing: Vec<_> = keys
                .iter()
                .filter(|key| file.words.get(**key).is_none_or(String::is_empty))
                .collect();
            let unknown: Vec<_> =
                file.words.keys().filter(|key| !keys.contains(&key.as_str())).collect();
            assert!(
                missing.is_empty() && unknown.is_empty(),
                "{}: {missing:?} {unknown:?}",
                file.lang
            );
        }
    }

    #[test]
    fn every_language_has_the_same_places_for_values() {
        let files = files();
        let places = |text: &str| {
            let mut names: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
                .collect();
            names.sort();
            names
        };
        for file in &files {
            for (key, text) in &file.words {
                assert_eq!(places(text), places(&files[0].words[key]), "{} {key}", file.lang);
            }
        }
    }

    #[test]
    fn english_stands_in_for_an_unknown_language() {
        assert_eq!(Words::of("tlh"), Words::of("en"));
        assert_eq!(Words::of("ur").dir, "rtl");
        let text = Words::of("en").format(Word::Paragraph, &[("number", "3")]);
        assert!(text.contains('3') && !text.contains('{'), "{text}");
        let text = Words::of("ur").format(Word::AddSuggestion, &[("name", "12 million dollars")]);
        assert!(text.contains("\u{2068}12 million dollars\u{2069}"), "{text}");
    }
}
