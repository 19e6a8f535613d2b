//! What a fact tells, in its fields and in its own words.

use std::cell::OnceCell;

use partnership_atlas::model::{Amount, Day, Fact, FuzzyDate, PersonId, PlaceCode, Speaker};

use crate::suggestions::{AmountFound, Finder};
use crate::tokens::{TokenKind, tokens};

/// What a fact tells.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    places: Vec<PlaceCode>,
    people: Vec<PersonId>,
    dates: Vec<FuzzyDate>,
    amounts: Vec<AmountFound>,
    /// Its own words as one text.
    text: String,
    /// The words of that text, made when they are first asked for.
    words: OnceCell<Vec<String>>,
}

impl Told {
    /// Returns what a fact tells.
    pub fn of(fact: &Fact, finder: &Finder) -> Self {
        let interpretations = fact.interpretations.iter();
        let texts = [&fact.title, &fact.text].into_iter().chain(&fact.audience);
        let texts = texts.chain(interpretations.clone().map(|each| &each.text));
        let text: Vec<&str> = texts.map(|text| text.value.as_str()).collect();
        let text = text.join(". ");
        let own = finder.suggestions(&text);
        let places = own.places.iter().chain(&fact.scope.places).chain(&fact.participants.places);
        let speaker = match fact.said_by {
            Some(Speaker::Person(id)) => Some(id),
            Some(Speaker::UnnamedSources) | None => None,
        };
        let people = own.people.iter().chain(&fact.people).chain(&speaker);
        let own_dates = own.dates.iter().filter_map(|date| FuzzyDate::parse(&date.edtf).ok());
        let dates = std::iter::once(fact.date)
            .chain(interpretations.map(|each| each.date))
            .chain(fact.amounts.iter().map(|amount| amount.period))
            .chain(own_dates);
        Self {
            places: places.copied().collect(),
            people: people.copied().collect(),
            dates: dates.collect(),
            amounts: own.amounts.iter().cloned().chain(fact.amounts.iter().map(found)).collect(),
            text,
            words: OnceCell::new(),
        }
    }

    pub fn has_place(&self, code: PlaceCode) -> bool {
        self.places.contains(&code)
    }

    pub fn has_person(&self, id: PersonId) -> bool {
        self.people.contains(&id)
    }

    /// Returns whether a date of the fact lies within each end of a date of the text.
    pub fn has_date(&self, date: FuzzyDate) -> bool {
        let is_told = |end: (Day, Day)| {
            let own = self.dates.iter().flat_map(|date| ends(*date)).flatten();
            own.into_iter().any(|(first, last)| end.0 <= first && last <= end.1)
        };
        ends(date).into_iter().flatten().all(is_told)
    }

    /// Returns whether it has the amount, in the same currency where both are known.
    pub fn has_amount(&self, amount: &AmountFound) -> bool {
        self.amounts.iter().any(|own| {
            let is_same = own.currency.is_none()
                || amount.currency.is_none()
                || own.currency == amount.currency;
            let is_money = |amount: &AmountFound| amount.unit.is_none();
            let difference = (own.value - amount.value).abs();
            is_same && is_money(own) == is_money(amount) && difference <= amount.value.abs() * 1e-9
        })
    }

    /// Returns whether its own words have all words of a name.
    pub fn has_words(&self, name: &str) -> bool {
        let own = self.words.get_or_init(|| words(&self.text));
        words(name).iter().all(|word| own.contains(word))
    }
}

fn found(amount: &Amount) -> AmountFound {
    AmountFound {
        words: String::new(),
        value: amount.value,
        currency: amount.currency.clone(),
        unit: amount.unit.as_ref().map(|unit| unit.value.clone()),
        bound: None,
    }
}

fn words(text: &str) -> Vec<String> {
    let words = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Sign);
    words.map(|token| token.normal.into_owned()).collect()
}

/// Returns the periods that a date names, one or two, each as its first and its last day.
pub(super) fn ends(date: FuzzyDate) -> [Option<(Day, Day)>; 2] {
    match date {
        FuzzyDate::NotStated => [None, None],
        FuzzyDate::In(period)
        | FuzzyDate::About(period)
        | FuzzyDate::Since(period)
        | FuzzyDate::By(period) => [Some((period.first_day(), period.last_day())), None],
        FuzzyDate::Range(from, to) | FuzzyDate::Within(from, to) => {
            [from, to].map(|period| Some((period.first_day(), period.last_day())))
        }
    }
}
