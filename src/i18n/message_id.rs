//! The messages of the interface, by the keys that they have in every locale file.

use strum::{EnumIter, IntoStaticStr};

/// A sentence, a label or a pattern of the interface. The locale file holds its text in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, IntoStaticStr)]
#[allow(missing_docs, reason = "the key says what each one is")]
pub enum MessageId {
    #[strum(serialize = "head.title")]
    HeadTitle,
    #[strum(serialize = "share.done")]
    ShareDone,
    #[strum(serialize = "share.refused")]
    ShareRefused,
    #[strum(serialize = "embed.copied")]
    EmbedCopied,
    #[strum(serialize = "embed.preview")]
    EmbedPreview,
    #[strum(serialize = "map.hint")]
    MapHint,
    #[strum(serialize = "areas.shown")]
    AreasShown,
    #[strum(serialize = "areas.filtered")]
    AreasFiltered,
    #[strum(serialize = "areas.none")]
    AreasNone,
    #[strum(serialize = "card.reached.wide")]
    CardHighlightedWide,
    #[strum(serialize = "card.reached.named")]
    CardHighlightedNamed,
    #[strum(serialize = "card.covers")]
    CardCovers,
    #[strum(serialize = "card.names")]
    CardNames,
    #[strum(serialize = "facts.found")]
    FactsFound,
    #[strum(serialize = "facts.searched")]
    FactsSearched,
    #[strum(serialize = "facts.sorted")]
    FactsSorted,
    #[strum(serialize = "facts.sorted.reverse")]
    FactsSortedReverse,
    #[strum(serialize = "facts.none")]
    FactsNone,
    #[strum(serialize = "facts.nearest")]
    FactsNearest,
    #[strum(serialize = "facts.clear")]
    FactsClear,
    #[strum(serialize = "facts.page")]
    FactsPage,
    #[strum(serialize = "source.chip")]
    SourceChip,
    #[strum(serialize = "source.chip.label")]
    SourceChipLabel,
    #[strum(serialize = "evidence.copied")]
    EvidenceCopied,
    #[strum(serialize = "list.comma")]
    ListComma,
    #[strum(serialize = "tier.named")]
    CountryStatusNamed,
    #[strum(serialize = "tier.member")]
    CountryStatusMember,
    #[strum(serialize = "tier.later")]
    CountryStatusLater,
    #[strum(serialize = "reach.wide")]
    ScopeWide,
    #[strum(serialize = "kind.statement")]
    KindStatement,
    #[strum(serialize = "kind.meeting")]
    KindMeeting,
    #[strum(serialize = "kind.visit")]
    KindVisit,
    #[strum(serialize = "kind.project")]
    KindProject,
    #[strum(serialize = "kind.agreement")]
    KindAgreement,
    #[strum(serialize = "kind.plan")]
    KindPlan,
    #[strum(serialize = "kind.status")]
    KindStatus,
    #[strum(serialize = "status.stated")]
    StatusStated,
    #[strum(serialize = "status.held")]
    StatusHeld,
    #[strum(serialize = "status.agreed")]
    StatusAgreed,
    #[strum(serialize = "status.executed")]
    StatusExecuted,
    #[strum(serialize = "status.scheduled")]
    StatusScheduled,
    #[strum(serialize = "status.shared")]
    StatusShared,
    #[strum(serialize = "status.in-force")]
    StatusInForce,
    #[strum(serialize = "status.not-stated")]
    StatusNotStated,
    #[strum(serialize = "date.day")]
    DateDay,
    #[strum(serialize = "date.month")]
    DateMonth,
    #[strum(serialize = "date.half.first")]
    DateHalfFirst,
    #[strum(serialize = "date.half.second")]
    DateHalfSecond,
    #[strum(serialize = "date.year")]
    DateYear,
    #[strum(serialize = "date.since")]
    DateSince,
    #[strum(serialize = "date.range")]
    DateRange,
    #[strum(serialize = "date.not-stated")]
    DateNotStated,
    #[strum(serialize = "date.within")]
    DateWithin,
    #[strum(serialize = "language.label")]
    LanguageLabel,
    #[strum(serialize = "page.title")]
    PageTitle,
    #[strum(serialize = "page.description")]
    PageDescription,
    #[strum(serialize = "head.kicker")]
    HeadKicker,
    #[strum(serialize = "head.deck")]
    HeadDeck,
    #[strum(serialize = "clock.label")]
    ClockLabel,
    #[strum(serialize = "clock.report")]
    ClockReport,
    #[strum(serialize = "clock.today")]
    ClockToday,
    #[strum(serialize = "share.button")]
    ShareButton,
    #[strum(serialize = "share.title")]
    ShareTitle,
    #[strum(serialize = "share.words")]
    ShareText,
    #[strum(serialize = "share.copy")]
    ShareCopy,
    #[strum(serialize = "link.address")]
    LinkAddress,
    #[strum(serialize = "embed.button")]
    EmbedButton,
    #[strum(serialize = "embed.title")]
    EmbedTitle,
    #[strum(serialize = "embed.words")]
    EmbedText,
    #[strum(serialize = "embed.view")]
    EmbedView,
    #[strum(serialize = "embed.view.all")]
    EmbedViewAll,
    #[strum(serialize = "embed.view.map")]
    EmbedViewMap,
    #[strum(serialize = "embed.view.cards")]
    EmbedViewCards,
    #[strum(serialize = "embed.view.table")]
    EmbedViewTable,
    #[strum(serialize = "embed.theme")]
    EmbedTheme,
    #[strum(serialize = "embed.theme.auto")]
    EmbedThemeAuto,
    #[strum(serialize = "embed.theme.light")]
    EmbedThemeLight,
    #[strum(serialize = "embed.theme.dark")]
    EmbedThemeDark,
    #[strum(serialize = "embed.copy")]
    EmbedCopy,
    #[strum(serialize = "notice.failed")]
    NoticeFailed,
    #[strum(serialize = "notice.stopped")]
    NoticeStopped,
    #[strum(serialize = "notice.problems")]
    NoticeProblems,
    #[strum(serialize = "map.label")]
    MapLabel,
    #[strum(serialize = "map.description")]
    MapDescription,
    #[strum(serialize = "map.host")]
    MapPartner,
    #[strum(serialize = "map.host.note")]
    MapPartnerNote,
    #[strum(serialize = "map.boundaries")]
    MapBoundaries,
    #[strum(serialize = "map.zoom.in")]
    MapZoomIn,
    #[strum(serialize = "map.zoom.out")]
    MapZoomOut,
    #[strum(serialize = "map.zoom.reset")]
    MapZoomReset,
    #[strum(serialize = "map.list")]
    MapList,
    #[strum(serialize = "map.read")]
    MapReadFacts,
    #[strum(serialize = "tier.named.words")]
    CountryStatusNamedText,
    #[strum(serialize = "tier.member.words")]
    CountryStatusMemberText,
    #[strum(serialize = "tier.later.words")]
    CountryStatusLaterText,
    #[strum(serialize = "tier.today.member")]
    CountryStatusTodayMember,
    #[strum(serialize = "inspector.label")]
    InspectorLabel,
    #[strum(serialize = "inspector.clear")]
    InspectorClear,
    #[strum(serialize = "inspector.wide")]
    InspectorAseanWide,
    #[strum(serialize = "inspector.wide.words")]
    InspectorAseanWideText,
    #[strum(serialize = "inspector.context")]
    InspectorContext,
    #[strum(serialize = "inspector.joined")]
    InspectorJoined,
    #[strum(serialize = "overview.kicker")]
    OverviewKicker,
    #[strum(serialize = "overview.words")]
    OverviewText,
    #[strum(serialize = "overview.facts")]
    OverviewFacts,
    #[strum(serialize = "overview.named")]
    OverviewNamed,
    #[strum(serialize = "overview.wide")]
    OverviewWide,
    #[strum(serialize = "overview.members")]
    OverviewMembers,
    #[strum(serialize = "overview.members.report")]
    OverviewMembersReport,
    #[strum(serialize = "overview.members.today")]
    OverviewMembersToday,
    #[strum(serialize = "overview.tiers")]
    OverviewTiers,
    #[strum(serialize = "areas.title")]
    AreasTitle,
    #[strum(serialize = "areas.by.area")]
    AreasByArea,
    #[strum(serialize = "areas.by.status")]
    AreasByStatus,
    #[strum(serialize = "areas.all")]
    AreasAll,
    #[strum(serialize = "card.for")]
    CardFor,
    #[strum(serialize = "card.reach")]
    CardScope,
    #[strum(serialize = "card.date")]
    CardDate,
    #[strum(serialize = "card.show")]
    CardShow,
    #[strum(serialize = "reach.members")]
    ScopeMembers,
    #[strum(serialize = "status.executed.as-of")]
    StatusExecutedAsOf,
    #[strum(serialize = "status.scheduled.when")]
    StatusScheduledWhen,
    #[strum(serialize = "status.scheduled.today")]
    StatusScheduledToday,
    #[strum(serialize = "status.in-force.as-of")]
    StatusInForceAsOf,
    #[strum(serialize = "unstated.attendance")]
    MissingAttendance,
    #[strum(serialize = "unstated.which")]
    MissingWhich,
    #[strum(serialize = "unstated.states")]
    MissingStates,
    #[strum(serialize = "unstated.participants")]
    MissingParticipants,
    #[strum(serialize = "readings.title")]
    InterpretationsTitle,
    #[strum(serialize = "readings.label")]
    InterpretationsLabel,
    #[strum(serialize = "date.derived")]
    DateDerived,
    #[strum(serialize = "timeline.title")]
    TimelineTitle,
    #[strum(serialize = "timeline.report")]
    TimelineReport,
    #[strum(serialize = "timeline.undated")]
    TimelineUndated,
    #[strum(serialize = "facts.pages")]
    FactsPages,
    #[strum(serialize = "facts.before")]
    FactsBefore,
    #[strum(serialize = "facts.after")]
    FactsAfter,
    #[strum(serialize = "list.more")]
    ListMore,
    #[strum(serialize = "facts.title")]
    FactsTitle,
    #[strum(serialize = "facts.search")]
    FactsSearch,
    #[strum(serialize = "facts.search.hint")]
    FactsSearchHint,
    #[strum(serialize = "facts.fact")]
    FactsFact,
    #[strum(serialize = "facts.reach")]
    FactsScope,
    #[strum(serialize = "facts.date")]
    FactsDate,
    #[strum(serialize = "facts.status")]
    FactsStatus,
    #[strum(serialize = "facts.people")]
    FactsPeople,
    #[strum(serialize = "facts.paragraph")]
    FactsParagraph,
    #[strum(serialize = "source.chip.short")]
    SourceChipShort,
    #[strum(serialize = "evidence.title")]
    EvidenceTitle,
    #[strum(serialize = "evidence.all")]
    EvidenceAll,
    #[strum(serialize = "evidence.paragraph")]
    EvidenceParagraph,
    #[strum(serialize = "evidence.paragraph.of")]
    EvidenceParagraphOf,
    #[strum(serialize = "evidence.search")]
    EvidenceSearch,
    #[strum(serialize = "evidence.outlet")]
    EvidenceOutlet,
    #[strum(serialize = "evidence.outlet.date")]
    EvidenceOutletDate,
    #[strum(serialize = "evidence.person")]
    EvidencePerson,
    #[strum(serialize = "evidence.open")]
    EvidenceOpen,
    #[strum(serialize = "evidence.copy")]
    EvidenceCopy,
    #[strum(serialize = "evidence.close")]
    EvidenceClose,
    #[strum(serialize = "citation")]
    Citation,
    #[strum(serialize = "about.title")]
    AboutTitle,
    #[strum(serialize = "about.source")]
    AboutSource,
    #[strum(serialize = "about.source.words")]
    AboutSourceText,
    #[strum(serialize = "about.method")]
    AboutMethod,
    #[strum(serialize = "about.method.words")]
    AboutMethodText,
    #[strum(serialize = "about.language")]
    AboutLanguage,
    #[strum(serialize = "review.author")]
    ReviewAuthor,
    #[strum(serialize = "review.machine")]
    ReviewMachine,
    #[strum(serialize = "review.speaker")]
    ReviewSpeaker,
    #[strum(serialize = "about.licence")]
    AboutLicence,
    #[strum(serialize = "about.licence.words")]
    AboutLicenceText,
    #[strum(serialize = "about.downloads")]
    AboutDownloads,
    #[strum(serialize = "about.dataset")]
    AboutDataset,
    #[strum(serialize = "about.schema")]
    AboutSchema,
    #[strum(serialize = "about.boundaries")]
    AboutBoundaries,
    #[strum(serialize = "about.embed")]
    AboutEmbed,
    #[strum(serialize = "about.embed.words")]
    AboutEmbedText,
}

impl MessageId {
    /// Returns the key in the locale files: `head.title`.
    pub fn key(self) -> &'static str {
        self.into()
    }
}
