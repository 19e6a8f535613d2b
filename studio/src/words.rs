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
    PublishFailed,
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
mod tests;
