//! The dialog with the code of a frame that shows the view.

use std::str::FromStr;

use leptos::prelude::*;
use strum::IntoEnumIterator;

use super::Context;
use super::dialog::dialog_foot;
use super::keyed_list::keyed_list;
use super::part::Part;
use super::text::{LiveText, attribute, message};
use crate::i18n::MessageId;
use crate::state::ViewState;
use crate::state::protocol::{ThemeOption, ViewOption};
use crate::view_model::Atlas;
use crate::view_model::embed_code::{EmbedOptions, embed_code, frame_url};

/// The id of the dialog. No fact can have it.
pub const EMBED_DIALOG: &str = "EMBED";

/// The address in the code of a printed page, which does not know its own.
const EXAMPLE_URL: &str = "https://example.org/atlas/";

/// The code, two choices, and a preview.
#[component]
pub fn EmbedDialog(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let (state, number) = (context.state, context.page.number);
    let options = RwSignal::new(EmbedOptions::default());
    let has_preview = RwSignal::new(false);
    let url = Signal::derive(move || {
        if state.platform.is_interactive {
            frame_url(&(state.platform.page_url)(), number, &state.view(), options.get())
        } else {
            frame_url(EXAMPLE_URL, 0, &ViewState::default(), options.get())
        }
    });
    let code = {
        let atlas = context.atlas.clone();
        Signal::derive(move || embed_code(&url.get(), &frame_title(&atlas)))
    };
    let preview_button = view! {
        <button
            type="button"
            class="button"
            disabled=!state.platform.is_interactive
            aria-pressed=move || has_preview.get().to_string()
            on:click=move |_| has_preview.update(|has_preview| *has_preview = !*has_preview)
        >
            {message(&context, MessageId::EmbedPreview)}
        </button>
    };
    let preview_title = attribute(&context, MessageId::EmbedPreview);
    // A new element for each address: a frame that is led elsewhere adds steps to the history.
    let previewed = StoredValue::new((0, String::new()));
    let frame_number = move |url: &String| {
        previewed.update_value(|(number, last)| {
            if last != url {
                *number += 1;
                last.clone_from(url);
            }
        });
        previewed.with_value(|(number, _)| *number)
    };
    view! {
        <section
            class="dialog"
            id=EMBED_DIALOG
            popover="auto"
            aria-label=attribute(&context, MessageId::EmbedTitle)
            data-part=Part::EmbedDialog.name()
        >
            <h2>{message(&context, MessageId::EmbedTitle)}</h2>
            <p>{message(&context, MessageId::EmbedText)}</p>
            <div class="dialog__choices">
                {choice(&context, MessageId::EmbedView, MessageId::EmbedViewAll, view_label, move |view| {
                    options.update(|options| options.view = view);
                })}
                {choice(&context, MessageId::EmbedTheme, MessageId::EmbedThemeAuto, theme_label, move |theme| {
                    options.update(|options| options.theme = theme);
                })}
            </div>
            <LiveText class="dialog__code" is_code=true text=code />
            {dialog_foot(
                &context,
                EMBED_DIALOG,
                MessageId::EmbedCopy,
                Box::new(move || state.copy(code.get_untracked(), MessageId::EmbedCopied)),
                Some(preview_button.into_any()),
            )}
            {keyed_list(
                move || has_preview.get().then(|| url.with(|url| frame_number(url))).into_iter().collect(),
                move |_| {
                    let (title, src) = (preview_title.clone(), url.get_untracked());
                    Some(view! { <iframe class="dialog__preview" title=title src=src></iframe> }.into_any())
                },
            )}
        </section>
    }
}

fn view_label(view: ViewOption) -> MessageId {
    match view {
        ViewOption::Map => MessageId::EmbedViewMap,
        ViewOption::Cards => MessageId::EmbedViewCards,
        ViewOption::Table => MessageId::EmbedViewTable,
    }
}

fn theme_label(theme: ThemeOption) -> MessageId {
    match theme {
        ThemeOption::Light => MessageId::EmbedThemeLight,
        ThemeOption::Dark => MessageId::EmbedThemeDark,
    }
}

/// Renders a list of options, the first of which is the default.
fn choice<T>(
    context: &Context,
    label: MessageId,
    default_label: MessageId,
    option_label: fn(T) -> MessageId,
    choose: impl Fn(Option<T>) + 'static,
) -> AnyView
where
    T: IntoEnumIterator + FromStr + Copy + Into<&'static str>,
{
    let options = T::iter().map(|option| (option.into(), option_label(option))).collect();
    select(
        context,
        label,
        default_label,
        options,
        Box::new(move |value| choose(value.parse().ok())),
    )
}

/// Renders a list of values with their labels.
fn select(
    context: &Context,
    label: MessageId,
    default_label: MessageId,
    options: Vec<(&'static str, MessageId)>,
    choose: Box<dyn Fn(String)>,
) -> AnyView {
    let options = options.into_iter().map(|(value, label)| {
        view! { <option value=value>{attribute(context, label)}</option> }.into_any()
    });
    let options: Vec<_> = options.collect();
    view! {
        <label>
            <span>{message(context, label)}</span>
            <select
                autocomplete="off"
                disabled=!context.state.platform.is_interactive
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="">{attribute(context, default_label)}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// Returns the title of a frame: a screen reader names the frame by it.
fn frame_title(atlas: &Atlas) -> String {
    atlas.report.atlas.title.value.clone()
}

/// Returns the code of a frame with a placeholder for the address, for readers without a script.
pub fn example_code(context: &Context) -> String {
    let url = frame_url(EXAMPLE_URL, 0, &ViewState::default(), EmbedOptions::default());
    embed_code(&url, &frame_title(&context.atlas))
}
