//! Tests.

use anyhow::Result;

/// Run.
pub fn run(_fast: bool) -> Result<()> {
    Ok(())
}

/// Shots.
pub fn shots() -> Result<()> {
    Ok(())
}
