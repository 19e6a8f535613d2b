//! What the studio asks of a browser.

use super::{Context, Publication, Selection, Studio};

/// What only a browser can do. Functions, so that components name no browser interface.
#[derive(Clone, Copy, Debug)]
pub struct Platform {
    /// Opens the file that was chosen in a field; the field becomes empty again.
    pub open_file: fn(Context, leptos::ev::Event),
    /// Keeps the open draft in this browser.
    pub keep: fn(Studio),
    /// Opens a draft of this browser.
    pub open_draft: fn(Studio, String),
    /// Deletes a draft of this browser.
    pub delete_draft: fn(Studio, String),
    /// Makes a file and saves it as the browser saves a download.
    pub publish: fn(Context, Publication),
    /// Moves the focus to an element with an id, once it is there.
    pub focus: fn(String),
    /// Selects words of the text, so that the selection can be seen.
    pub select: fn(Selection),
    /// Prints the preview.
    pub print_preview: fn(),
    /// Remembers that the steps are known.
    pub forget_tour: fn(),
    /// Returns a time, in milliseconds since 1970, as date and time in a language.
    pub date_time: fn(f64, &str) -> String,
}

impl Platform {
    /// Returns the platform of a page that is printed.
    pub fn none() -> Self {
        Self {
            open_file: |_, _| {},
            keep: |_| {},
            open_draft: |_, _| {},
            delete_draft: |_, _| {},
            publish: |_, _| {},
            focus: |_| {},
            select: |_| {},
            print_preview: || {},
            forget_tour: || {},
            date_time: |_, _| String::new(),
        }
    }
}
