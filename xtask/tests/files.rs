//! Files as people save them: the commands read them, or list what is wrong and end before anything is compiled.

#![expect(clippy::unwrap_used, reason = "a test may fail by a panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const REPORT: &str = include_str!("../../assets/data/pakistan-asean-2023/report.json");

/// Runs a command of xtask on a file, without any tool to build with.
fn xtask(arguments: &[&str], file: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).arg(file).env("PATH", "").env("CARGO", "/no/cargo");
    command.output().unwrap()
}

/// Writes a file with a name of its own, and returns its path.
fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, content).unwrap();
    path
}

/// Returns the folder of the page of a report.
fn built(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/scale").join(name)
}

/// Asserts that a command answers a file with this list and nothing else, and that it leaves no folder.
fn check(arguments: &[&str], path: &Path, expected: &str) {
    let output = xtask(arguments, path);
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = expected.replace("FILE", &path.display().to_string());
    assert_eq!(said, format!("{expected}\n"), "{arguments:?}");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{arguments:?}");
    let stem = path.file_stem().unwrap().to_str().unwrap();
    assert!(!built(stem).exists(), "{arguments:?} left a folder");
}

#[test]
fn a_wrong_address_of_the_site_is_told_before_anything_is_built() {
    let output = xtask(&["build", "--url"], Path::new("example.org/atlas"));
    let said = String::from_utf8(output.stderr).unwrap();
    let expected =
        "the address of the site must begin with https:// or http://, but is “example.org/atlas”\n";
    assert_eq!((said.as_str(), output.status.code()), (expected, Some(1)));
}

#[test]
fn the_comparison_of_two_builds_refuses_options_that_it_would_not_heed() {
    for option in ["--url", "--report"] {
        let output = xtask(&["build", "--check-reproducible", option], Path::new("https://a.org/"));
        let said = String::from_utf8(output.stderr).unwrap();
        let expected = format!("'--check-reproducible' cannot be used with '{option}");
        assert!(said.contains(&expected), "{said}");
        assert_eq!(output.status.code(), Some(2), "{option}");
    }
}

#[test]
fn a_report_of_format_2_is_not_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "report.json", REPORT);
    let output = xtask(&["upgrade-report"], &path);
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said, format!("{} is of format 2 already; nothing is changed\n", path.display()));
    assert_eq!(fs::read_to_string(&path).unwrap(), REPORT);
}

#[test]
fn a_bad_report_is_answered_with_its_problems_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let utf16: Vec<u8> = REPORT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows_1252 = REPORT.replacen("Radio Pakistan", "Radio Pakist?n", 1).into_bytes();
    let windows_1252: Vec<u8> =
        windows_1252.into_iter().map(|byte| if byte == b'?' { 0xE1 } else { byte }).collect();
    let list = |problem: &str| format!("FILE is no valid report:\n{problem}");
    let files: [(&str, Vec<u8>, String); 8] = [
        (
            "utf16.json",
            [&b"\xFF\xFE"[..], &utf16].concat(),
            list("$: is saved as UTF-16; save the file as UTF-8"),
        ),
        (
            "windows.json",
            windows_1252,
            list(
                "$: is not UTF-8 from line 23, column 30 on, where the byte is 0xE1, as in Windows-1252 or another old encoding; save the file as UTF-8",
            ),
        ),
        ("empty.json", Vec::new(), list("$: is empty; a report is an object: { … }")),
        (
            "comma.json",
            REPORT.replacen("\"format\": 2,", "\"format\": 2,,", 1).into_bytes(),
            list(
                "$: is not JSON from line 2, column 15 on: a comma too many stands here; remove it",
            ),
        ),
        (
            "comment.json",
            format!("// our report\n{REPORT}").into_bytes(),
            list(
                "$: is not JSON from line 1, column 1 on: a comment stands here, and JSON has none; remove it",
            ),
        ),
        (
            "twice.json",
            REPORT.replacen("\"format\": 2,", "\"format\": 2, \"format\": 1,", 1).into_bytes(),
            list("$.format: is there a second time; keep one of 2 and 1"),
        ),
        (
            "two-problems.json",
            REPORT
                .replacen("\"paragraph\": 2,", "\"paragraph\": 12,", 1)
                .replacen("\"2022-12\"", "\"2022-13\"", 1)
                .into_bytes(),
            list(
                "$.facts[5].date (fact visit-indonesia): must be a date in EDTF of the years 1900 to 2100, such as 2023-06-08, 2023-06, 2023, 2023-41 (second half), 2023-33 (first quarter), 1993/.. (since), ../2025 (by), 2021/2023, [2021..2023] (some time within) or 2024~ (about), but is “2022-13”\n$.facts[2].quotes[0].paragraph (fact roundtable): must be a whole number from 1 to 9, the paragraphs of the report",
            ),
        ),
        (
            "half.json",
            REPORT.chars().take(400).collect::<String>().into_bytes(),
            list(
                "$: is not JSON from line 14, column 17 on: the file ends inside a text; a closing \" is missing",
            ),
        ),
    ];
    for (name, content, expected) in files {
        let path = file(folder.path(), name, content);
        check(&["build", "--report"], &path, &expected);
        check(&["serve", "--report"], &path, &expected);
    }
    let missing = folder.path().join("missing.json");
    check(&["build", "--report"], &missing, "there is no file FILE");
    check(&["verify-source"], &missing, "there is no file FILE");
    let expected = format!("there is no file {}", folder.path().join("report.json").display());
    check(&["build", "--report"], folder.path(), &expected);
}

