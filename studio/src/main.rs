//! Starts the studio. Natively there is nothing to start.

fn main() {
    #[cfg(target_arch = "wasm32")]
    studio::browser::start();
}
