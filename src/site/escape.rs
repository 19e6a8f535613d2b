//! Texts in HTML and XML.

/// Returns a text as the content of an element or as the value of an attribute in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