#[test]
fn a_file_beside_a_report_that_is_no_translation_is_told_what_its_name_must_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    file(folder.path(), "report.json", REPORT.replacen("\"2022-12\"", "\"2022-13\"", 1));
    file(folder.path(), "backup.json", REPORT);
    file(folder.path(), "bahasa.json", r#"{ "lang": "id", "texts": {} }"#);
    file(folder.path(), "tet.json", r#"{ "lang": "pt", "texts": {} }"#);
    file(folder.path(), "ur.json", r#"{ "lang": "ur", "texts": [] }"#);
    let output = xtask(&["check-report"], folder.path());
    let said = String::from_utf8(output.stderr).unwrap();
    let lines = [
        format!("{} is no valid report:", path("report.json")),
        "$.facts[5].date (fact visit-indonesia): must be".to_owned(),
        format!("{} is no translation: it has neither `lang` nor `texts`", path("backup.json")),
        format!("{} has the `lang` “id”, so its name must be id.json", path("bahasa.json")),
        format!("{} has the `lang` “pt”, so its name must be pt.json", path("tet.json")),
        format!("{} is no valid translation:", path("ur.json")),
        "$.texts: must be an object {…}, but is a list".to_owned(),
    ];
    assert_eq!(said.lines().count(), lines.len(), "{said}");
    for (said, expected) in said.lines().zip(&lines) {
        assert!(said.starts_with(expected.as_str()), "{said}");
    }
}

#[test]
fn a_bad_report_leaves_an_earlier_page_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let name = format!("earlier-{}", std::process::id());
    let page = built(&name);
    fs::create_dir_all(&page).unwrap();
    fs::write(page.join("index.html"), "whole").unwrap();
    let path = file(folder.path(), &format!("{name}.json"), "{");
    let output = xtask(&["build", "--report"], &path);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read_to_string(page.join("index.html")).unwrap(), "whole");
    assert_eq!(fs::read_dir(&page).unwrap().count(), 1);
    fs::remove_dir_all(page).unwrap();
}

#[test]
fn a_mark_line_ends_and_unicode_forms_of_other_systems_are_read() {
    use partnership_atlas::model::read;
    use unicode_normalization::UnicodeNormalization as _;
    let folder = tempfile::tempdir().unwrap();
    let accented = REPORT.replace("Radio Pakistan", "Rádio Pakistão");
    let expected = read(&accented).unwrap();
    for (name, text) in [
        ("mark.json", format!("\u{FEFF}{accented}")),
        ("windows.json", accented.replace('\n', "\r\n")),
        ("decomposed.json", accented.nfd().collect()),
        (
            "all.json",
            format!("\u{FEFF}{}", accented.nfd().collect::<String>().replace('\n', "\r\n")),
        ),
    ] {
        let path = file(folder.path(), name, text);
        let (json, report) = xtask::report::read_report(&path).unwrap();
        assert!(report == expected, "{name}");
        assert!(!json.starts_with('\u{FEFF}'), "{name}");
    }
}

