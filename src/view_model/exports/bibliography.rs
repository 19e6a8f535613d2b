//! References to the report, to the atlas and to each of its facts: BibTeX, RIS, CSL-JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::model::{Day, Fact, FuzzyDate, Period, Source};
use crate::view_model::Atlas;
use crate::view_model::citation::{PRODUCT, citation};

/// What a reference is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A source that facts quote: a page of its outlet.
    Source,
    /// The atlas: a dataset.
    Atlas,
    /// A fact: a part of the atlas.
    Fact,
}

/// A reference, before it is written in a format.
#[derive(Clone, Debug)]
pub struct Reference {
    kind: Kind,
    /// The key: the id of the report, and the id of a source or a fact.
    key: String,
    title: String,
    /// The outlet or the editor: an organisation or a person in one text, never split into names.
    author: Option<String>,
    /// The title of the atlas, for a fact.
    container: Option<String>,
    version: Option<String>,
    /// Year, month and day, as far as they are known.
    issued: Vec<u16>,
    accessed: Option<Day>,
    url: Option<String>,
    language: String,
    note: Option<String>,
}

/// Returns the references of an atlas: its sources that facts quote, the atlas, each fact.
///
/// `id` is the id of the report, `page` the address of the page with a slash at its end, if it is known.
pub fn references(atlas: &Atlas, id: &str, page: Option<&str>) -> Vec<Reference> {
    let report = &atlas.report;
    let is_quoted = |source: &&Source| {
        let mut quotes = report.facts.iter().flat_map(|fact| &fact.quotes);
        quotes.any(|quote| quote.source == source.id)
    };
    let whole = atlas_reference(atlas, id, page);
    let sources =
        report.sources.iter().filter(is_quoted).map(|source| source_reference(id, source));
    let mut references: Vec<Reference> = sources.collect();
    let facts = report.facts.iter().map(|fact| fact_reference(atlas, &whole, fact));
    let facts: Vec<Reference> = facts.collect();
    references.push(whole);
    references.extend(facts);
    references
}

fn source_reference(id: &str, source: &Source) -> Reference {
    Reference {
        kind: Kind::Source,
        key: format!("{id}-source-{}", source.id),
        title: source.title.clone(),
        author: Some(source.outlet.value.clone()),
        container: None,
        version: None,
        issued: date_parts(source.published),
        accessed: source.retrieved,
        url: source.url.clone(),
        language: source.lang.clone(),
        note: None,
    }
}

fn atlas_reference(atlas: &Atlas, id: &str, page: Option<&str>) -> Reference {
    let edition = &atlas.report.atlas;
    let published =
        edition.published.map(|day| vec![day.year(), day.month().into(), day.day().into()]);
    Reference {
        kind: Kind::Atlas,
        key: id.to_owned(),
        title: edition.title.value.clone(),
        author: Some(
            edition
                .editor
                .as_ref()
                .map_or_else(|| PRODUCT.to_owned(), |editor| editor.value.clone()),
        ),
        container: None,
        version: edition.version.clone(),
        issued: published.unwrap_or_default(),
        accessed: None,
        url: page.map(str::to_owned),
        language: atlas.messages.lang.clone(),
        note: None,
    }
}

fn fact_reference(atlas: &Atlas, whole: &Reference, fact: &Fact) -> Reference {
    Reference {
        kind: Kind::Fact,
        key: format!("{}-{}", whole.key, fact.id),
        title: fact.title.value.clone(),
        container: Some(whole.title.clone()),
        url: whole.url.as_ref().map(|url| format!("{url}#{}", fact.id)),
        note: Some(citation(atlas, fact)),
        ..whole.clone()
    }
}

