//! The components as they print natively: texts, order, names, roles. No browser.

#![expect(clippy::panic, reason = "a test may fail by a panic")]

mod cards;
mod disclosure;
mod downloads;
mod escaping;
mod evidence;
mod inspector;
mod languages;
mod map;
mod page;
mod paging;
mod payloads;
mod printed;
mod published;
mod reports;
mod share;
mod site;
mod table;
mod timeline;
