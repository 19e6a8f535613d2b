//! Module and glue, made as small as what the page asks of them.
//!
//! wasm-bindgen writes a glue for whatever could be asked. From this one go the classes of Leptos's streams, with what of the
//! module only they led to ([`crate::module`]), and the start, which `assets/start.js` does in its place. And it names every function
//! that the two share after what it does and after a hash of sixteen digits, in both files. Only they know those names, and the
//! hashes cannot be compressed: they get a letter or two. Then esbuild does the same with the names within the glue.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::command::{program, root, run};
use crate::module;

/// What the module may use of WebAssembly: all that the compiler does.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The start of the module, from the root of the repository.
const START: &str = "assets/start.js";

/// What wasm-opt tells of the names that it has made short: the module that an import comes from, its name, the new one; or
/// the name of an export, and the new one.
#[derive(Deserialize)]
struct Names {
    imports: Vec<(String, String, String)>,
    exports: Vec<(String, String)>,
}

/// Makes a module and its glue smaller, in their places.
pub fn shorten(glue: &Path, wasm: &Path) -> Result<()> {
    let text = fs::read_to_string(glue).context("the glue cannot be read")?;
    let text = with_our_start(&without_streams(&text)?)?;
    let bytes = fs::read(wasm).context("the module cannot be read")?;
    let cut = module::cut(&bytes, |export| replaced(&text, "wasm.", export, "").1 > 0)?;
    fs::write(wasm, cut.bytes)?;
    let text = without_imports(&text, &cut.unused)?;
    let mut optimizer = program("wasm-opt");
    optimizer.arg(wasm).arg("-o").arg(wasm);
    optimizer.args(["-Oz", "--minify-imports-and-exports-and-modules"]).args(FEATURES);
    let told = optimizer.output().context("wasm-opt does not start")?;
    ensure!(told.status.success(), "wasm-opt: {}", String::from_utf8_lossy(&told.stderr));
    let names: Names =
        serde_json::from_slice(&told.stdout).context("wasm-opt tells the names in another form")?;
    fs::write(glue, renamed(&text, &names)?).context("the glue cannot be written")?;
    minify(glue)
}

/// The glue with our start in the place of wasm-bindgen's.
fn with_our_start(glue: &str) -> Result<String> {
    let other = "the start stands in the glue in another form; see xtask/src/glue.rs";
    let (kept, start) = glue.split_once("async function __wbg_load(").context(other)?;
    ensure!(start.contains("initSync") && !kept.contains("initSync"), other);
    let ours = fs::read_to_string(root().join(START)).context("the start cannot be read")?;
    Ok([kept, "\n", &ours].concat())
}

/// Short names within the glue, and nothing that it does not call.
fn minify(glue: &Path) -> Result<()> {
    let mut outfile = OsString::from("--outfile=");
    outfile.push(glue);
    let mut minifier = program("esbuild");
    minifier.arg(glue).arg(outfile).args(["--allow-overwrite", "--bundle", "--format=esm"]);
    run(minifier.args(["--minify", "--target=es2021", "--log-level=warning"]))
}

/// The glue without the classes of the streams, and without the constants that belong to them.
fn without_streams(glue: &str) -> Result<String> {
    const STREAMS: &str = "IntoUnderlying";
    let other = "the streams stand in the glue in another form; see xtask/src/glue.rs";
    let (before, rest) = glue.split_once("export class IntoUnderlying").context(other)?;
    let (classes, rest) = rest.split_once("function __wbg_get_imports").context(other)?;
    ensure!(classes.matches("export class ").count() == 2, other);
    let (between, rest) =
        rest.split_once("let __wbindgen_enum_ReadableStreamType=").context(other)?;
    let (constants, after) = rest.split_once(";function ").context(other)?;
    ensure!(constants.matches("Finalization=").count() == 3, other);
    // The minifier puts a statement of the last class behind the functions.
    let between = between
        .split_once("Symbol.dispose&&(IntoUnderlyingSource.prototype")
        .map_or(between, |(between, _)| between);
    let kept = [before, "function __wbg_get_imports", between, "function ", after].concat();
    ensure!(!kept.contains(STREAMS) && !kept.contains("ReadableStreamType"), other);
    Ok(kept)
}