/// Returns the year, the month and the day of a date of publication, as far as they are known.
pub fn date_parts(date: FuzzyDate) -> Vec<u16> {
    let (FuzzyDate::In(period) | FuzzyDate::About(period)) = date else { return Vec::new() };
    match period {
        Period::Day(day) => vec![day.year(), day.month().into(), day.day().into()],
        Period::Month(year, month) => vec![year, month.into()],
        period => vec![period.year()],
    }
}

/// Returns references as CSL-JSON (<https://docs.citationstyles.org/en/stable/specification.html>).
pub fn csl_json(references: &[Reference]) -> Value {
    references.iter().map(csl_item).collect()
}

fn csl_item(reference: &Reference) -> Value {
    let kind = match reference.kind {
        Kind::Source => "webpage",
        Kind::Atlas => "dataset",
        Kind::Fact => "chapter",
    };
    let mut item = json!({
        "id": reference.key, "type": kind, "title": reference.title, "language": reference.language,
    });
    let date = |parts: &[u16]| (!parts.is_empty()).then(|| json!({ "date-parts": [parts] }));
    let accessed = reference.accessed;
    let accessed = accessed.map(|day| vec![day.year(), day.month().into(), day.day().into()]);
    let text = |text: &Option<String>| text.as_deref().map(Value::from);
    let fields = [
        ("author", reference.author.as_ref().map(|author| json!([{ "literal": author }]))),
        ("container-title", text(&reference.container)),
        ("version", text(&reference.version)),
        ("issued", date(&reference.issued)),
        ("accessed", date(&accessed.unwrap_or_default())),
        ("URL", text(&reference.url)),
        ("note", text(&reference.note)),
    ];
    if let Some(item) = item.as_object_mut() {
        let known = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
        item.extend(known);
    }
    item
}

/// Returns references as BibTeX, in UTF-8. Titles and names stand in two pairs of braces, so that no style changes their
/// letters or takes an organisation for a person.
pub fn bibtex(references: &[Reference]) -> String {
    let mut text = String::new();
    for reference in references {
        let kind = if reference.kind == Kind::Fact { "incollection" } else { "misc" };
        let [year, month, day] = [0, 1, 2].map(|at| reference.issued.get(at).map(u16::to_string));
        let whole =
            |text: &Option<String>| text.as_ref().map(|text| format!("{{{}}}", in_bibtex(text)));
        let plain = |text: &Option<String>| text.as_deref().map(in_bibtex);
        let fields = [
            ("title", whole(&Some(reference.title.clone()))),
            ("author", whole(&reference.author)),
            ("booktitle", whole(&reference.container)),
            ("publisher", whole(&reference.author).filter(|_| reference.kind == Kind::Fact)),
            ("version", plain(&reference.version)),
            ("year", year),
            ("month", month),
            ("day", day),
            // An address is verbatim.
            ("url", reference.url.clone()),
            ("urldate", reference.accessed.map(|day| day.to_string())),
            ("language", Some(reference.language.clone())),
            ("note", plain(&reference.note)),
        ];
        let _ = writeln!(text, "@{kind}{{{},", reference.key);
        for (key, value) in fields {
            if let Some(value) = value {
                let _ = writeln!(text, "  {key} = {{{value}}},");
            }
        }
        text.push_str("}\n\n");
    }
    text
}

/// Returns a text with the characters that mean something in TeX written as themselves.
fn in_bibtex(text: &str) -> String {
    let mut written = String::new();
    for letter in text.chars() {
        match letter {
            '\\' => written.push_str("\\textbackslash{}"),
            '~' => written.push_str("\\textasciitilde{}"),
            '^' => written.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => written.extend(['\\', letter]),
            '\n' => written.push(' '),
            letter => written.push(letter),
        }
    }
    written
}

