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
    DraftChanged,
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
    FieldCorrections,
    HintCorrections,
    FieldCorrectionDate,
    FieldCorrectionText,
    CorrectionAdd,
    CorrectionRemove,
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
    FieldOtherTitle,
    FieldOtherOutlet,
    FieldOtherUrl,
    FieldOtherLang,
    HintLang,
    FieldName,
    FieldOffice,
    FieldOffices,
    HintOffices,
    FieldOfficeOf,
    FieldOfficeFrom,
    FieldOfficeTo,
    FieldOfficeActing,
    FieldWikidata,
    HintWikidata,
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
    HintAmounts,
    FieldValue,
    HintValue,
    FieldCurrency,
    FieldUnit,
    FieldApproximate,
    FieldAtMost,
    FieldPeriod,
    FieldPeople,
    FieldOrganisations,
    FieldAreas,
    FieldNotStated,
    FieldParticipants,
    HintParticipants,
    FieldParticipantPlaces,
    FieldParticipantOrganisations,
    FieldParticipantsOpen,
    FieldAliases,
    HintAliases,
    FieldAudience,
    HintAudience,
    FieldFollows,
    FollowsNone,
    FollowsElsewhere,
    FieldFollowsAtlas,
    FieldFollowsFact,
    HintFollowsFact,
    FieldInterpretations,
    HintInterpretations,
    FieldInterpretationText,
    InterpretationAdd,
    InterpretationRemove,
    FactMore,
    GroupAtlas,
    GroupPartner,
    GroupSource,
    GroupSources,
    HintSources,
    SourceAdd,
    SourceRemove,
    GroupContext,
    HintContext,
    FieldContextText,
    FieldContextSource,
    ContextAdd,
    ContextRemove,
    GroupPlaces,
    HintPlaces,
    FieldMembership,
    GroupOrganisations,
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
    DateUse,
    DateNeedsDay,
    Weekdays,
    DatesNear,
    NumberUnread,
    AddressUnread,
    ProblemMissing,
    ProblemBlank,
    ProblemUnknown,
    ProblemTwice,
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
    QuestionDateSaid,
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
    CoverageLeft,
    CoverageLeave,
    CoverageTakeBack,
    CoverageNoText,
    CheckNone,
    CheckTitle,
    CheckInFact,
    CheckMore,
    CheckPath,
    TheDataset,
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
mod tests;
