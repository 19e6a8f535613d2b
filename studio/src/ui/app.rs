//! The studio, top to bottom.

use std::time::Duration;

use leptos::prelude::*;

use super::check_list::CheckList;
use super::coverage_list::CoverageList;
use super::fact_list::Facts;
use super::language_field::language_options;
use super::lists::{AreasForm, PeopleForm};
use super::preview::Preview;
use super::publish_form::PublishForm;
use super::report_form::ReportForm;
use super::start::Start;
use super::text_pane::TextPane;
use crate::journal::Journal;
use crate::path::Path;
use crate::state::{Context, Keeping, Page, Pane, Publication};
use crate::words::Word;

/// The start screen, or the open draft.
#[component]
pub fn App(
    /// What every component is given.
    context: Context,
    /// The languages of the page: the tag and the own name of each.
    languages: Vec<(String, String)>,
) -> impl IntoView {
    let studio = context.studio;
    let is_open = Memo::new(move |_| studio.journal.with(Option::is_some));
    // The workspace stays once it is there, unseen while no draft is open: the frame of the preview loads a module, and
    // WebKit hangs where a frame goes while it does.
    let was_opened = Memo::new(move |before: Option<&bool>| before == Some(&true) || is_open.get());
    let announcement = move || studio.announcement.get();
    let start = {
        let (context, languages) = (context.clone(), languages.clone());
        move || {
            let (context, languages) = (context.clone(), languages.clone());
            (!is_open.get()).then(|| view! { <Start context languages /> })
        }
    };
    let workspace = {
        let context = context.clone();
        move || {
            let (context, languages) = (context.clone(), languages.clone());
            was_opened.get().then(|| view! { <Workspace context languages is_open /> })
        }
    };
    view! {
        <div class="studio">
            <Head context is_open />
            <p class="visually-hidden" role="status" id="status">{announcement}</p>
            {start}
            {workspace}
        </div>
    }
}

/// The name, undo and redo, and whether the draft is kept.
#[component]
fn Head(
    /// What every component is given.
    context: Context,
    /// Whether a draft is open.
    is_open: Memo<bool>,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let title = {
        let words = words.clone();
        move || {
            let title =
                studio.read(|document| document.text(&Path::of("atlas").key("title")).to_owned());
            if title.is_empty() { words.get(Word::Studio).to_owned() } else { title }
        }
    };
    let can = move |test: fn(&Journal) -> bool| {
        studio.journal.with(|journal| journal.as_ref().is_some_and(test)) && studio.can_edit()
    };
    let keeping = {
        let words = words.clone();
        move || match studio.keeping.get() {
            Keeping::Soon => words.get(Word::OnlyHere).to_owned(),
            Keeping::Kept => {
                format!("{} {}", words.get(Word::SavedHere), words.get(Word::OnlyHere))
            }
            Keeping::Refused => words.get(Word::NotSaved).to_owned(),
            Keeping::Elsewhere => words.get(Word::OpenElsewhere).to_owned(),
        }
    };
    let is_warning = move || matches!(studio.keeping.get(), Keeping::Refused | Keeping::Elsewhere);
    let tools = {
        let (context, words) = (context.clone(), words.clone());
        move || {
            let text = |word| words.get(word).to_owned();
            let (context, keeping) = (context.clone(), keeping.clone());
            let closing = context.clone();
            is_open.get().then(|| view! {
                <div class="head__tools">
                    <button type="button" class="button" id="undo" disabled=move || !can(Journal::can_undo) on:click=move |_| studio.undo()>
                        {text(Word::Undo)}
                    </button>
                    <button type="button" class="button" id="redo" disabled=move || !can(Journal::can_redo) on:click=move |_| studio.redo()>
                        {text(Word::Redo)}
                    </button>
                    <button type="button" class="button" id="save-copy" on:click=move |_| (studio.platform.publish)(context.clone(), Publication::Draft)>
                        {text(Word::SaveCopy)}
                    </button>
                    <button type="button" class="button" id="close" on:click=move |_| close(closing.clone())>
                        {text(Word::CloseDraft)}
                    </button>
                    <p class="head__keeping" class:head__keeping--warning=is_warning>{keeping}</p>
                </div>
            })
        }
    };
    // The start screen has a heading of its own.
    let name = move || {
        let title = title.clone();
        if is_open.get() {
            view! { <h1 class="head__name" dir="auto">{title}</h1> }.into_any()
        } else {
            view! { <p class="head__name" dir="auto">{title}</p> }.into_any()
        }
    };
    view! {
        <header class="head">
            {name}
            {tools}
        </header>
    }
}

