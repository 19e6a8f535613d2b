//! What is wrong with a draft, at the field where it is wrong.

mod names;

use partnership_atlas::model::read::read_open;
use partnership_atlas::model::{Diagnostics, Quote, Report};
use serde_json::Value;

use crate::document::{Document, hashes};
use crate::marks::{all_marks, folded};
use crate::path::{Path, Step};
use crate::words::{Word, Words};
pub use names::field_name;

/// A draft as far as it can be read, and everything that is wrong with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// What fits; nothing where not even the outermost object does.
    pub report: Option<Report>,
    /// The problems, in the order of the forms.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub omitted: usize,
}

/// A problem and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub path: Path,
    /// What is wrong, without a full stop.
    pub message: String,
}

impl Checked {
    /// Reads and checks a draft.
    pub fn of(document: &Document) -> Self {
        let (report, diagnostics) = read_open(&document.dataset);
        let mut problems = problems(&diagnostics);
        problems.extend(against_text(document, report.as_ref()));
        // In the order of the forms; those of one field stay as they are.
        problems.sort_by_key(|problem| form_order(&problem.path));
        Self { report, omitted: diagnostics.omitted(), problems }
    }

    /// Returns how many problems there are.
    pub fn count(&self) -> usize {
        self.problems.len() + self.omitted
    }

    /// Returns what is wrong with a value itself.
    pub fn exactly_at(&self, path: &Path) -> Vec<&str> {
        let own = self.problems.iter().filter(|problem| *path == problem.path);
        own.map(|problem| problem.message.as_str()).collect()
    }

    /// Returns what is wrong with a value, or with one inside it.
    pub fn at(&self, path: &Path) -> Vec<&str> {
        let inside = self.problems.iter().filter(|problem| path.contains(&problem.path));
        inside.map(|problem| problem.message.as_str()).collect()
    }
}

/// Returns what the text of the report speaks against: paragraphs that are not those of the dataset, and quotes that do not
/// stand exactly once. A draft without its text cannot be compared.
fn against_text(document: &Document, report: Option<&Report>) -> Vec<Problem> {
    let Some(report) = report.filter(|_| !document.paragraphs.is_empty()) else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    let paragraphs = Path::of("sources").index(document.report_source()).key("paragraphs");
    let own = document.list(&paragraphs);
    let is_same = hashes(&document.paragraphs).as_array().is_some_and(|hashes| hashes == own);
    if !own.is_empty() && !is_same {
        let message = "the text is not the one from which these facts were made".to_owned();
        problems.push(Problem { path: paragraphs, message });
    }
    let marks = all_marks(&document.paragraphs, report);
    let is_marked = |fact: usize, quote: usize, paragraph: u16| {
        let marks = marks.get(usize::from(paragraph).wrapping_sub(1));
        marks.is_some_and(|marks| marks.iter().any(|mark| (mark.fact, mark.quote) == (fact, quote)))
    };
    let source = report.source().id;
    for (fact, each) in report.facts.iter().enumerate() {
        for (quote, own) in each.quotes.iter().enumerate() {
            let is_missing = own.source == source
                && !own.exact.is_empty()
                && !is_marked(fact, quote, own.paragraph);
            if is_missing {
                let path = Path::of("facts").index(fact).key("quotes").index(quote).key("exact");
                let message = standing(&document.paragraphs, own);
                problems.push(Problem { path, message });
            }
        }
    }
    problems
}

/// Returns where the words of a quote stand that do not stand exactly once in its paragraph.
fn standing(paragraphs: &[String], quote: &Quote) -> String {
    let words = folded(&quote.exact);
    let has_words = |paragraph: &&String| paragraph.contains(&words);
    let number = quote.paragraph;
    let own = paragraphs.get(usize::from(number).wrapping_sub(1));
    if own.is_some_and(|own| has_words(&own)) {
        return format!(
            "stand more than once in paragraph {number}, or not between the words before and after them"
        );
    }
    match paragraphs.iter().position(|paragraph| has_words(&paragraph)) {
        Some(index) => format!("stand in paragraph {}, not in paragraph {number}", index + 1),
        None => "do not stand in the text".to_owned(),
    }
}

/// Returns where the form of a value stands among the forms: its list, and its entry there.
fn form_order(path: &Path) -> (usize, usize) {
    const LISTS: [&str; 9] = [
        "sources",
        "partner",
        "atlas",
        "context",
        "places",
        "people",
        "organisations",
        "areas",
        "facts",
    ];
    let (list, index) = match path.steps() {
        [Step::Key(list), Step::Index(index), ..] => (list.as_str(), *index),
        [Step::Key(list), ..] => (list.as_str(), 0),
        _ => ("", 0),
    };
    (LISTS.iter().position(|own| *own == list).unwrap_or(LISTS.len()), index)
}

