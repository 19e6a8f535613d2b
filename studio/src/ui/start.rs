//! The start: a pasted text, a file, the example, or a draft of this browser.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::document::{Document, paragraphs};
use crate::state::{Context, Draft, Platform};
use crate::words::Word;

/// The whole screen.
#[component]
pub fn Start(
    /// What every component is given.
    context: Context,
    /// The languages of the studio: the tag and the own name of each.
    languages: Vec<(String, String)>,
) -> impl IntoView {
    let studio = context.studio;
    let own = context.clone();
    let text = |word| context.words.get(word).to_owned();
    let by_machine = context.words.is_by_machine.then(|| {
        view! { <p class="field__hint">{text(Word::ByMachine)}</p> }
    });
    let refusal = move || {
        let lines = studio.refusal.get();
        let items = lines.into_iter().map(|line| view! { <li>{line}</li> });
        items.collect_view()
    };
    view! {
        <main class="start">
            <div class="start__intro">
                <h1>{text(Word::StartTitle)}</h1>
                <p>{text(Word::Promise)}</p>
                <Languages context=context.clone() languages />
                {by_machine}
            </div>
            <div class="start__refusal" role="alert"><ul>{refusal}</ul></div>
            <Paste context=context.clone() />
            <section aria-labelledby="open-title">
                <h2 id="open-title">{text(Word::OpenTitle)}</h2>
                <p class="field__hint">{text(Word::OpenHint)}</p>
                <div class="form__buttons">
                    <label class="button start__file">
                        {text(Word::OpenFile)}
                        <input
                            type="file"
                            id="open-file"
                            accept=".json,.html,.htm,.txt,application/json,text/html,text/plain"
                            on:change=move |event| (studio.platform.open_file)(own.clone(), event)
                        />
                    </label>
                    <button type="button" class="button" id="example" on:click=move |_| studio.open((*studio.example.get_value()).clone())>
                        {text(Word::OpenExample)}
                    </button>
                </div>
            </section>
            <Drafts context=context.clone() />
            <Tour context />
        </main>
    }
}

/// The languages of the studio.
#[component]
fn Languages(
    /// What every component is given.
    context: Context,
    /// The tag and the own name of each.
    languages: Vec<(String, String)>,
) -> impl IntoView {
    let links = languages.into_iter().map(|(lang, name)| {
        let is_own = (lang == context.words.lang).then_some("page");
        let address = format!("?lang={lang}");
        view! { <a href=address hreflang=lang.clone() lang=lang aria-current=is_own>{name}</a> }
    });
    view! {
        <nav class="start__languages" aria-label=context.words.get(Word::Language).to_owned()>
            {links.collect_view()}
        </nav>
    }
}

/// The field for the text.
#[component]
fn Paste(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let field = NodeRef::<Textarea>::new();
    let begin = {
        let words = words.clone();
        move |_| {
            let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
            let paragraphs = paragraphs(&text);
            if paragraphs.is_empty() {
                studio.refusal.set(vec![words.get(Word::PasteEmpty).to_owned()]);
                (studio.platform.focus)("paste".to_owned());
            } else {
                let example = studio.example.get_value();
                studio.begin(Document::new(paragraphs, &example.dataset, &words.lang));
            }
        }
    };
    view! {
        <section class="field">
            <label for="paste">{words.get(Word::PasteLabel).to_owned()}</label>
            <textarea id="paste" rows="10" dir="auto" aria-describedby="paste-hint" node_ref=field></textarea>
            <p class="field__hint" id="paste-hint">{words.get(Word::PasteHint).to_owned()}</p>
            <div class="form__buttons">
                <button type="button" class="button button--main" id="begin" on:click=begin>
                    {words.get(Word::PasteStart).to_owned()}
                </button>
            </div>
        </section>
    }
}

/// The drafts of this browser.
#[component]
fn Drafts(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    let items = {
        let words = words.clone();
        move || {
            let item = |Draft { key, title: name, changed }: Draft| {
                let Platform { open_draft, delete_draft, date_time, .. } = studio.platform;
                // Two drafts may have one title: the time tells them apart.
                let when = changed.map(|time| {
                    let time = date_time(time, &words.lang);
                    words.format(Word::DraftChanged, &[("time", &time)])
                });
                let when_id = format!("draft-{key}");
                let open = words.format(Word::DraftOpen, &[("name", &name)]);
                let delete = words.format(Word::DraftDelete, &[("name", &name)]);
                let sure = words.format(Word::DraftDeleteSure, &[("name", &name)]);
                // The first click asks, the second deletes.
                let is_asked = RwSignal::new(false);
                let own = key.clone();
                view! {
                    <li class="start__draft">
                        <button
                            type="button"
                            class="button"
                            aria-describedby=when_id.clone()
                            on:click=move |_| open_draft(studio, key.clone())
                        >
                            {open}
                        </button>
                        <span class="start__when" id=when_id.clone()>{when}</span>
                        <button
                            type="button"
                            class="button button--quiet"
                            aria-describedby=when_id
                            on:blur=move |_| is_asked.set(false)
                            on:click=move |_| {
                                if is_asked.get_untracked() {
                                    delete_draft(studio, own.clone());
                                } else {
                                    is_asked.set(true);
                                }
                            }
                        >
                            {move || if is_asked.get() { sure.clone() } else { delete.clone() }}
                        </button>
                    </li>
                }
            };
            studio.drafts.get().into_iter().map(item).collect_view()
        }
    };
    let none = {
        let words = words.clone();
        move || studio.drafts.with(Vec::is_empty).then(|| words.get(Word::DraftsNone).to_owned())
    };
    view! {
        <section aria-labelledby="drafts-title">
            <h2 id="drafts-title">{words.get(Word::DraftsTitle).to_owned()}</h2>
            <p class="field__hint">{none}</p>
            <ul class="start__drafts">{items}</ul>
        </section>
    }
}

/// The four steps, until the editor knows them.
#[component]
fn Tour(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let studio = context.studio;
    let words = context.words.clone();
    move || {
        let text = |word| words.get(word).to_owned();
        let steps = [Word::TourPaste, Word::TourMark, Word::TourRecord, Word::TourPublish];
        studio.is_tour_shown.get().then(|| {
            view! {
                <section class="start__tour" aria-labelledby="tour-title">
                    <h2 id="tour-title">{text(Word::TourTitle)}</h2>
                    <ol>{steps.map(|step| view! { <li>{text(step)}</li> }).collect_view()}</ol>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            studio.is_tour_shown.set(false);
                            (studio.platform.forget_tour)();
                        }
                    >
                        {text(Word::TourDone)}
                    </button>
                </section>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{example, has, open, print, texts};
    use super::*;

    #[test]
    fn two_drafts_of_one_title_are_told_apart_by_their_times() {
        let (owner, context) = open(example());
        let draft =
            |key: &str, changed| Draft { key: key.to_owned(), title: "roads".to_owned(), changed };
        context.studio.drafts.set(vec![
            draft("b", Some(2.0)),
            draft("a", Some(1.0)),
            draft("c", None),
        ]);
        let words = context.words.clone();
        let start = print(&owner, || view! { <Start context languages=Vec::new() /> });
        let line = |time| words.format(Word::DraftChanged, &[("time", time)]);
        let times = texts(&start, ".start__draft .start__when");
        assert_eq!(times, [line("2 in en"), line("1 in en"), String::new()]);
        // Whoever does not see the line hears it with the button.
        assert!(has(&start, "#draft-b") && has(&start, "button[aria-describedby=draft-b]"));
    }
}
