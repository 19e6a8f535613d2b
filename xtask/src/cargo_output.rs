//! What cargo prints on its standard error: its bar, its status lines and messages.

/// Reads the numbers of cargo's bar: `    Building [=====>    ] 210/478: syn, serde`.
pub fn built(line: &str) -> Option<(usize, usize)> {
    let (_, numbers) = line.trim_start().strip_prefix("Building [")?.split_once("] ")?;
    let (done, rest) = numbers.split_once('/')?;
    let total = rest.split(|other: char| !other.is_ascii_digit()).next()?;
    Some((done.parse().ok()?, total.parse().ok()?))
}

/// Returns whether a line only says what cargo does now: `   Compiling syn v3.0.6`.
pub fn is_status(line: &str) -> bool {
    const VERBS: [&str; 14] = [
        "Adding",
        "Blocking",
        "Building",
        "Compiling",
        "Downloaded",
        "Downloading",
        "Finished",
        "Fresh",
        "Installed",
        "Installing",
        "Locking",
        "Replacing",
        "Resolving",
        "Updating",
    ];
    let is_indented = line.starts_with(' ');
    let verb = line.split_whitespace().next();
    is_indented && verb.is_some_and(|verb| VERBS.contains(&verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_bar_are_read() {
        let bar = "    Building [=======>             ] 210/478: syn, serde_derive(build)";
        assert_eq!(built(bar), Some((210, 478)));
        assert_eq!(built("    Building [=====> ] 333/335"), Some((333, 335)));
        assert_eq!(built(" Downloading [=====> ] 3/35"), None);
        assert_eq!(built("   Compiling syn v3.0.6"), None);
    }

    #[test]
    fn status_lines_are_no_messages() {
        for line in ["   Compiling syn v3.0.6", "  Downloaded jiff v0.2.37", "    Finished `x`"] {
            assert!(is_status(line), "{line}");
        }
        for line in ["error[E0308]: mismatched types", "  --> src/main.rs:3:5", "Compiling it"] {
            assert!(!is_status(line), "{line}");
        }
    }
}
