//! The keys that undo and redo.

/// What a key with Control or Command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Undoes the last change.
    Undo,
    /// Does the change again that was undone last.
    Redo,
}

/// Returns what a key does: `key` and `code` as browsers tell them (<https://www.w3.org/TR/uievents-code/>).
///
/// A keyboard of another script writes its own letter with Control, so the place of the key counts there.
pub fn shortcut(key: &str, code: &str, has_shift: bool) -> Option<Shortcut> {
    let is = |letter, place| key.eq_ignore_ascii_case(letter) || (!key.is_ascii() && code == place);
    if is("z", "KeyZ") && !has_shift {
        Some(Shortcut::Undo)
    } else {
        (is("z", "KeyZ") || is("y", "KeyY")).then_some(Shortcut::Redo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letter_counts_and_on_a_keyboard_of_another_script_the_place() {
        assert_eq!(shortcut("z", "KeyZ", false), Some(Shortcut::Undo));
        assert_eq!(shortcut("Z", "KeyZ", true), Some(Shortcut::Redo));
        assert_eq!(shortcut("y", "KeyY", false), Some(Shortcut::Redo));
        // A German keyboard has Z where others have Y.
        assert_eq!(shortcut("z", "KeyY", false), Some(Shortcut::Undo));
        // Thai, Khmer and Urdu.
        assert_eq!(shortcut("ผ", "KeyZ", false), Some(Shortcut::Undo));
        assert_eq!(shortcut("ឋ", "KeyZ", true), Some(Shortcut::Redo));
        assert_eq!(shortcut("ے", "KeyY", false), Some(Shortcut::Redo));
        assert_eq!(shortcut("ฟ", "KeyA", false), None);
        assert_eq!(shortcut("é", "Digit2", false), None);
        assert_eq!(shortcut("Enter", "Enter", false), None);
    }
}
