//! The forms of the atlas, its partner and its source.

use leptos::prelude::*;

use super::choices::words;
use super::field::{ChoiceField, DateField, Format, TextField};
use crate::path::Path;
use crate::state::Context;
use crate::words::Word;

/// The three groups of fields.
#[component]
pub fn ReportForm(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let legend = |word| context.words.get(word).to_owned();
    view! {
        <div class="form">
            <fieldset class="form__group">
                <legend>{legend(Word::GroupSource)}</legend>
                {source(context.clone())}
            </fieldset>
            <fieldset class="form__group">
                <legend>{legend(Word::GroupPartner)}</legend>
                {partner(context.clone())}
            </fieldset>
            <fieldset class="form__group">
                <legend>{legend(Word::GroupAtlas)}</legend>
                {atlas(context.clone())}
            </fieldset>
        </div>
    }
}

fn source(context: Context) -> AnyView {
    // The report is the first source that a new draft has; an opened one may have others before it.
    let index = context.studio.read_untracked(|document| document.report_source());
    let source = Path::of("sources").index(index);
    let (published, retrieved) = (source.key("published"), source.key("retrieved"));
    view! {
        <TextField context=context.clone() path=source.key("title") label=Word::FieldSourceTitle />
        <TextField context=context.clone() path=source.key("outlet") label=Word::FieldOutlet />
        <TextField
            context=context.clone()
            path=source.key("url")
            label=Word::FieldUrl
            format=Format::Optional
        />
        <DateField context=context.clone() path=published label=Word::FieldSourcePublished />
        <DateField context=context.clone() path=retrieved label=Word::FieldRetrieved />
        <TextField context path=source.key("lang") label=Word::FieldSourceLang />
    }
    .into_any()
}

fn partner(context: Context) -> AnyView {
    let partner = Path::of("partner");
    let kinds =
        [("state", Word::PartnerState), ("bloc", Word::PartnerBloc), ("group", Word::PartnerGroup)];
    let kinds = words(&context, &kinds);
    view! {
        <TextField context=context.clone() path=partner.key("name") label=Word::FieldPartnerName />
        <TextField
            context=context.clone()
            path=partner.key("seat").key("name")
            label=Word::FieldSeat
        />
        <ChoiceField
            context=context.clone()
            path=partner.key("kind")
            label=Word::FieldPartnerKind
            choices=kinds
        />
        <TextField
            context
            path=partner.key("code")
            label=Word::FieldPartnerCode
            format=Format::Code
        />
    }
    .into_any()
}

fn atlas(context: Context) -> AnyView {
    let atlas = Path::of("atlas");
    let optional = |key: &str, label: Word| {
        let (context, path) = (context.clone(), atlas.key(key));
        view! { <TextField context path label format=Format::Optional /> }
    };
    view! {
        <TextField context=context.clone() path=atlas.key("title") label=Word::FieldAtlasTitle />
        <TextField
            context=context.clone()
            path=atlas.key("deck")
            label=Word::FieldDeck
            is_long=true
        />
        <TextField context=context.clone() path=atlas.key("lang") label=Word::FieldLang />
        {optional("editor", Word::FieldEditor)}
        {optional("licence", Word::FieldLicence)}
        {optional("version", Word::FieldVersion)}
        <DateField context=context.clone() path=atlas.key("published") label=Word::FieldPublished />
    }
    .into_any()
}