/// Closes the draft. Where the browser refuses to keep it, a copy is saved as a file: the draft would be gone.
fn close(context: Context) {
    let studio = context.studio;
    if studio.keeping.get_untracked() == Keeping::Refused {
        (studio.platform.publish)(context, Publication::Draft);
        // The copy is made of the open draft, after this.
        set_timeout(move || studio.close(), Duration::ZERO);
    } else {
        studio.close();
    }
}

/// Text, forms and preview: side by side on a wide screen, one of them on a narrow one.
#[component]
fn Workspace(
    /// What every component is given.
    context: Context,
    /// The languages of the page.
    languages: Vec<(String, String)>,
    /// Whether a draft is open.
    is_open: Memo<bool>,
) -> impl IntoView {
    let studio = context.studio;
    let is_hidden = move || !is_open.get();
    let panes = [
        (Pane::Text, Word::PaneText),
        (Pane::Forms, Word::PaneForms),
        (Pane::Preview, Word::PanePreview),
    ]
    .map(|(pane, word)| {
        let is_shown = move || if studio.pane.get() == pane { "true" } else { "false" };
        view! {
            <button type="button" class="tab" aria-pressed=is_shown on:click=move |_| studio.pane.set(pane)>
                {context.words.get(word).to_owned()}
            </button>
        }
    });
    let shown = move || match studio.pane.get() {
        Pane::Text => "text",
        Pane::Forms => "forms",
        Pane::Preview => "preview",
    };
    let draft = {
        let context = context.clone();
        move || {
            let context = context.clone();
            is_open.get().then(|| {
                view! {
                    <TextPane context=context.clone() />
                    <Forms context />
                }
            })
        }
    };
    view! {
        <nav class="panes" hidden=is_hidden aria-label=context.words.get(Word::Studio).to_owned()>
            {panes.into_iter().collect_view()}
        </nav>
        {language_options(&languages)}
        <main class="work" hidden=is_hidden data-pane=shown>
            {draft}
            <Preview context languages />
        </main>
    }
}

/// The forms, one at a time.
#[component]
fn Forms(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let count = Memo::new(move |_| studio.checked.with(|checked| checked.count()));
    let pages = [
        (Page::Report, Word::PageReport),
        (Page::Facts, Word::PageFacts),
        (Page::People, Word::PagePeople),
        (Page::Areas, Word::PageAreas),
        (Page::Coverage, Word::PageCoverage),
        (Page::Check, Word::PageCheck),
        (Page::Publish, Word::PagePublish),
    ];
    let tabs = pages.map(|(page, word)| {
        let is_shown = move || if studio.page.get() == page { "true" } else { "false" };
        let label = context.words.get(word).to_owned();
        let number =
            move || (page == Page::Check && count.get() > 0).then(|| format!(" {}", count.get()));
        view! {
            <button
                type="button"
                class="tab"
                aria-pressed=is_shown
                on:click=move |_| {
                    studio.page.set(page);
                    if page == Page::Facts {
                        studio.fact.set(None);
                    }
                }
            >
                {label}
                <span class="tab__count">{number}</span>
            </button>
        }
    });
    let form = {
        let context = context.clone();
        move || {
            let context = context.clone();
            match studio.page.get() {
                Page::Report => view! { <ReportForm context /> }.into_any(),
                Page::Facts => view! { <Facts context /> }.into_any(),
                Page::People => view! { <PeopleForm context /> }.into_any(),
                Page::Areas => view! { <AreasForm context /> }.into_any(),
                Page::Coverage => view! { <CoverageList context /> }.into_any(),
                Page::Check => view! { <CheckList context /> }.into_any(),
                Page::Publish => view! { <PublishForm context /> }.into_any(),
            }
        }
    };
    view! {
        <section class="forms" aria-label=context.words.get(Word::PaneForms).to_owned()>
            <div class="tabs" role="group">{tabs.into_iter().collect_view()}</div>
            {form}
        </section>
    }
}
