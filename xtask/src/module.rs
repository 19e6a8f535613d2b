//! The module without what is never called, which neither linker nor optimiser can know.
//!
//! - Leptos links the streams of its server functions whether there are such functions or not, and wasm-bindgen exports what it
//!   finds. The glue has their classes no longer ([`crate::glue`]), so nothing can call them.
//! - A panic is a trap: `assets/boot.js` hears of either as of an error of the module, and says so on the page. What a panic would
//!   print for a developer need not travel to every reader.
//!
//! A function that stands in the module's table is kept by every tool, since it may be called by its number; here it is known
//! by its name, so `data-keep-debug` in index.html keeps the names until this has been done.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use walrus::{ExportId, FunctionBuilder, FunctionId, FunctionKind, Module, passes};

/// Parts of the names of the functions that nothing calls, or that only end in a panic; crates without their hashes.
const NEVER: [&str; 14] = [
    "wasm_streams::",
    "js_sys::futures::future_to_promise",
    "core::panicking::",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "core::cell::panic_already",
    "std::panicking::panic_handler",
    "alloc::raw_vec::handle_error",
    "wasm_bindgen::throw_str",
    "wasm_bindgen::__rt::borrow_fail",
    // Only panics print what is for developers.
    " as core::fmt::Debug>::fmt",
];

/// What is left of a module of which the glue knows only some exports.
pub struct Cut {
    /// The module.
    pub bytes: Vec<u8>,
    /// The names of the imports that nothing needs any longer.
    pub unused: Vec<String>,
}

/// Cuts from a module what is never called; `is_known` tells which of the exports the glue calls.
///
/// # Errors
///
/// Where it is no module, or has nothing of what should be cut: then the list above is of another version of its libraries.
pub fn cut(bytes: &[u8], is_known: impl Fn(&str) -> bool) -> Result<Cut> {
    let mut module = Module::from_buffer(bytes)?;
    for part in NEVER {
        if empty(&mut module, part) == 0 {
            bail!("the module has no function of {part}; see xtask/src/module.rs");
        }
    }
    let unknown: Vec<ExportId> = module
        .exports
        .iter()
        .filter(|export| !is_known(&export.name))
        .map(walrus::Export::id)
        .collect();
    unknown.into_iter().for_each(|export| module.exports.delete(export));
    let before = imports(&module);
    passes::gc::run(&mut module);
    let unused = before.difference(&imports(&module)).cloned().collect();
    Ok(Cut { bytes: module.emit_wasm(), unused })
}

fn imports(module: &Module) -> BTreeSet<String> {
    module.imports.iter().map(|import| import.name.clone()).collect()
}

/// Lets every function with that part in its name trap at once; gives back how many there are.
fn empty(module: &mut Module, part: &str) -> usize {
    let named = |name: &str| without_hashes(name).contains(part);
    let functions: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .map(|(function, _)| function)
        .filter(|function| module.funcs.get(*function).name.as_deref().is_some_and(named))
        .collect();
    for function in &functions {
        let kind = module.types.get(module.funcs.get(*function).ty());
        let (takes, gives) = (kind.params().to_vec(), kind.results().to_vec());
        let mut trap = FunctionBuilder::new(&mut module.types, &takes, &gives);
        trap.func_body().unreachable();
        let takes = takes.into_iter().map(|kind| module.locals.add(kind)).collect();
        module.funcs.get_mut(*function).kind = FunctionKind::Local(trap.local_func(takes));
    }
    functions.len()
}

/// A name as the compiler writes it, without the hash of its crate: `core[1a2b]::fmt` is `core::fmt`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| match part.split_once(']') {
        Some((hash, after)) if hash.bytes().all(|digit| digit.is_ascii_hexdigit()) => {
            before + after
        }
        _ => before + "[" + part,
    })
}

#[cfg(test)]
mod tests {
    use walrus::ValType;

    use super::*;

    /// A module that exports a function for each name; each calls what the glue gives.
    fn module(names: &[String]) -> Vec<u8> {
        let mut module = Module::default();
        let kind = module.types.add(&[ValType::I32], &[ValType::I32]);
        let (imported, _) = module.add_import_func("glue", "told", kind);
        for name in names {
            let mut builder =
                FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
            let given = module.locals.add(ValType::I32);
            builder.func_body().local_get(given).call(imported);
            let function = builder.finish(vec![given], &mut module.funcs);
            module.funcs.get_mut(function).name = Some(name.clone());
            module.exports.add(name, function);
        }
        module.emit_wasm()
    }

    fn names() -> Vec<String> {
        let mut names: Vec<String> = NEVER.iter().map(|part| format!("<a[0f]{part}x>")).collect();
        names.push("kept".to_owned());
        names
    }

    #[test]
    fn what_is_never_called_no_longer_calls_and_what_nobody_knows_is_gone() {
        let left = |is_known: fn(&str) -> bool| {
            let cut = cut(&module(&names()), is_known).unwrap();
            let module = Module::from_buffer(&cut.bytes).unwrap();
            (module.exports.iter().count(), cut.unused)
        };
        assert_eq!(left(|name| name == "kept"), (1, Vec::new()));
        assert_eq!(left(|name| name.contains("raw_vec")), (1, vec!["told".to_owned()]));
    }

    #[test]
    fn a_module_of_other_libraries_is_refused() {
        let mut names = names();
        names.remove(0);
        let told = cut(&module(&names), |_| true).err().map(|error| error.to_string());
        assert!(told.is_some_and(|told| told.contains("no function of wasm_streams::")));
        assert!(cut(b"<!doctype html>", |_| true).is_err());
    }

    #[test]
    fn a_name_loses_the_hashes_and_nothing_else() {
        assert_eq!(
            without_hashes("<&str as core[c59]::fmt::Debug>::fmt"),
            "<&str as core::fmt::Debug>::fmt"
        );
        assert_eq!(without_hashes("<[T]>::index[1] as [u8; 4]>"), "<[T]>::index as [u8; 4]>");
    }
}
