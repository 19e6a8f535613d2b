//! What an editor should look at again though the report is valid.

use iso_currency::Currency;

use super::diagnostic::text_excerpt;
use super::{Diagnostic, Fact, Problem, Report, Script, SourceRole, Status, Text};

/// Returns the advice on a report, in the order of the file.
pub fn advice(report: &Report) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut add = |path: &str, problem| found.push(Diagnostic::new(path, problem));
    let atlas = &report.atlas;
    let facts = &report.facts;
    let mut letters = Letters::of_language(&atlas.lang);
    letters.count_text(&atlas.title);
    letters.count_text(&atlas.deck);
    facts.iter().for_each(|fact| letters.count_text(&fact.title));
    if letters.are_of_another() {
        add("$.atlas.lang", Problem::OtherScript(text_excerpt(&atlas.lang)));
    }
    // An identifier has no blanks; an expression joins several.
    let is_in_words = |licence: &String| licence.contains(' ') && !licence.contains(" OR ");
    if atlas.licence.as_ref().is_some_and(is_in_words) {
        add("$.atlas.licence", Problem::NotSpdx);
    }
    let published = report.source().published;
    let is_earlier = |one, other| Option::zip(one, other).is_some_and(|(one, other)| one < other);
    if is_earlier(atlas.published, published.first_day()) {
        add("$.atlas.published", Problem::AtlasBeforeReport);
    }
    for (index, source) in report.sources.iter().enumerate() {
        let mut letters = Letters::of_language(&source.lang);
        for quote in facts.iter().flat_map(|fact| &fact.quotes) {
            if quote.source == source.id {
                letters.count(&quote.exact);
            }
        }
        if source.role == SourceRole::Report && letters.are_of_another() {
            let lang = text_excerpt(&source.lang);
            add(&format!("$.sources[{index}].lang"), Problem::OtherScript(lang));
        }
    }
    if report.areas.is_empty() {
        add("$.areas", Problem::NoAreas);
    }
    for (index, area) in report.areas.iter().enumerate() {
        if facts.iter().all(|fact| !fact.areas.contains(&area.id)) {
            add(&format!("$.areas[{index}].name"), Problem::EmptyArea);
        }
    }
    for (index, fact) in facts.iter().enumerate() {
        let Fact { date, status, amounts, .. } = fact;
        let problem = match status {
            Status::Scheduled if is_earlier(date.last_day(), published.first_day()) => {
                Some(Problem::ScheduledBeforeReport)
            }
            Status::Held | Status::Signed | Status::Executed
                if is_earlier(published.last_day(), date.first_day()) =>
            {
                Some(Problem::HeldAfterReport)
            }
            _ => None,
        };
        if let Some(problem) = problem {
            add(&format!("$.facts[{index}].status"), problem);
        }
        for (number, amount) in amounts.iter().enumerate() {
            // A code of three capitals may be that of a currency that is no longer in use: an unknown one is no error.
            let is_unknown = |code: &&String| Currency::from_code(code).is_none();
            if let Some(code) = amount.currency.as_ref().filter(is_unknown) {
                let path = format!("$.facts[{index}].amounts[{number}].currency");
                add(&path, Problem::CurrencyNotInUse(text_excerpt(code)));
            }
        }
    }
    found
}

/// The letters of some texts, and how many are of the script of their language.
struct Letters {
    script: Option<Script>,
    all: usize,
    own: usize,
}

impl Letters {
    fn of_language(tag: &str) -> Self {
        Self { script: Script::of_language(tag), all: 0, own: 0 }
    }

    /// Counts a text, unless it has another language than its file.
    fn count_text(&mut self, text: &Text) {
        if text.lang.is_none() {
            self.count(&text.value);
        }
    }

    fn count(&mut self, text: &str) {
        for script in text.chars().filter_map(Script::of_letter) {
            self.all += 1;
            self.own += usize::from(self.script == Some(script));
        }
    }

    /// Returns whether less than a fifth are of the script. Names and abbreviations in Latin letters stand in texts of every
    /// script.
    fn are_of_another(&self) -> bool {
        self.script.is_some() && 5 * self.own < self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, Day, FuzzyDate};
    use crate::view_model::testing::atlas;

