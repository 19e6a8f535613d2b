//! The checks of a report: ids, references, ranges, texts and links.

use serde::Serialize;

use super::checker::Checker;
use super::diagnostic::text_excerpt;
use super::id::MAPPED_PLACES;
use super::known::{Ids, Known};
use super::limits::{MAX_ENTRIES, MAX_FACTS, MAX_PARAGRAPHS, MAX_QUOTE_WORDS};
use super::quote::UNNAMED_SOURCES;
use super::text_rules::{is_currency, is_sha256, is_wikidata_item, partner_code_error};
use super::{
    Amount, AseanRole, Diagnostic, Extent, FORMAT, Fact, Follows, FuzzyDate, Period, Place,
    Problem, Quote, Report, Scope, Source, SourceRole, Speaker,
};

/// Returns everything that is wrong with a report, in the order of the file; empty where it is complete.
pub fn validate(report: &Report) -> Vec<Diagnostic> {
    let mut validator = Validator { report, known: Known::of(report), check: Checker::default() };
    validator.report();
    validator.check.found
}

struct Validator<'a> {
    report: &'a Report,
    known: Known,
    check: Checker,
}

impl Validator<'_> {
    fn report(&mut self) {
        let report = self.report;
        if report.format != FORMAT {
            self.check.add("$.format", Problem::NotFormat(report.format));
        }
        self.edition();
        self.partner();
        self.sources();
        self.people();
        self.organisations();
        self.places();
        self.areas();
        self.facts();
        self.context();
    }

    fn edition(&mut self) {
        let atlas = &self.report.atlas;
        self.check.text("$.atlas.title", &atlas.title);
        self.check.text("$.atlas.deck", &atlas.deck);
        self.check.language("$.atlas.lang", &atlas.lang);
        self.check.optional("$.atlas.editor", atlas.editor.as_ref(), Checker::text);
        self.check.optional("$.atlas.licence", atlas.licence.as_deref(), Checker::plain_text);
        self.check.optional("$.atlas.version", atlas.version.as_deref(), Checker::plain_text);
        self.check.length("$.atlas.corrections", atlas.corrections.len(), 0, MAX_ENTRIES);
        for (index, correction) in atlas.corrections.iter().enumerate() {
            self.check.text(&format!("$.atlas.corrections[{index}].text"), &correction.text);
        }
    }

    fn partner(&mut self) {
        let partner = &self.report.partner;
        if let Some(error) = partner_code_error(partner) {
            self.check.add("$.partner.code", error);
        }
        self.check.text("$.partner.name", &partner.name);
        self.check.aliases("$.partner", &partner.aliases);
        self.check.text("$.partner.seat.name", &partner.seat.name);
    }

    fn sources(&mut self) {
        let sources = &self.report.sources;
        self.check.list("$.sources", "id", sources.iter().map(|source| source.id), 1, MAX_ENTRIES);
        if !sources.is_empty() && sources.iter().all(|source| source.role != SourceRole::Report) {
            self.check.add("$.sources", Problem::NoReport);
        }
        for (index, source) in sources.iter().enumerate() {
            self.source(&format!("$.sources[{index}]"), source);
        }
    }

    fn source(&mut self, path: &str, source: &Source) {
        self.check.text(&format!("{path}.outlet"), &source.outlet);
        self.check.plain_text(&format!("{path}.title"), &source.title);
        self.check.optional(&format!("{path}.url"), source.url.as_deref(), Checker::link);
        self.published(&format!("{path}.published"), source.published);
        let published = source.published.first_day();
        if source.retrieved.zip(published).is_some_and(|(retrieved, day)| retrieved < day) {
            self.check.add(format!("{path}.retrieved"), Problem::BeforePublication);
        }
        self.check.language(&format!("{path}.lang"), &source.lang);
        self.check.length(
            &format!("{path}.paragraphs"),
            source.paragraphs.len(),
            0,
            MAX_PARAGRAPHS,
        );
        for (index, paragraph) in source.paragraphs.iter().enumerate() {
            if !is_sha256(&paragraph.sha256) {
                let path = format!("{path}.paragraphs[{index}].sha256");
                self.check.add(path, Problem::NotHash);
            }
        }
    }

    fn published(&mut self, path: &str, date: FuzzyDate) {
        let is_period =
            |period| matches!(period, Period::Day(_) | Period::Month(..) | Period::Year(_));
        match date {
            FuzzyDate::NotStated => {}
            FuzzyDate::In(period) | FuzzyDate::About(period) if is_period(period) => {}
            _ => self.check.add(path, Problem::NotPublicationDate),
        }
    }

    fn people(&mut self) {
        let people = &self.report.people;
        self.check.list("$.people", "id", people.iter().map(|person| person.id), 0, MAX_ENTRIES);
        for (index, person) in people.iter().enumerate() {
            let path = format!("$.people[{index}]");
            if person.id.as_str() == UNNAMED_SOURCES {
                self.check.add(format!("{path}.id"), Problem::ReservedId);
            }
            self.check.text(&format!("{path}.name"), &person.name);
            self.wikidata(&path, person.wikidata.as_deref());
            self.check.length(&format!("{path}.offices"), person.offices.len(), 0, MAX_ENTRIES);
            for (index, office) in person.offices.iter().enumerate() {
                self.check.text(&format!("{path}.offices[{index}].title"), &office.title);
                let of = format!("{path}.offices[{index}].of");
                self.check.optional(&of, office.of.as_ref(), Checker::text);
            }
        }
    }

    fn organisations(&mut self) {
        let all = &self.report.organisations;
        self.check.list("$.organisations", "id", all.iter().map(|each| each.id), 0, MAX_ENTRIES);
        for (index, organisation) in all.iter().enumerate() {
            let path = format!("$.organisations[{index}]");
            self.check.text(&format!("{path}.name"), &organisation.name);
            self.wikidata(&path, organisation.wikidata.as_deref());
        }
    }

    fn wikidata(&mut self, path: &str, item: Option<&str>) {
        if item.is_some_and(|item| !is_wikidata_item(item)) {
            self.check.add(format!("{path}.wikidata"), Problem::NotWikidata);
        }
    }

    fn places(&mut self) {
        let places = &self.report.places;
        self.check.list("$.places", "code", places.iter().map(|place| place.code), 1, MAX_ENTRIES);
        let is_missing = |code: &&str| places.iter().all(|place| place.code.as_str() != *code);
        let missing: Vec<&str> =
            MAPPED_PLACES.into_iter().filter(|code| is_missing(code)).collect();
        // A code that is wrong has a diagnostic of its own.
        let are_codes = !places.is_empty() && places.iter().all(|place| place.code.is_mapped());
        if are_codes && !missing.is_empty() {
            self.check.add("$.places", Problem::MissingPlaces(missing));
        }
        for (index, place) in places.iter().enumerate() {
            let path = format!("$.places[{index}]");
            if !place.code.is_mapped() {
                let code = text_excerpt(place.code.as_str());
                self.check.add(format!("{path}.code"), Problem::NotMapped(code));
            }
            self.check.text(&format!("{path}.name"), &place.name);
            self.check.aliases(&path, &place.aliases);
            self.membership(&format!("{path}.membership"), place);
        }
    }

    /// A member has a day of joining and its source, and nothing else has a day of joining.
    fn membership(&mut self, path: &str, place: &Place) {
        let membership = place.membership;
        match (membership.asean, membership.joined) {
            (AseanRole::Member, None) => self.check.add(format!("{path}.joined"), Problem::Missing),
            (AseanRole::Observer | AseanRole::NotYet, Some(_)) => {
                self.check.add(format!("{path}.joined"), Problem::JoinedByNoMember);
            }
            _ => {}
        }
        match membership.source {
            Some(source) => {
                let path = format!("{path}.source");
                self.check.reference(&path, &self.known.sources, source.as_str());
            }
            None if membership.asean == AseanRole::Member => {
                self.check.add(format!("{path}.source"), Problem::Missing);
            }
            None => {}
        }
    }

    fn areas(&mut self) {
        let areas = &self.report.areas;
        self.check.list("$.areas", "id", areas.iter().map(|area| area.id), 0, MAX_ENTRIES);
        for (index, area) in areas.iter().enumerate() {
            self.check.text(&format!("$.areas[{index}].name"), &area.name);
        }
    }

    fn facts(&mut self) {
        let facts = &self.report.facts;
        self.check.list("$.facts", "id", facts.iter().map(|fact| fact.id), 1, MAX_FACTS);
        for (index, fact) in facts.iter().enumerate() {
            self.fact(&format!("$.facts[{index}]"), fact);
        }
    }

    fn fact(&mut self, path: &str, fact: &Fact) {
        self.check.text(&format!("{path}.title"), &fact.title);
        self.check.text(&format!("{path}.text"), &fact.text);
        self.check.length(&format!("{path}.quotes"), fact.quotes.len(), 1, MAX_ENTRIES);
        for (index, quote) in fact.quotes.iter().enumerate() {
            self.quote(&format!("{path}.quotes[{index}]"), quote);
        }
        self.check.optional(&format!("{path}.audience"), fact.audience.as_ref(), Checker::text);
        self.scope(&format!("{path}.scope"), &fact.scope);
        let participants = &fact.participants;
        let inner = format!("{path}.participants");
        self.ids(&format!("{inner}.places"), &participants.places, |known| &known.places);
        let organisations = &participants.organisations;
        self.ids(&format!("{inner}.organisations"), organisations, |known| &known.organisations);
        self.ids(&format!("{path}.areas"), &fact.areas, |known| &known.areas);
        self.ids(&format!("{path}.people"), &fact.people, |known| &known.people);
        let organisations = &fact.organisations;
        self.ids(&format!("{path}.organisations"), organisations, |known| &known.organisations);
        if let Some(Speaker::Person(id)) = fact.said_by {
            let path = format!("{path}.said_by");
            self.check.reference(&path, &self.known.people, id.as_str());
        }
        self.check.length(&format!("{path}.amounts"), fact.amounts.len(), 0, MAX_ENTRIES);
        for (index, amount) in fact.amounts.iter().enumerate() {
            self.amount(&format!("{path}.amounts[{index}]"), amount);
        }
        self.check.unique(&format!("{path}.not_stated"), &fact.not_stated);
        self.check.aliases(path, &fact.aliases);
        self.interpretations(&format!("{path}.interpretations"), fact);
        self.follows(&format!("{path}.follows"), fact);
    }

    fn quote(&mut self, path: &str, quote: &Quote) {
        let source = self.report.source_with(quote.source);
        match source {
            Some(source) if source.role == SourceRole::Context => {
                self.check.add(format!("{path}.source"), Problem::QuoteOfContext);
            }
            Some(_) => {}
            None => {
                let path = format!("{path}.source");
                self.check.reference(&path, &self.known.sources, quote.source.as_str());
            }
        }
        let paragraphs = source.map_or(0, |source| source.paragraphs.len());
        let paragraphs = if paragraphs == 0 { MAX_PARAGRAPHS } else { paragraphs };
        if quote.paragraph < 1 || usize::from(quote.paragraph) > paragraphs {
            let problem = Problem::NotParagraph { count: paragraphs };
            self.check.add(format!("{path}.paragraph"), problem);
        }
        let prefix = quote.prefix.as_ref().map(|text| ("prefix", text));
        let suffix = quote.suffix.as_ref().map(|text| ("suffix", text));
        for (key, text) in [Some(("exact", &quote.exact)), prefix, suffix].into_iter().flatten() {
            self.check.plain_text(&format!("{path}.{key}"), text);
            if text.split_whitespace().count() > MAX_QUOTE_WORDS {
                self.check.add(format!("{path}.{key}"), Problem::TooManyWords);
            }
        }
    }

    fn scope(&mut self, path: &str, scope: &Scope) {
        self.ids(&format!("{path}.places"), &scope.places, |known| &known.places);
        let is_named = scope.extent == Extent::Named;
        if is_named && scope.places.is_empty() {
            self.check.add(format!("{path}.places"), Problem::NoPlaces);
        } else if !is_named && !scope.places.is_empty() {
            self.check.add(format!("{path}.places"), Problem::PlacesOfOtherExtent);
        }
        if scope.count.is_some() && scope.extent != Extent::Unnamed {
            self.check.add(format!("{path}.count"), Problem::CountOfOtherExtent);
        }
        self.check.unique(&format!("{path}.also"), &scope.also);
        if scope.extent == Extent::Asean && !scope.also.is_empty() {
            self.check.add(format!("{path}.also"), Problem::AlsoOfAsean);
        }
    }

    fn amount(&mut self, path: &str, amount: &Amount) {
        if !(amount.value.is_finite() && amount.value >= 0.0) {
            self.check.add(format!("{path}.value"), Problem::NotAmount);
        }
        if amount.at_least && amount.at_most {
            self.check.add(format!("{path}.at_most"), Problem::BothBounds);
        }
        match (&amount.currency, &amount.unit) {
            (Some(_), Some(_)) => self.check.add(format!("{path}.unit"), Problem::UnitAndCurrency),
            (None, None) => self.check.add(format!("{path}.currency"), Problem::NoUnit),
            (Some(currency), None) if !is_currency(currency) => {
                let problem = Problem::NotCurrency(text_excerpt(currency));
                self.check.add(format!("{path}.currency"), problem);
            }
            (None, Some(unit)) => self.check.text(&format!("{path}.unit"), unit),
            _ => {}
        }
    }

    fn follows(&mut self, path: &str, fact: &Fact) {
        match &fact.follows {
            Some(Follows::Fact(id)) if *id == fact.id => {
                self.check.add(path, Problem::FollowsItself)
            }
            Some(Follows::Fact(id)) => {
                self.check.reference(path, &self.known.facts, id.as_str());
            }
            Some(Follows::Elsewhere(other)) => {
                self.check.link(&format!("{path}.atlas"), &other.atlas)
            }
            None => {}
        }
    }

    /// An ambiguous passage has at least two interpretations; the first is that of the fact itself.
    fn interpretations(&mut self, path: &str, fact: &Fact) {
        self.check.length(path, fact.interpretations.len(), 0, MAX_ENTRIES);
        match fact.interpretations.as_slice() {
            [] => {}
            [_] => self.check.add(path, Problem::OneInterpretation),
            [first, ..] if first.date != fact.date || first.status != fact.status => {
                self.check.add(path, Problem::OtherFirstInterpretation);
            }
            _ => {}
        }
        for (index, interpretation) in fact.interpretations.iter().enumerate() {
            self.check.text(&format!("{path}[{index}].text"), &interpretation.text);
        }
    }

    fn context(&mut self) {
        let context = &self.report.context;
        self.check.length("$.context", context.len(), 0, MAX_ENTRIES);
        for (index, fact) in context.iter().enumerate() {
            let path = format!("$.context[{index}]");
            self.check.text(&format!("{path}.text"), &fact.text);
            let path = format!("{path}.source");
            self.check.reference(&path, &self.known.sources, fact.source.as_str());
        }
    }

    /// Checks that each id of a list is known and stands once.
    fn ids<T: Ord + Serialize + AsRef<str>>(
        &mut self,
        path: &str,
        ids: &[T],
        known: impl Fn(&Known) -> &Ids,
    ) {
        self.check.unique(path, ids);
        for (index, id) in ids.iter().enumerate() {
            let path = format!("{path}[{index}]");
            self.check.reference(&path, known(&self.known), id.as_ref());
        }
    }
}
