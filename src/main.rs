//! The browser's entry; natively there is nothing to start.

fn main() {
    #[cfg(target_arch = "wasm32")]
    partnership_atlas::browser::start();
}
