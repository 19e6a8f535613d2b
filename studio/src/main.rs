//! Starts the studio. Natively there is nothing to start.

fn main() {}