/// Returns the problems in a list of diagnostics.
pub fn problems(diagnostics: &Diagnostics) -> Vec<Problem> {
    let problem = |path: &str, message: &str| Problem {
        path: Path::parse(path).unwrap_or_default(),
        message: message.to_owned(),
    };
    diagnostics.iter().map(|each| problem(&each.path, &each.message)).collect()
}

/// Returns the index of the fact to which a path belongs.
pub fn fact_of(path: &Path) -> Option<usize> {
    match path.steps() {
        [Step::Key(list), Step::Index(index), ..] if list == "facts" => Some(*index),
        _ => None,
    }
}

/// Returns the words of a problem for somebody who writes no JSON, and whether they are in English: only the most frequent
/// ones are translated.
pub fn said(message: &str, words: &Words) -> (String, bool) {
    let word = match message {
        "is missing" => Word::ProblemMissing,
        "must not be blank" => Word::ProblemBlank,
        _ if message.starts_with("must be a date in EDTF") => Word::DateUnread,
        _ if message.starts_with("must be a number, but") => Word::NumberUnread,
        _ if message.starts_with("must be an address") => Word::AddressUnread,
        // These name a list by its path.
        _ if message.starts_with("refers to “") => Word::ProblemUnknown,
        _ if message.contains(" is there a second time, first at ") => Word::ProblemTwice,
        _ => return (message.to_owned(), true),
    };
    let quoted = message.split_once('“').and_then(|(_, rest)| Some(rest.split_once('”')?.0));
    let text = words.format(word, &[("name", quoted.unwrap_or_default())]);
    (text, words.lang == "en")
}

