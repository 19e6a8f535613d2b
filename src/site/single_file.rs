//! The page in one file: it opens from a disk, can be mailed, and works in a frame that has no origin.

use super::assets::data_url;
use super::page::Page;
use super::policy;

impl Page<'_> {
    /// Returns the page with everything inside: style sheet, icon, script, module and data.
    pub fn single_file(&self, data: &str) -> String {
        let assets = self.site.assets;
        let (css, script) = (&assets.css, &assets.single_script);
        let icon = data_url("image/svg+xml", assets.icon_svg.as_bytes());
        let policy = policy::single_file(css, script);
        let mut head = self.head(Some(&policy));
        if self.printed.is_framed {
            // The page itself is the one to find.
            head += "<meta name=\"robots\" content=\"noindex\">\n";
            if let Some(url) = &self.printed.url {
                head += &format!("<link rel=\"canonical\" href=\"{url}\">\n");
            }
        }
        head += &format!(
            "<link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n<style>{css}</style>\n"
        );
        let blocks = [
            data_block("report", "application/json", &data.replace('<', "\\u003c")),
            data_block("wasm", "text/plain", &assets.packed_wasm),
            format!("<script type=\"module\">{script}</script>\n"),
        ];
        self.document(&head, &self.content(), &blocks.concat())
    }
}

/// Returns a block of data, which no browser runs.
fn data_block(name: &str, kind: &str, content: &str) -> String {
    format!("<script type=\"{kind}\" id=\"atlas-{name}\">{content}</script>\n")
}
