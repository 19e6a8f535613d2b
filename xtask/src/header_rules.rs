//! The file `_headers`: the headers that Netlify and Cloudflare Pages send with the files of a site.
//!
//! Both hosts join the values of a header that several rules set for a file. So no two rules may set one header for one file.

use std::collections::BTreeSet;

/// The name of the file, at the root of a site.
pub const HEADERS: &str = "_headers";

/// The element for other pages; its name has no hash, since others refer to it.
pub const ELEMENT: &str = "embed.js";

/// The most rules that Cloudflare Pages reads (<https://developers.cloudflare.com/pages/configuration/headers/>).
const MAX_RULES: usize = 100;

/// The headers that let pages of other sites read a file.
const SHARED: &str =
    "  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n";

/// The header that lets pages of other sites show the frame.
const FRAMED: &str = "  Cross-Origin-Embedder-Policy: require-corp\n";

/// Returns the rules for the files of a site; the names are paths from its root.
///
/// A file named after its content has a rule with its whole name. A pattern would also be for names that are missing, and
/// a browser would keep for a year that they are. In a site of many reports the last of these files get no rule, so that
/// browsers ask for them again.
pub fn text(names: &[String]) -> String {
    let mut text = String::from(
        "# Other files than those at the end get no Cache-Control here: browsers ask for them again by the default of the host.\n\
         /*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n\n\
         # Pages of other sites load these, also pages with Cross-Origin-Embedder-Policy: require-corp.\n",
    );
    text += &format!("/{ELEMENT}\n{SHARED}");
    let rules: BTreeSet<String> = names.iter().filter_map(|name| folder_rule(name)).collect();
    for rule in &rules {
        // A report may be named `data` too: its folder is not one of downloads.
        let matching = names.iter().filter(|name| is_for(rule, &format!("/{name}")));
        if matching.filter_map(|name| folder_rule(name)).all(|other| other == *rule) {
            let more = if rule.ends_with("/embed/*") { FRAMED } else { "" };
            text += &format!("{rule}\n{SHARED}{more}");
        }
    }
    text += "\n# Named after their content: another content has another name.\n";
    let count = text.lines().filter(|line| line.starts_with('/')).count();
    let mut hashed: Vec<&String> = names.iter().filter(|name| is_immutable(name)).collect();
    // What all reports share comes first.
    hashed.sort_by_key(|name| name.matches('/').count());
    for name in hashed.into_iter().take(MAX_RULES.saturating_sub(count)) {
        text += &format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text
}

/// Returns the rule for the folder of a file and all like it, if other sites load what is in it: `/:folder1/data/*` for
/// `ur/data/report.json`. Both hosts know `:name` for one folder and `*` for all that follows.
fn folder_rule(name: &str) -> Option<String> {
    let mut folders = name.split('/').rev().skip(1);
    let own = folders.next().filter(|own| ["data", "embed"].contains(own))?;
    let above: String = (1..=folders.count()).map(|number| format!("/:folder{number}")).collect();
    Some(format!("{above}/{own}/*"))
}

/// Returns whether a rule is for a path, both with a slash at their start.
pub fn is_for(rule: &str, path: &str) -> bool {
    let mut names = path.split('/');
    for part in rule.split('/') {
        match names.next() {
            Some(_) if part == "*" => return true,
            Some(name) if part == name || part.starts_with(':') && !name.is_empty() => {}
            _ => return false,
        }
    }
    names.next().is_none()
}

/// Returns whether a file never changes and is requested by its own name. Hosts send compressed copies, if they do, under
/// the name of the original.
fn is_immutable(name: &str) -> bool {
    is_hashed(name) && !name.ends_with(".br") && !name.ends_with(".gz")
}

/// Returns whether a file is named after its content: 16 hexadecimal digits after a hyphen.
fn is_hashed(name: &str) -> bool {
    let is_hash = |part: &str| {
        part.len() >= 16
            && part.bytes().take(16).all(|b| b.is_ascii_hexdigit())
            && !part.as_bytes().get(16).is_some_and(u8::is_ascii_alphanumeric)
    };
    name.split('-').skip(1).any(is_hash)
}

#[cfg(test)]
mod tests;
