//! Where each fact stands in the report: a pop-over that the chips open, and a list where there is none.

use leptos::prelude::*;

use super::fact::readings;
use super::phrase::phrase;
use crate::atlas::Atlas;
use crate::dataset::Fact;
use crate::locale::Message;
use crate::scene::{citation, words};

/// The evidence of the facts that the page tells of.
pub fn evidence(atlas: &Atlas, told: &[&Fact]) -> AnyView {
    let say = |message| atlas.locale.say(message).to_owned();
    let facts: Vec<_> = told.iter().map(|fact| article(atlas, fact)).collect();
    view! {
        <section class="evidence-list" aria-label=say(Message::EvidenceAll)>
            <h2>{phrase(&say(Message::EvidenceAll))}</h2>
            {facts}
        </section>
    }
    .into_any()
}

fn article(atlas: &Atlas, fact: &Fact) -> AnyView {
    let locale = &atlas.locale;
    let say = |message| locale.say(message).to_owned();
    view! {
        <article class="dialog evidence" id=fact.id.to_string() popover="auto" aria-label=fact.title.clone()>
            <p class="kicker">{phrase(&say(Message::EvidenceTitle))}</p>
            <h3>{phrase(&fact.title)}</h3>
            <p class="evidence__text">{phrase(&fact.text)}</p>
            {readings(atlas, fact)}
            {particulars(atlas, fact)}
            <p class="evidence__citation">{citation::citation(atlas, fact)}</p>
            <div class="evidence__foot">
                <a class="button" href=citation::link(atlas, fact) rel="noreferrer">
                    {phrase(&say(Message::EvidenceOpen))}
                </a>
                <button
                    type="button"
                    class="button evidence__copy"
                    data-act="cite"
                    disabled
                >
                    {phrase(&say(Message::EvidenceCopy))}
                </button>
                <button
                    type="button"
                    class="button"
                    popovertarget=fact.id.to_string()
                    popovertargetaction="hide"
                >
                    {phrase(&say(Message::EvidenceClose))}
                </button>
            </div>
        </article>
    }
    .into_any()
}

fn particulars(atlas: &Atlas, fact: &Fact) -> AnyView {
    let locale = &atlas.locale;
    let source = &atlas.dataset.source;
    let say = |message| locale.say(message).to_owned();
    let (paragraph, paragraphs) = (fact.paragraph.to_string(), source.paragraphs.len().to_string());
    let values = [("paragraph", paragraph.as_str()), ("paragraphs", &paragraphs)];
    let day = words::day(locale, source.published);
    let published = words::list(locale, [source.outlet.as_str(), &day].into_iter());
    view! {
        <dl class="evidence__particulars">
            <dt>{phrase(&say(Message::EvidenceParagraph))}</dt>
            <dd>{phrase(&locale.fill(Message::EvidenceParagraphOf, &values))}</dd>
            <dt>{phrase(&say(Message::EvidenceSearch))}</dt>
            <dd><q lang="en" dir="ltr">{fact.anchor.clone()}</q></dd>
            <dt>{phrase(&say(Message::EvidenceOutlet))}</dt>
            <dd>{published}</dd>
        </dl>
    }
    .into_any()
}
