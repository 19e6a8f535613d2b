//! The views as they print natively: what is said, in what order, by what name. No browser.

#![expect(clippy::panic, reason = "a test may fail by a panic")]

mod cards;
mod drawn;
mod escaping;
mod evidence;
mod inspector;
mod live;
mod page;
mod paging;
mod payloads;
mod table;
mod timeline;
