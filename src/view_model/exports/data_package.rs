//! The descriptor of a Data Package, version 2 (<https://datapackage.org/standard/data-package/>).

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::COLUMNS;
use crate::view_model::Atlas;

/// A file of the package.
#[derive(Clone, Copy, Debug)]
pub struct PackageFile<'a> {
    /// Its name in the package.
    pub name: &'a str,
    /// Its IANA media type.
    pub media_type: &'a str,
    /// Its content.
    pub content: &'a [u8],
}

/// Returns the descriptor of a package of these files; the one that ends with `.csv` has the columns of the facts.
///
/// `id` is the id of the report, `page` the address of the page, if it is known.
pub fn data_package(
    atlas: &Atlas,
    id: &str,
    page: Option<&str>,
    files: &[PackageFile<'_>],
) -> Value {
    let edition = &atlas.report.atlas;
    let sources = atlas.report.sources.iter().map(|source| {
        let title = format!("{}: {}", source.outlet.value, source.title);
        with_known(json!({ "title": title }), [("path", source.url.clone().map(Value::from))])
    });
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": id,
        "title": edition.title.value,
        "description": edition.deck.value,
        "sources": sources.collect::<Vec<_>>(),
        "resources": files.iter().map(resource).collect::<Vec<_>>(),
    });
    let contributor =
        |editor: &crate::model::Text| json!([{ "title": editor.value, "roles": ["creator"] }]);
    with_known(
        package,
        [
            ("homepage", page.map(Value::from)),
            ("version", edition.version.as_deref().map(Value::from)),
            ("created", edition.published.map(|day| format!("{day}T00:00:00Z").into())),
            ("licenses", edition.licence.as_ref().map(|name| json!([{ "name": name }]))),
            ("contributors", edition.editor.as_ref().map(contributor)),
        ],
    )
}

fn with_known<const N: usize>(mut object: Value, fields: [(&str, Option<Value>); N]) -> Value {
    if let Some(object) = object.as_object_mut() {
        let known = fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
        object.extend(known);
    }
    object
}

fn resource(file: &PackageFile<'_>) -> Value {
    let (_, ending) = file.name.rsplit_once('.').unwrap_or_default();
    let digest: String =
        Sha256::digest(file.content).iter().map(|byte| format!("{byte:02x}")).collect();
    let resource = json!({
        "name": file.name.replace('.', "-"),
        "path": file.name,
        "format": ending,
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": file.content.len(),
        "hash": format!("sha256:{digest}"),
    });
    if ending != "csv" {
        return resource;
    }
    let schema = json!({
        "fields": COLUMNS.map(field),
        "primaryKey": ["id"],
        "missingValues": [""],
    });
    with_known(resource, [("type", Some("table".into())), ("schema", Some(schema))])
}

/// Returns the field of a column. A cell can have several values, so that most are texts.
fn field(column: &str) -> Value {
    let kind =
        if column.starts_with("date_") && column != "date_basis" { "date" } else { "string" };
    let description = match column {
        "id" => "The fact in the report file and in the address of the page.",
        "kind" => "The kind of fact: statement, meeting, visit, agreement, project, …",
        "title" => "The fact in a few words.",
        "text" => "The fact in one or two sentences.",
        "scope" => {
            "Whom it concerns: named states, ASEAN as a whole, the partner, or states that are not named."
        }
        "places" => "The states that the report names, by ISO 3166-1 alpha-3 code.",
        "areas" => "The areas of cooperation, by id.",
        "edtf" => "The date in EDTF (ISO 8601-2); empty where the report states none.",
        "date_from" => "The first day that the date can mean.",
        "date_to" => "The last day that the date can mean.",
        "date_basis" => {
            "Whether the report states the date, names a weekday, or it is derived in another way."
        }
        "status" => "How far it had come on the day of the report.",
        "people" => "Whom the report names in it.",
        "organisations" => "The organisations that the report names in it.",
        "participants" => {
            "Who takes part: states by code, organisations by name; others are not named by the report."
        }
        "said_by" => {
            "Who says it, if the file says who; unnamed-sources are sources without a name."
        }
        "amount" => "The amounts that the report states.",
        "amount_bound" => "Whether each amount is exact, about, at least, or at most.",
        "currency" => "The ISO 4217 code of each amount, or what it counts.",
        "source" => "The source, by id.",
        "paragraph" => "The paragraph, from 1 at the first of the body.",
        "quote" => "The words to search for in that paragraph.",
        _ => "The address that leads to the quote.",
    };
    let field = json!({ "name": column, "type": kind, "description": description });
    let constraints = (column == "id").then(|| json!({ "required": true, "unique": true }));
    with_known(field, [("constraints", constraints)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::testing::atlas;

    #[test]
    fn a_package_describes_each_file_and_each_column() {
        let csv = PackageFile { name: "facts.csv", media_type: "text/csv", content: b"abc" };
        let json =
            PackageFile { name: "report.json", media_type: "application/json", content: b"{}" };
        let made = data_package(&atlas(), "pakistan-asean-2023", None, &[csv, json]);
        assert_eq!(made["name"], "pakistan-asean-2023");
        assert_eq!(made["licenses"], json!([{ "name": "CC-BY-4.0" }]));
        assert_eq!(
            made["resources"][0]["schema"]["fields"].as_array().map(Vec::len),
            Some(COLUMNS.len())
        );
        // SHA-256 of “abc”: FIPS 180-2, appendix B.1.
        let hash = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(made["resources"][0]["hash"], hash);
        assert!(made["resources"][1].get("schema").is_none());
    }
}
