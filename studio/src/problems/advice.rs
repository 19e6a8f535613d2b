//! What an editor should look at again before publishing: that of the model, and names that the text does not have.

use std::cell::OnceCell;

use partnership_atlas::model::{self, Report, Text};

use super::{FieldDiagnostic, Part, problem};
use crate::document::Document;
use crate::path::Path;
use crate::tokens::normalize;
use crate::words::Word;

/// Returns the advice on a draft. Before the first fact there is none.
pub fn advice(document: &Document, report: &Report) -> Vec<FieldDiagnostic> {
    if report.facts.is_empty() {
        return Vec::new();
    }
    let mut advice: Vec<FieldDiagnostic> = model::advice(report).iter().map(problem).collect();
    // Names are compared only where the atlas writes them as the report does.
    if report.source().lang == report.atlas.lang && !document.paragraphs.is_empty() {
        let folded = OnceCell::new();
        let people: Vec<&Text> = report.people.iter().map(|person| &person.name).collect();
        let others: Vec<&Text> = report.organisations.iter().map(|other| &other.name).collect();
        for (list, names) in [("people", people), ("organisations", others)] {
            for (index, name) in names.into_iter().enumerate() {
                if let Some(word) = word_outside(name, &document.paragraphs, &folded) {
                    let path = Path::of(list).index(index).key("name");
                    let values = vec![("name", Part::Text(word.to_owned()))];
                    advice.push(FieldDiagnostic { path, word: Word::AdviceName, values });
                }
            }
        }
    }
    advice
}

/// Returns the first word of a name that no paragraph has, whatever its case and its accents. Short words, such as “of” and
/// “Dr”, are not looked for. The paragraphs are folded where a word does not stand there as it is.
fn word_outside<'a>(
    name: &'a Text,
    paragraphs: &[String],
    folded: &OnceCell<Vec<String>>,
) -> Option<&'a str> {
    let stands = |word: &str| {
        let fold = || paragraphs.iter().map(|text| normalize(text).into_owned()).collect();
        let (word, own) = (normalize(word), word);
        paragraphs.iter().any(|text| text.contains(own))
            || folded.get_or_init(fold).iter().any(|text| text.contains(&*word))
    };
    let mut words = name.value.split(|c: char| !c.is_alphanumeric());
    words.find(|word| name.lang.is_none() && word.chars().count() > 2 && !stands(word))
}