/// Returns references as RIS, in UTF-8 with CR LF (<https://en.wikipedia.org/wiki/RIS_(file_format)>).
pub fn ris(references: &[Reference]) -> String {
    let mut text = String::new();
    for reference in references {
        let kind = match reference.kind {
            Kind::Source => "ELEC",
            Kind::Atlas => "DATA",
            Kind::Fact => "CHAP",
        };
        let [year, month, day] = [0, 1, 2].map(|at| reference.issued.get(at));
        let two =
            |number: Option<&u16>| number.map_or_else(String::new, |number| format!("{number:02}"));
        let date = year.map(|year| format!("{year}/{}/{}/", two(month), two(day)));
        let accessed = reference.accessed.map(|day| day.to_string().replace('-', "/"));
        let fields = [
            ("TY", Some(kind.to_owned())),
            ("ID", Some(reference.key.clone())),
            ("TI", Some(reference.title.clone())),
            // A comma would part a family name from a given name.
            ("AU", reference.author.as_ref().map(|author| author.replace(',', ""))),
            ("T2", reference.container.clone()),
            ("ET", reference.version.clone()),
            ("PY", year.map(u16::to_string)),
            ("DA", date),
            ("Y2", accessed),
            ("UR", reference.url.clone()),
            ("LA", Some(reference.language.clone())),
            ("N1", reference.note.clone()),
            ("ER", Some(String::new())),
        ];
        for (tag, value) in fields {
            if let Some(value) = value {
                // A line break would begin a field.
                let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
                let _ = write!(text, "{tag}  - {value}\r\n");
            }
        }
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    fn all() -> Vec<Reference> {
        references(&atlas(), "pakistan-asean-2023", Some("https://example.org/en/"))
    }

    #[test]
    fn there_are_references_to_the_report_the_atlas_and_each_fact() {
        let items = csl_json(&all());
        let find = |id: &str| {
            items.as_array().unwrap().iter().find(|item| item["id"] == id).cloned().unwrap()
        };
        let report = find("pakistan-asean-2023-source-report");
        assert_eq!(report["author"], json!([{ "literal": "Radio Pakistan" }]));
        assert_eq!(report["issued"], json!({ "date-parts": [[2023, 6, 8]] }));
        let whole = find("pakistan-asean-2023");
        assert_eq!(whole["title"], "Pakistan and ASEAN");
        assert_eq!(whole["URL"], "https://example.org/en/");
        let fact = find("pakistan-asean-2023-plan-of-action");
        assert_eq!(fact["container-title"], "Pakistan and ASEAN");
        assert_eq!(fact["URL"], "https://example.org/en/#plan-of-action");
        assert!(fact["note"].as_str().unwrap().contains("¶8"), "{fact}");
        // A source of context is no reference: no fact quotes it.
        assert_eq!(items.as_array().unwrap().len(), 2 + atlas().report.facts.len());
    }

    #[test]
    fn what_means_something_in_a_format_is_written_as_itself() {
        let mut atlas = atlas();
        atlas.report.atlas.title = "50% {of} A_B & C$ \\ ~^#".into();
        atlas.report.atlas.editor = Some("Office, ASEAN\r\nER  - ".into());
        let references = references(&atlas, "x", None);
        let bibtex = bibtex(&references);
        let title = "  title = {{50\\% \\{of\\} A\\_B \\& C\\$ \\textbackslash{} \\textasciitilde{}\\textasciicircum{}\\#}},";
        assert!(bibtex.contains(title), "{bibtex}");
        let ris = ris(&references);
        assert!(ris.contains("AU  - Office ASEAN ER -\r\n"), "{ris}");
        assert_eq!(ris.matches("\r\nER  - \r\n").count(), references.len());
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_known() {
        let parts = |edtf| date_parts(FuzzyDate::parse(edtf).unwrap());
        assert_eq!(parts("2023-06-08"), [2023, 6, 8]);
        assert_eq!(parts("1998-11"), [1998, 11]);
        assert_eq!(parts("2025"), [2025]);
        // The formats have no place for “about”.
        assert_eq!(parts("2001~"), [2001]);
        assert_eq!(date_parts(FuzzyDate::NotStated), [0; 0]);
    }
}
