// Names that only exist in a bundle: `cargo xtask bundle` provides them.

/** The languages of the page, as BCP 47 tags. */
declare const LANGUAGES: readonly string[];

/** The glue that wasm-bindgen writes for the module. */
declare module "atlas-glue" {
  /** Instantiates the module and runs its start function. */
  export default function init(options: { module_or_path: Response | ArrayBuffer }): Promise<unknown>;
}
