//! What the page is a function of, besides the view: the report and the messages.

use serde::{Deserialize, Serialize};

#[cfg(not(reader))]
use super::ranks::Order;
use crate::i18n::Messages;
#[cfg(not(reader))]
use crate::i18n::{LocaleFile, MessageId, ReportTexts, Review, localize};
use crate::model::Report;
#[cfg(not(target_arch = "wasm32"))]
use crate::model::{Diagnostic, Diagnostics, read};
#[cfg(not(reader))]
use crate::model::{FuzzyDate, Text};

/// One report in one language. The build writes it as JSON beside each page, and the reader's module fetches it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Atlas {
    /// The report, its texts in the language of the page.
    pub report: Report,
    /// The interface in the language of the page.
    pub messages: Messages,
    /// The rank of each fact in each column of the table, in the order of [`Column`](crate::state::Column).
    pub ranks: Vec<Vec<u16>>,
}

impl Atlas {
    /// Returns a report in the language of a locale. The report's own language stands in for missing texts, and English
    /// for missing messages.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn localized(
        report: &Report,
        texts: Option<&ReportTexts>,
        locale: &LocaleFile,
        english: &LocaleFile,
    ) -> Self {
        let order = super::ranks::order_of(&locale.lang);
        Self::in_order(report, texts, locale, english, &order)
    }

    /// Does the same as [`Atlas::localized`] where the order of the language comes from elsewhere, such as a browser.
    #[cfg(not(reader))]
    pub fn in_order(
        report: &Report,
        texts: Option<&ReportTexts>,
        locale: &LocaleFile,
        english: &LocaleFile,
        order: &Order,
    ) -> Self {
        let mut messages = locale.messages(english);
        messages.review = match locale.review {
            // Whoever wrote the report wrote this page.
            _ if locale.lang == report.atlas.lang.as_str() => {
                messages.get(MessageId::ReviewAuthor).clone()
            }
            interface => match (interface, texts.and_then(|texts| texts.review)) {
                (Review::Machine, Some(Review::Speaker | Review::Author)) => {
                    messages.get(MessageId::ReviewTexts).clone()
                }
                (_, Some(Review::Speaker | Review::Author)) => {
                    messages.get(MessageId::ReviewSpeaker).clone()
                }
                (_, Some(Review::Machine)) => messages.get(MessageId::ReviewMachine).clone(),
                // Whoever wrote the messages did not write the report.
                (Review::Author, None) => Text::EMPTY,
                (interface, None) => messages.get(interface.message()).clone(),
            },
        };
        let report = localize(report, locale, texts);
        let mut atlas = Self { report, messages, ranks: Vec::new() };
        atlas.ranks = super::ranks::ranks(&atlas, order);
        atlas
    }

    /// Returns what the reader's module needs. What no part of it shows is left out; the types skip it there.
    #[cfg(not(reader))]
    #[must_use]
    pub fn for_module(&self) -> Self {
        let mut atlas = self.clone();
        let report = &mut atlas.report;
        report.schema = None;
        report.atlas.editor = None;
        report.atlas.licence = None;
        report.atlas.version = None;
        report.atlas.published = None;
        report.atlas.corrections.clear();
        report.partner.code = None;
        report.partner.aliases.clear();
        report.sources.iter_mut().for_each(|source| source.retrieved = None);
        for person in &mut report.people {
            person.wikidata = None;
            person.offices.clear();
        }
        report.organisations.iter_mut().for_each(|organisation| organisation.wikidata = None);
        for fact in &mut report.facts {
            fact.follows = None;
            fact.interpretations.iter_mut().for_each(|each| each.date = FuzzyDate::NotStated);
            for quote in &mut fact.quotes {
                quote.start = None;
            }
        }
        atlas
    }

    /// Reads a report and the locale file of its language.
    ///
    /// # Errors
    ///
    /// Every problem of the report, and the first of the locale file.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn from_files(report: &str, locale: &str) -> Result<Self, Diagnostics> {
        let locale = serde_json::from_str::<LocaleFile>(locale)
            .map_err(|error| Diagnostic::new("$", format!("is no locale file: {error}")));
        match (read(report), locale) {
            (Ok(report), Ok(locale)) => Ok(Self::localized(&report, None, &locale, &locale)),
            (Err(mut problems), Err(problem)) => {
                problems.push(problem);
                Err(problems)
            }
            (Err(problems), Ok(_)) => Err(problems),
            (Ok(_), Err(problem)) => Err(problem.into()),
        }
    }
}
