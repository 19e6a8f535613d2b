//! Texts in HTML and XML.

/// Returns a text as the content of an element or as the value of an attribute in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Returns the text that [`escape`] was given.
pub fn unescape(html: &str) -> String {
    html.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escaped_text_comes_back() {
        for text in ["", "a & b", "&amp;quot;", "<\"'>", "&lt;"] {
            assert_eq!(unescape(&escape(text)), text);
        }
    }
}
