//! Names what a build is for.

fn main() {
    cfg_aliases::cfg_aliases! {
        // The module that every reader loads: it knows only what it shows.
        reader: { all(target_arch = "wasm32", not(feature = "studio")) },
    }
}
