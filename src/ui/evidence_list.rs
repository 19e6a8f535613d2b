//! The evidence of all facts on the page: pop-overs, and a list where a browser has none.

use leptos::prelude::*;

use super::Context;
use super::evidence::evidence;
use super::keyed_list::keyed_list;
use super::text::{attribute, message};
use crate::i18n::MessageId;
use crate::model::{Fact, FactId, Follows, Report};

/// The evidence of the facts that the page mentions. Where the context changes, the articles of facts that did not change stay:
/// they are more than half of the elements of a page.
#[component]
pub fn EvidenceList(
    /// What every component is given.
    context: Signal<Context>,
) -> impl IntoView {
    let articles = Memo::new(move |before: Option<&Articles>| Articles::of(context.get(), before));
    let keys = move || articles.with(|articles| articles.keys.iter().map(|own| own.0).collect());
    let article = move |key| {
        articles.with_untracked(|Articles { context, keys, .. }| {
            let (_, id) = keys.iter().find(|(own, _)| *own == key)?;
            Some(evidence(context, context.atlas.report.fact(*id)?))
        })
    };
    let label = move || context.with(|context| attribute(context, MessageId::EvidenceAll));
    let heading = move || context.with(|context| message(context, MessageId::EvidenceAll));
    view! {
        <section class="evidence-list" aria-label=label>
            <h2>{heading}</h2>
            {keyed_list(keys, article)}
        </section>
    }
}

/// The articles of the list.
struct Articles {
    context: Context,
    /// The key of each article, with its fact. An article that changes gets another key.
    keys: Vec<(usize, FactId)>,
    /// The number of keys that were ever given.
    given: usize,
}

impl PartialEq for Articles {
    fn eq(&self, other: &Self) -> bool {
        self.keys == other.keys
    }
}

impl Articles {
    fn of(context: Context, before: Option<&Self>) -> Self {
        let mut given = before.map_or(0, |before| before.given);
        let report = &context.atlas.report;
        let before = before.filter(|before| is_same_but_facts(&before.context, &context));
        let kept = |fact: &Fact| {
            let before = before?;
            let (key, _) = before.keys.iter().find(|(_, id)| *id == fact.id)?;
            is_same(&before.context.atlas.report, report, fact).then_some(*key)
        };
        let mut new = || {
            given += 1;
            given
        };
        let facts = report.facts.iter().filter(|fact| context.page.evidence.contains(&fact.id));
        let keys = facts.map(|fact| (kept(fact).unwrap_or_else(&mut new), fact.id)).collect();
        Self { context, keys, given }
    }
}

/// Returns whether all is the same that an article shows besides its facts.
fn is_same_but_facts(before: &Context, now: &Context) -> bool {
    before.page == now.page
        && before.atlas.messages == now.atlas.messages
        && all_but_facts(&before.atlas.report) == all_but_facts(&now.atlas.report)
}

fn all_but_facts(report: &Report) -> impl PartialEq {
    let Report {
        schema,
        format,
        atlas,
        partner,
        sources,
        people,
        organisations,
        places,
        areas,
        facts: _,
        context,
    } = report;
    (schema, format, atlas, partner, sources, people, organisations, places, areas, context)
}

/// Returns whether the facts are the same that the article of a fact shows: its own, and the one that it follows.
fn is_same(before: &Report, now: &Report, fact: &Fact) -> bool {
    let follows = match fact.follows {
        Some(Follows::Fact(id)) => before.fact(id) == now.fact(id),
        _ => true,
    };
    follows && before.fact(fact.id) == Some(fact)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::Person;
    use crate::state::{AppState, Platform, ViewState};
    use crate::ui::PrintedPage;
    use crate::view_model::Atlas;

    fn facts() -> Vec<Fact> {
        let fact = |id: &str, follows: Option<&str>| Fact {
            id: FactId::new(id).unwrap(),
            follows: follows.map(|id| Follows::Fact(FactId::new(id).unwrap())),
            ..Fact::default()
        };
        vec![fact("road", None), fact("bridge", Some("road")), fact("well", None)]
    }

    #[test]
    fn only_the_articles_that_change_are_new() {
        Owner::new().with(|| {
            let state = AppState::new(ViewState::default(), Platform::print());
            let context = |report: Report| Context {
                page: Arc::new(PrintedPage {
                    evidence: report.facts.iter().map(|fact| fact.id).collect(),
                    ..PrintedPage::default()
                }),
                atlas: Arc::new(Atlas { report, ..Atlas::default() }),
                state,
            };
            let report = Report { facts: facts(), ..Report::default() };
            let first = Articles::of(context(report.clone()), None);
            let kept = |report: Report| {
                let next = Articles::of(context(report), Some(&first));
                let is_kept = |own: &&(usize, FactId)| first.keys.iter().any(|key| key.0 == own.0);
                let kept = next.keys.iter().filter(is_kept).map(|(_, id)| id.to_string());
                kept.collect::<Vec<_>>()
            };
            assert_eq!(kept(report.clone()), ["road", "bridge", "well"]);
            let mut other = report.clone();
            other.facts[2].title.value = "A well".to_owned();
            assert_eq!(kept(other), ["road", "bridge"]);
            // The bridge names the road that it follows.
            let mut other = report.clone();
            other.facts[0].title.value = "A road".to_owned();
            assert_eq!(kept(other), ["well"]);
            let mut other = report.clone();
            other.facts.remove(1);
            assert_eq!(kept(other), Vec::<String>::new(), "another page has other facts");
            let other = Report { people: vec![Person::default()], ..report };
            assert_eq!(kept(other), Vec::<String>::new());
        });
    }
}
