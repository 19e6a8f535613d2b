//! The studio: an editor makes an atlas of their own report in the browser.