/// The glue without some of what it gives the module: entries of one object, each a function without braces in its texts.
fn without_imports(glue: &str, unused: &[String]) -> Result<String> {
    let mut text = glue.to_owned();
    for name in unused {
        let name = name.rsplit('$').next().unwrap_or_default();
        let entry = format!("{name}:function(");
        let (before, rest) =
            text.split_once(&entry).with_context(|| format!("the glue has no {name}"))?;
        let mut depth = 0_usize;
        let end = rest.char_indices().find_map(|(at, sign)| {
            match sign {
                '{' => depth += 1,
                '}' => {
                    depth -= 1;
                    return (depth == 0).then_some(at);
                }
                _ => {}
            }
            None
        });
        let end = end.with_context(|| format!("{name} does not end"))?;
        let after = rest.get(end + 1..).unwrap_or_default();
        text = [before, after.strip_prefix(',').unwrap_or(after)].concat();
    }
    Ok(text)
}

/// What wasm-opt calls the one module from which all is imported then.
const MODULE: &str = "a";

fn renamed(glue: &str, names: &Names) -> Result<String> {
    let mut text = glue.to_owned();
    if let Some((module, _, _)) = names.imports.first() {
        if names.imports.iter().any(|(other, _, _)| other != module) {
            bail!("the module imports from more than {module}");
        }
        text = text.replacen(&format!("{module:?}"), MODULE, 1);
    }
    for (_, long, short) in &names.imports {
        let (renamed, count) = replaced(&text, "", long, &quoted(short));
        // A key of one object; a name that is not there, or twice, would mean that the glue is written in another way.
        if count != 1 {
            bail!("the glue has {long} {count} times");
        }
        text = renamed;
    }
    for (long, short) in &names.exports {
        text = replaced(&text, "wasm.", long, short).0;
    }
    Ok(text)
}

/// A text with a name in the place of another, wherever that stands as a whole behind a beginning; and how often it stood there.
fn replaced(text: &str, before: &str, long: &str, short: &str) -> (String, usize) {
    let is_of_a_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let whole = [before, long].concat();
    let (mut out, mut count, mut rest) = (String::with_capacity(text.len()), 0, text);
    while let Some((left, right)) = rest.split_once(&whole) {
        let stands_alone = !left.ends_with(is_of_a_name) && !right.starts_with(is_of_a_name);
        out.push_str(left);
        out.push_str(before);
        out.push_str(if stands_alone { short } else { long });
        count += usize::from(stands_alone);
        rest = right;
    }
    out.push_str(rest);
    (out, count)
}

/// A name as the key of an object: wasm-opt's may have any sign.
fn quoted(name: &str) -> String {
    let is_plain = name.chars().all(|c| c.is_ascii_alphabetic() || c == '_' || c == '$');
    if is_plain { name.to_owned() } else { format!("{name:?}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_changed_where_they_stand_as_a_whole() {
        let names = Names {
            imports: vec![("./a.js".to_owned(), "__wbg_get_12ab".to_owned(), "a".to_owned())],
            exports: vec![
                ("main".to_owned(), "b".to_owned()),
                ("memory".to_owned(), "c".to_owned()),
            ],
        };
        let glue = "{\"./a.js\":1,__wbg_get_12ab:function(e){},__wbg_get_12abc:1};main();wasm.main();wasm.mainly;wasm.memory.buffer";
        let wanted =
            "{a:1,a:function(e){},__wbg_get_12abc:1};main();wasm.b();wasm.mainly;wasm.c.buffer";
        assert_eq!(renamed(glue, &names).unwrap(), wanted);
    }

    #[test]
    fn a_glue_of_another_form_is_refused() {
        let names = Names {
            imports: vec![("m".to_owned(), "x".to_owned(), "a".to_owned())],
            exports: Vec::new(),
        };
        assert!(renamed("{x:1,y:x}", &names).is_err());
        assert!(renamed("{}", &names).is_err());
    }

    #[test]
    fn the_start_is_ours() {
        let glue = "let wasm;async function __wbg_load(e){}function initSync(){}export{initSync}";
        let text = with_our_start(glue).unwrap();
        assert!(text.starts_with("let wasm;\n") && text.contains("export default async"));
        assert!(with_our_start("let wasm;").is_err());
    }
}