/// Returns a value as text, as a field shows it: the entries of a list one in each line.
pub fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) => {
            list.iter().map(|value| shown(Some(value))).collect::<Vec<_>>().join("\n")
        }
        // A whole number has no decimal point, however it was computed.
        Some(value) => value.to_string().trim_end_matches(".0").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn example() -> Document {
        let json = include_str!("../../assets/data/pakistan-asean-2023/report.json");
        Document::from_dataset("pakistan-asean-2023", json).unwrap()
    }

    #[test]
    fn the_example_has_no_problem() {
        let checked = Checked::of(&example());
        assert_eq!((checked.problems, checked.omitted), (Vec::new(), 0));
        assert_eq!(checked.report.unwrap().facts.len(), example().list(&Path::of("facts")).len());
    }

    #[test]
    fn a_problem_stands_at_its_field_and_has_its_name() {
        let mut document = example();
        let date = Path::of("facts").index(2).key("date");
        document.apply(crate::document::Edit::Set(date.clone(), Some(json!("next year"))));
        let checked = Checked::of(&document);
        assert_eq!(checked.count(), 1);
        let message = checked.at(&date)[0];
        assert!(message.contains("next year"), "{message}");
        let name = field_name(&date, &document, &Words::english());
        let title = document.text(&Path::of("facts").index(2).key("title")).to_owned();
        assert_eq!(name, format!("Fact 3 “{title}”: When"));
        // What can be read is still there.
        assert_eq!(
            checked.report.unwrap().facts.len(),
            20.max(document.list(&Path::of("facts")).len())
        );
    }

    #[test]
    fn every_problem_has_the_name_of_its_field() {
        let document = example();
        let words = Words::english();
        let name = |path: &str| field_name(&Path::parse(path).unwrap(), &document, &words);
        let title = document.text(&Path::of("facts").index(2).key("title"));
        for (path, word) in [
            ("participants.places[0]", Word::FieldParticipantPlaces),
            ("participants.organisations[1]", Word::FieldParticipantOrganisations),
            ("participants.open", Word::FieldParticipantsOpen),
            ("participants.colour", Word::FieldParticipants),
            ("interpretations", Word::FieldInterpretations),
            ("interpretations[1].text", Word::FieldInterpretationText),
            ("interpretations[1].date", Word::FieldInterpretations),
            ("follows", Word::FieldFollows),
            ("follows.atlas", Word::FieldFollowsAtlas),
            ("amounts[0].at_most", Word::FieldAtMost),
            ("amounts[0].period", Word::FieldPeriod),
            ("audience.lang", Word::FieldAudience),
            ("aliases[3]", Word::FieldAliases),
        ] {
            let expected = format!("Fact 3 “{title}”: {}", words.get(word));
            assert_eq!(name(&format!("$.facts[2].{path}")), expected);
        }
        for (path, expected) in [
            ("$.sources[0].url", "Address of the report"),
            ("$.sources[1].url", "ASEAN Member States: Its address"),
            ("$.people[0].offices[0].from", "Dr Asad Majeed Khan: Since when"),
            ("$.people[0].wikidata", "Dr Asad Majeed Khan: Item of Wikidata"),
            ("$.places[4].membership.source", "Malaysia: Membership of ASEAN"),
            ("$.places[4].aliases[0]", "Malaysia: Other names"),
            ("$.atlas.corrections[0].date", "Day of the correction"),
            ("$.atlas.title.lang", "Title of the atlas"),
            ("$.context[0].source", "Its source"),
            ("$.partner.aliases", "Other names"),
        ] {
            assert_eq!(name(path), expected, "{path}");
        }
        // What no form has is named by what it stands in.
        assert_eq!(name("$.facts[2].colour"), format!("Fact 3 “{title}”"));
        assert_eq!(name("$.colour"), words.get(Word::TheDataset));
        assert_eq!(name("$"), words.get(Word::TheDataset));
    }

    #[test]
    fn a_fact_of_another_atlas_is_asked_for_each_of_its_parts() {
        let mut document = example();
        let follows = Path::of("facts").index(0).key("follows");
        let mut wrong = |value: Value| -> Vec<Path> {
            document.apply(crate::document::Edit::Set(follows.clone(), Some(value)));
            let problems = Checked::of(&document).problems.into_iter();
            problems.map(|problem| problem.path).collect()
        };
        let (atlas, fact) = (follows.key("atlas"), follows.key("fact"));
        assert_eq!(wrong(json!({ "atlas": "", "fact": "" })), [fact.clone(), atlas.clone()]);
        assert_eq!(wrong(json!({ "atlas": "https://example.org/" })), [fact]);
        assert_eq!(wrong(json!({ "fact": "a-road" })), [atlas]);
    }

    #[test]
    fn no_message_names_a_path_of_the_file() {
        let mut document = example();
        let people = Path::of("facts").index(0).key("people");
        document.apply(crate::document::Edit::Set(people.clone(), Some(json!(["nobody"]))));
        let id = Path::of("people").index(1).key("id");
        document.apply(crate::document::Edit::Set(id, Some(json!("asad-majeed-khan"))));
        let checked = Checked::of(&document);
        let said: Vec<String> = checked
            .problems
            .iter()
            .map(|problem| said(&problem.message, &Words::english()).0)
            .collect();
        assert!(said.contains(&"“nobody” is not in its list".to_owned()), "{said:?}");
        assert!(said.iter().any(|said| said.contains("a second time")), "{said:?}");
        assert!(said.iter().all(|said| !said.contains("$.")), "{said:?}");
    }

    #[test]
    fn a_quote_that_the_text_does_not_have_is_a_problem() {
        let mut draft =
            Document::new(vec!["A road was opened. A road.".to_owned()], &example().dataset, "en");
        let quote = |exact: &str| json!({ "source": "report", "paragraph": 1, "exact": exact });
        let fact = |id: &str, exact: &str| json!({ "id": id, "quotes": [quote(exact)] });
        let facts =
            json!([fact("a", "was opened"), fact("b", "purple elephants"), fact("c", "A road")]);
        draft.apply(crate::document::Edit::Set(Path::of("facts"), Some(facts)));
        let wrong = |draft: &Document| {
            let checked = Checked::of(draft);
            let exact =
                |fact: usize| Path::of("facts").index(fact).key("quotes").index(0).key("exact");
            [0, 1, 2].map(|fact| !checked.at(&exact(fact)).is_empty())
        };
        assert_eq!(wrong(&draft), [false, true, true]);
        let said = |paragraphs: &[&str], exact: &str| {
            let paragraphs: Vec<String> =
                paragraphs.iter().map(|text| (*text).to_owned()).collect();
            let quote = Quote { paragraph: 1, exact: exact.to_owned(), ..Quote::default() };
            standing(&paragraphs, &quote)
        };
        let text = ["A road was opened. A road.", "A well was dug."];
        assert_eq!(said(&text, "purple elephants"), "do not stand in the text");
        assert_eq!(said(&text, "A  well"), "stand in paragraph 2, not in paragraph 1");
        assert!(said(&text, "A road").starts_with("stand more than once in paragraph 1"));
        // Another text is told, too.
        draft.paragraphs = std::sync::Arc::new(vec!["Some other text entirely.".to_owned()]);
        assert_eq!(wrong(&draft), [true, true, true]);
        let paragraphs = Path::of("sources").index(0).key("paragraphs");
        assert!(!Checked::of(&draft).at(&paragraphs).is_empty());
        // Without a text nothing can be compared.
        draft.paragraphs = std::sync::Arc::default();
        assert_eq!(wrong(&draft), [false; 3]);
    }

    #[test]
    fn a_new_draft_is_asked_for_what_it_lacks_in_the_words_of_the_form() {
        let draft = Document::new(vec!["A road.".to_owned()], &example().dataset, "en");
        let checked = Checked::of(&draft);
        let words = Words::english();
        let names: Vec<String> = checked
            .problems
            .iter()
            .map(|problem| field_name(&problem.path, &draft, &words))
            .collect();
        for word in [
            Word::FieldAtlasTitle,
            Word::FieldPartnerName,
            Word::FieldSeat,
            Word::FieldOutlet,
            Word::PageFacts,
        ] {
            assert!(names.iter().any(|name| name == words.get(word)), "{word:?} {names:?}");
        }
        assert!(names.iter().all(|name| !name.starts_with('$')), "{names:?}");
    }
}
