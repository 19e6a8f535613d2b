//! The dataset and the view's state, turned into rows ready to print: total functions, no signal, no markup.

pub mod cards;
pub mod citation;
pub mod fold;
pub mod geography;
pub mod lens;
pub mod map;
pub mod places;
pub mod sheet;
pub mod snippet;
pub mod table;
pub mod timeline;
pub mod words;
