//! The reader: the module that every page loads. Natively there is nothing to start.

fn main() {
    #[cfg(target_arch = "wasm32")]
    partnership_atlas::browser::start();
}
