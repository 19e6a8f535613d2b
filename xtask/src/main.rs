//! The chores of Partnership Atlas.

fn main() {}
