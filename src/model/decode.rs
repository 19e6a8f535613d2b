//! The bytes of a file as text. UTF-8 is read, with or without a byte order mark; any other encoding is named.

use super::{Diagnostic, Problem};

/// Returns the text of a file, without its byte order mark.
///
/// # Errors
///
/// Where the file is empty or not in UTF-8, with the line and the column of the first byte that is no character.
pub fn decode(bytes: &[u8]) -> Result<&str, Diagnostic> {
    let problem = |problem: Problem| Err(Diagnostic::new("$", problem));
    if !bytes.is_empty() && bytes.iter().all(|byte| *byte == 0) {
        return problem(Problem::NoText(
            "holds zero bytes alone, as after a failed copy; restore the file",
        ));
    }
    if is_utf16(bytes) {
        return problem(Problem::NotUtf8("is saved as UTF-16; save the file as UTF-8".to_owned()));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return problem(Problem::NoText("is empty; a report is an object: { … }"));
    }
    if let Some(words) = other_format(bytes) {
        return problem(Problem::NoText(words));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let (before, rest) = bytes.split_at_checked(error.valid_up_to()).unwrap_or_default();
            let (line, column) = position(&String::from_utf8_lossy(before));
            let byte = rest.first().copied().unwrap_or_default();
            problem(Problem::NotUtf8(format!(
                "is not UTF-8 from line {line}, column {column} on, where the byte is 0x{byte:02X}, as in \
                 Windows-1252 or another old encoding; save the file as UTF-8"
            )))
        }
    }
}

/// Returns what a file is that a program saved in a format of its own, by its first bytes.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    let formats: [(&[u8], &str); 5] = [
        (b"{\\rtf", "is saved as RTF, a text with a layout; save the file as plain text"),
        (
            b"PK\x03\x04",
            "is an archive or a document of an office program; save its text as plain text in UTF-8",
        ),
        (b"\x1F\x8B", "is compressed by gzip; unpack it"),
        (b"%PDF", "is a PDF; save its text as plain text in UTF-8"),
        (b"bplist", "is a web archive of Safari; save the text as plain text in UTF-8"),
    ];
    let text = bytes.trim_ascii_start();
    formats.into_iter().find_map(|(start, words)| text.starts_with(start).then_some(words))
}

/// Returns whether a file is in UTF-16, by its mark, or by the zero byte beside its first character.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..])
}

/// Returns the line and the column behind a text, both from 1; a column is a character. Lines end as on Linux, on Windows,
/// or as on old Macs.
pub fn position(before: &str) -> (usize, usize) {
    let before = before.replace("\r\n", "\n").replace('\r', "\n");
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    let line = before.matches('\n').count() + 1;
    (line, before.get(line_start..).unwrap_or_default().chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode(bytes).unwrap_err().to_string()
    }

    #[test]
    fn utf8_is_read_with_and_without_its_mark() {
        assert_eq!(decode("{\"a\": \"é\"}".as_bytes()).unwrap(), "{\"a\": \"é\"}");
        assert_eq!(decode(b"\xEF\xBB\xBF{}\r\n").unwrap(), "{}\r\n");
    }

    #[test]
    fn utf16_is_named_with_and_without_its_mark() {
        let little: Vec<u8> = "{\"a\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "{\"a\"}".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            &little,
            &big,
            &[&b"\xFF\xFE"[..], &little].concat(),
            &[&b"\xFE\xFF"[..], &big].concat(),
        ] {
            assert_eq!(message(bytes), "$: is saved as UTF-16; save the file as UTF-8");
        }
    }

    #[test]
    fn the_first_byte_that_is_no_character_is_located() {
        let windows_1252 = b"{\n  \"name\": \"\xC3\xA9 Jos\xE9\"\n}";
        let message = message(windows_1252);
        assert!(message.contains("line 2, column 17") && message.contains("0xE9"), "{message}");
        assert!(message.ends_with("save the file as UTF-8"), "{message}");
    }

    #[test]
    fn a_file_of_another_program_is_named() {
        for (bytes, words) in [
            (&b"{\\rtf1\\ansi {\\fonttbl"[..], "saved as RTF"),
            (b"PK\x03\x04\x14\x00\x08\x08", "archive"),
            (b"\x1F\x8B\x08\x00\xFF", "gzip"),
            (b"%PDF-1.7\n%\xE2\xE3", "PDF"),
            (&[0; 4096], "zero bytes alone"),
            (b"\0", "zero bytes alone"),
        ] {
            let message = message(bytes);
            assert!(message.contains(words) && message.contains("; "), "{message}");
        }
    }

    #[test]
    fn lines_are_counted_however_they_end() {
        for end in ["\n", "\r\n", "\r"] {
            assert_eq!(position(&["{", "  \"é\": "].join(end)), (2, 8), "{end:?}");
        }
    }

    #[test]
    fn an_empty_file_is_named() {
        for bytes in [&b""[..], b" \r\n", b"\xEF\xBB\xBF"] {
            assert!(message(bytes).contains("is empty"));
        }
    }
}