    /// Returns the advice on the bundled report after a change, each with its path.
    fn advice_after(change: impl FnOnce(&mut Report)) -> Vec<String> {
        let mut report = atlas().report;
        change(&mut report);
        advice(&report).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_bundled_report_needs_no_advice() {
        assert_eq!(advice_after(|_| {}), Vec::<String>::new());
    }

    #[test]
    fn a_currency_that_is_not_in_use_is_advised() {
        let amount = |code: &str| Amount { currency: Some(code.to_owned()), ..Amount::default() };
        let advice = advice_after(|report| {
            report.facts[2].amounts = vec![amount("CAD"), amount("CDN"), amount("EUR")];
        });
        let [only] = advice.as_slice() else { panic!("{advice:?}") };
        assert!(only.starts_with("$.facts[2].amounts[1].currency: ISO 4217 has no currency “CDN”"));
    }

    #[test]
    fn a_status_that_its_date_contradicts_is_advised() {
        let dated = |status: Status, date: &str| {
            advice_after(|report| {
                report.facts[0].status = status;
                report.facts[0].date = FuzzyDate::parse(date).unwrap();
            })
        };
        // The report is of 8 June 2023.
        for (status, date, expected) in [
            (Status::Scheduled, "2023-06-07", Some("$.facts[0].status: says that it was to come")),
            (Status::Scheduled, "2023", None),
            (Status::Scheduled, "2023-06-08", None),
            (Status::Held, "2023-06-09", Some("$.facts[0].status: says that it had taken place")),
            (Status::Signed, "2024", Some("$.facts[0].status: says that it had taken place")),
            (Status::Held, "2023", None),
            (Status::Ongoing, "2025", None),
        ] {
            let advice = dated(status, date);
            let found = advice.first().map(String::as_str);
            assert_eq!(found.is_some(), expected.is_some(), "{status:?} {date}: {advice:?}");
            assert!(found.zip(expected).is_none_or(|(found, start)| found.starts_with(start)));
        }
    }

    #[test]
    fn texts_in_another_script_than_that_of_their_language_are_advised() {
        let advice = advice_after(|report| {
            report.atlas.lang = "ur".to_owned();
            report.sources[0].lang = "ta".to_owned();
        });
        let expected = "$.atlas.lang: is “ur”, but the texts are in another script";
        let of_report = "$.sources[0].lang: is “ta”, but the texts are in another script";
        assert_eq!(advice, [expected, of_report]);
        // Names in Latin letters stand in texts of every script.
        let advice = advice_after(|report| {
            report.atlas.lang = "zh-Hans".to_owned();
            report.atlas.title = "ASEAN与Pakistan的关系".into();
            report.atlas.deck = "".into();
            report.facts.iter_mut().for_each(|fact| fact.title = "会议".into());
        });
        assert_eq!(advice, Vec::<String>::new());
        // What a translation lacks says its own language.
        let advice = advice_after(|report| {
            report.atlas.lang = "ur".to_owned();
            report.atlas.title = "آسیان".into();
            report.atlas.deck = Text::fallback("ASEAN and its partner", "en");
            report.facts.iter_mut().for_each(|fact| fact.title = "اجلاس".into());
        });
        assert_eq!(advice, Vec::<String>::new());
    }

    #[test]
    fn an_atlas_older_than_its_report_and_a_licence_in_words_are_advised() {
        let advice = advice_after(|report| {
            report.atlas.published = Day::new(2023, 6, 7);
            report.atlas.licence = Some("CC BY 4.0".to_owned());
        });
        let licence = "$.atlas.licence: should be an SPDX identifier, such as CC-BY-4.0";
        assert_eq!(advice, [licence, "$.atlas.published: is before the day of the report"]);
    }

    #[test]
    fn areas_without_cards_are_advised() {
        let advice = advice_after(|report| {
            report.facts.iter_mut().for_each(|fact| fact.areas.clear());
            report.areas.truncate(1);
        });
        assert_eq!(advice, ["$.areas[0].name: has no fact, so the page has no card for it"]);
        let advice = advice_after(|report| {
            report.facts.iter_mut().for_each(|fact| fact.areas.clear());
            report.areas.clear();
        });
        assert_eq!(advice, ["$.areas: has no entry, so the page has no cards"]);
    }
}
