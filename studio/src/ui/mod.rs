//! The studio as Leptos components: markup, reactivity and handlers of a part in one file.

pub mod app;
pub mod check_list;
pub mod choice_field;
pub mod choices;
pub mod coverage_list;
pub mod date_field;
pub mod fact_form;
pub mod fact_list;
pub mod fact_more;
pub mod field;
pub mod format;
pub mod language_field;
pub mod list_field;
pub mod lists;
pub mod more;
pub mod new_name;
pub mod preview;
pub mod publish_form;
pub mod quote_form;
pub mod report_form;
pub mod selection_tools;
pub mod sources_form;
pub mod start;
pub mod suggestions;
pub mod text_pane;

pub use app::App;

#[cfg(test)]
mod tests;
