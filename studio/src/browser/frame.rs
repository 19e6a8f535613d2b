//! What the studio and the frame of its preview say to each other, as messages of text between the two windows.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::state::PreviewOptions;

/// What the frame says when it can draw.
pub const READY: &str = "ready";

/// What the frame says when it cannot be; `web/src/preview.js` says it.
pub const FAILED: &str = "failed";

/// The id of the frame in that document that runs no script: the page without script is in it.
pub const WITHOUT_SCRIPT: &str = "without-script";

/// What the studio asks for, as JSON.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ToDraw {
    /// The id of the report.
    pub id: String,
    /// The report.
    pub report: Value,
    /// How it is shown.
    pub options: PreviewOptions,
}

/// What the frame answers, as JSON.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Drawn {
    /// How long it took, in milliseconds.
    pub took: u32,
}
