//! The forms of what stands above the facts: the report, the partner, the atlas, and other sources.

use leptos::prelude::*;

use serde_json::json;

use super::choice_field::ChoiceField;
use super::choices::words;
use super::date_field::DateField;
use super::field::{Format, TextField};
use super::language_field::language_field;
use super::list_field::{ListField, ListKind};
use super::sources_form::{Places, Sources};
use crate::document::Document;
use crate::path::Path;
use crate::state::Context;
use crate::words::Word;

/// The groups of fields.
#[component]
pub fn ReportForm(
    /// What every component is given.
    context: Context,
) -> impl IntoView {
    let (studio, own) = (context.studio, context.clone());
    let legend = |word| context.words.get(word).to_owned();
    // The report is the first source that a new draft has; an opened one may have others before it.
    let report = Memo::new(move |_| studio.read(Document::report_source));
    let report = move || source(own.clone(), report.get());
    view! {
        <div class="form">
            <fieldset class="form__group">
                <legend>{legend(Word::GroupSource)}</legend>
                {report}
            </fieldset>
            <fieldset class="form__group">
                <legend>{legend(Word::GroupPartner)}</legend>
                {partner(context.clone())}
            </fieldset>
            <fieldset class="form__group">
                <legend>{legend(Word::GroupAtlas)}</legend>
                {atlas(context.clone())}
            </fieldset>
            <Sources context=context.clone() />
            <Places context />
        </div>
    }
}

fn source(context: Context, index: usize) -> AnyView {
    let source = Path::of("sources").index(index);
    let (published, retrieved) = (source.key("published"), source.key("retrieved"));
    view! {
        <TextField context=context.clone() path=source.key("title") label=Word::FieldSourceTitle />
        <TextField context=context.clone() path=source.key("outlet") label=Word::FieldOutlet />
        <TextField
            context=context.clone()
            path=source.key("url")
            label=Word::FieldUrl
            format=Format::Address
        />
        <DateField context=context.clone() path=published label=Word::FieldSourcePublished />
        <DateField context=context.clone() path=retrieved label=Word::FieldRetrieved />
        {language_field(context, source.key("lang"), Word::FieldSourceLang)}
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
            context=context.clone()
            path=partner.key("code")
            label=Word::FieldPartnerCode
            format=Format::Code
        />
        <TextField
            context
            path=partner.key("aliases")
            label=Word::FieldAliases
            format=Format::Lines
            hint=Word::HintAliases
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
        {language_field(context.clone(), atlas.key("lang"), Word::FieldLang)}
        {optional("editor", Word::FieldEditor)}
        {optional("licence", Word::FieldLicence)}
        {optional("version", Word::FieldVersion)}
        <DateField context=context.clone() path=atlas.key("published") label=Word::FieldPublished />
        <ListField context=context.clone() path=atlas.key("corrections") kind=CORRECTIONS />
    }
    .into_any()
}

/// The corrections of the atlas.
pub const CORRECTIONS: ListKind = ListKind {
    title: Word::FieldCorrections,
    hint: Some(Word::HintCorrections),
    add: Word::CorrectionAdd,
    remove: Word::CorrectionRemove,
    fields: correction,
    entry: |_, _| json!({ "text": "" }),
    first: "date",
    is_newest_first: true,
    is_needed: None,
};

fn correction(context: Context, path: Path) -> AnyView {
    view! {
        <DateField
            context=context.clone()
            path=path.key("date")
            label=Word::FieldCorrectionDate
        />
        <TextField
            context
            path=path.key("text")
            label=Word::FieldCorrectionText
            is_long=true
        />
    }
    .into_any()
}
