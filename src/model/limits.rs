//! How long texts and lists may be.

/// The most facts that a report may have.
pub const MAX_FACTS: usize = 50_000;

/// The most entries that any other list may have.
pub const MAX_ENTRIES: usize = 1_000;

/// The most paragraphs that a source may have.
pub const MAX_PARAGRAPHS: usize = 1_000;

/// The most characters that a text may have.
pub const MAX_CHARACTERS: usize = 2_000;

/// The most words that a quote may have.
pub const MAX_QUOTE_WORDS: usize = 12;