#[test]
fn a_file_of_another_program_or_kind_is_answered_with_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let list = |problem: &str| format!("FILE is no valid report:\n$: {problem}");
    let big: Vec<u8> = REPORT.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let one_line = REPORT.replace('\n', " ").replacen("\"format\": 2,", "\"format\": 2,,", 1);
    let files: [(&str, Vec<u8>, String); 11] = [
        (
            "big.json",
            [&b"\xFE\xFF"[..], &big].concat(),
            list("is saved as UTF-16; save the file as UTF-8"),
        ),
        ("bare.json", big, list("is saved as UTF-16; save the file as UTF-8")),
        (
            "zeros.json",
            vec![0; 5_000],
            list("holds zero bytes alone, as after a failed copy; restore the file"),
        ),
        (
            "rich.json",
            b"{\\rtf1\\ansi\\ansicpg1252 ".to_vec(),
            list("is saved as RTF, a text with a layout; save the file as plain text"),
        ),
        (
            "page.json",
            b"<!DOCTYPE html>\n<html>".to_vec(),
            list(
                "is not JSON from line 1, column 1 on: this is a web page or XML; save the file itself, not the page that shows it",
            ),
        ),
        (
            "office.json",
            b"PK\x03\x04\x14\0\x06\0\xFF".to_vec(),
            list(
                "is an archive or a document of an office program; save its text as plain text in UTF-8",
            ),
        ),
        (
            "zero.json",
            REPORT.replacen("Radio Pakistan", "Radio\0Pakistan", 1).into_bytes(),
            list(
                "is not JSON from line 23, column 23 on: a zero byte stands here, which no editor shows; write the text around it again",
            ),
        ),
        (
            "last-comma.json",
            format!("{},\n}}", REPORT.trim_end().trim_end_matches('}').trim_end()).into_bytes(),
            list(
                "is not JSON from line LAST, column 1 on: a comma stands before the closing bracket; remove it",
            ),
        ),
        (
            "mac.json",
            REPORT
                .replacen("\"format\": 2,", "\"format\": 2,,", 1)
                .replace('\n', "\r")
                .into_bytes(),
            list("is not JSON from line 2, column 15 on: a comma too many stands here; remove it"),
        ),
        (
            "one-line.json",
            one_line.into_bytes(),
            list("is not JSON from line 1, column 17 on: a comma too many stands here; remove it"),
        ),
        (
            "blank.json",
            b"\xEF\xBB\xBF \r\n".to_vec(),
            list("is empty; a report is an object: { … }"),
        ),
    ];
    let last = (REPORT.trim_end().lines().count()).to_string();
    for (name, content, expected) in files {
        let path = file(folder.path(), name, content);
        check(&["build", "--report"], &path, &expected.replace("LAST", &last));
        check(&["check-report"], &path, &expected.replace("LAST", &last));
    }
    let empty = file(folder.path(), "empty.txt", "");
    check(&["verify-source"], &empty, "FILE is empty; it must hold the text of the source");
    check(&["verify-source"], folder.path(), "FILE is a folder; name a file");
    // A folder has the name of the report, the report has another one, or a link leads nowhere.
    let inside = |name: &str| folder.path().join("norway-2023").join(name);
    fs::create_dir_all(inside("report.json")).unwrap();
    let told = format!("{} is a folder; name a file", inside("report.json").display());
    check(&["build", "--report"], &folder.path().join("norway-2023"), &told);
    fs::remove_dir(inside("report.json")).unwrap();
    for name in ["Report.json", "report.json.txt", "REPORT.JSON"] {
        fs::write(inside(name), REPORT).unwrap();
        let told = format!(
            "there is no file {}; rename {name} beside it",
            inside("report.json").display()
        );
        check(&["build", "--report"], &folder.path().join("norway-2023"), &told);
        fs::remove_file(inside(name)).unwrap();
    }
}

#[test]
fn notes_of_a_system_are_no_translations_and_misnamed_ones_are_told() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("norway-2023");
    fs::create_dir(&folder).unwrap();
    file(&folder, "report.json", REPORT);
    file(&folder, "._ur.json", b"\0\x05\x16\x07\0\x02\0\0Mac OS X");
    file(&folder, ".DS_Store", b"\0\0\0\x01Bud1");
    file(&folder, "notes.txt", "to do");
    let output = xtask(&["check-report"], &folder);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    file(&folder, "UR.JSON", "{}");
    file(&folder, "id.json.txt", "{}");
    let output = xtask(&["check-report"], &folder);
    let told = |name: &str| {
        let path = folder.join(name);
        format!(
            "{} is not read, since its name does not end in .json; name it after its language, such as id.json\n",
            path.display()
        )
    };
    let expected = [told("UR.JSON"), told("id.json.txt")].concat();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_language_file_is_answered_with_the_key_that_is_there_twice() {
    use partnership_atlas::i18n::LocaleFile;
    use partnership_atlas::model::read::read_strict;
    let english = include_str!("../../assets/locales/en.json");
    let read = |json: &str| read_strict::<LocaleFile>(json).map_err(|list| list.to_string());
    assert!(read(english).is_ok());
    let twice = english.replacen("\"dir\": \"ltr\",", "\"dir\": \"ltr\", \"dir\": \"rtl\",", 1);
    let expected = "$.dir: is there a second time; keep one of \"ltr\" and \"rtl\"";
    assert_eq!(read(&twice).unwrap_err(), expected);
    let comma = english.replacen("\"dir\": \"ltr\",", "\"dir\": \"ltr\",,", 1);
    let answer = read(&comma).unwrap_err();
    assert!(answer.contains("line 3") && answer.contains("a comma too many"), "{answer}");
    // Letters and accents that another system has saved as two characters.
    let [name, decomposed] = ["Português", "Portugue\u{302}s"];
    let saved =
        english.replacen("\"name\": \"English\"", &format!("\"name\": \"{decomposed}\""), 1);
    assert_eq!(read(&saved).unwrap().name, name);
}
