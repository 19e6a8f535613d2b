//! The page, complete before any script runs: trunk's last step.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use partnership_atlas::atlas::Atlas;
use partnership_atlas::locale::Message;
use partnership_atlas::scene::sheet;
use partnership_atlas::view::static_html;
use serde_json::Value;

use crate::command::root;
use crate::languages::{self, ENGLISH, Language, switch};
use crate::{glue, hosting, named, single};

/// The dataset, from the root of the repository.
pub const DATASET: &str = "assets/data/pakistan-asean-2023.json";

/// Names another dataset to build the page of.
pub const OTHER_DATASET: &str = "ATLAS_DATASET";

/// Its JSON Schema.
pub const SCHEMA: &str = "assets/data/pakistan-asean-2023.schema.json";

/// The words of the page.
pub const LOCALE: &str = "assets/locales/en.json";

/// The shapes of the map.
pub const OUTLINES: &str = "assets/map/outlines.svg";

/// Completes the `index.html` that trunk has staged: a page for each language, and the files beside it that it names.
pub fn run() -> Result<()> {
    let staged = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = staged
        .context("TRUNK_STAGING_DIR is not set; trunk runs this, `cargo xtask build` runs trunk")?;
    let index = folder.join("index.html");
    let template = fs::read_to_string(&index)
        .with_context(|| format!("{} cannot be read", index.display()))?;
    let staged = |name| Ok::<_, anyhow::Error>(folder.join(take_meta(&template, name)?.1));
    let (glue, wasm) = (staged("atlas-glue")?, staged("atlas-wasm")?);
    glue::shorten(&glue, &wasm)?;
    // Trunk has named them after what they were before.
    let template = named::anew(&named::anew(&template, &glue)?, &wasm)?;
    let english = languages::read(ENGLISH)?;
    // Nobody has translated the texts of another dataset.
    let languages = if is_bundled() { languages::all()? } else { vec![english.clone()] };
    let job = Job { template: &template, english: &english, languages: &languages };
    for language in &languages {
        job.write(&folder.join(&language.lang), "../", "page/", language)?;
    }
    // Whoever names no language gets English, and is offered their own.
    let single = job.write(&folder, "./", "en/page/", &english)?;
    fs::write(folder.join(single::NAME), &single)?;
    hosting::run(&folder, &languages)
}

/// The dataset to build the page of: that of the repository, unless the environment names another.
pub fn dataset_path() -> PathBuf {
    std::env::var_os(OTHER_DATASET).map_or_else(|| root().join(DATASET), PathBuf::from)
}

fn is_bundled() -> bool {
    std::env::var_os(OTHER_DATASET).is_none()
}

/// What all pages are made of.
struct Job<'a> {
    template: &'a str,
    english: &'a Language,
    languages: &'a [Language],
}

impl Job<'_> {
    /// Writes the page of a language into a folder, from which `home` leads to the root and `pages` to the folders of the
    /// pages of the table; gives back its single file.
    fn write(
        &self,
        folder: &Path,
        home: &'static str,
        pages: &str,
        language: &Language,
    ) -> Result<String> {
        let embed = folder.join("embed");
        fs::create_dir_all(&embed)?;
        let (dataset, words) = (language.dataset()?, language.words(self.english));
        let atlas = Atlas::parse(&dataset.to_string(), &words.to_string()).map_err(|problems| {
            anyhow!(
                "the dataset or the locale {} is not as it should be:\n{problems}",
                language.lang
            )
        })?;
        downloads(folder, &dataset, language.lang == ENGLISH)?;
        let atlas = Arc::new(atlas);
        let stem = Path::new(DATASET).file_stem().and_then(|stem| stem.to_str());
        let facts = serde_json::to_string(&atlas.digest.columns())?;
        let facts = named::publish(folder, stem.unwrap_or_default(), &facts)?;
        let mut page = self.page(folder, home, &facts, atlas.clone());
        let files = page.complete(0, pages)?;
        let tags: Vec<&str> = self.languages.iter().map(|each| each.lang.as_str()).collect();
        page.say_where(&tags)?;
        let beyond = match home {
            "./" => "../",
            _ => "../../",
        };
        let single = single::page(&page.html, folder, &files, beyond)?;
        page.offer_languages(language, self.languages)?;
        hosting::answer_oembed(folder, &page.atlas)?;
        fs::write(folder.join("index.html"), &page.html)?;
        let count = sheet::pages(atlas.digest.ids.len());
        let framed = single.replace(&format!("=\"{pages}"), &format!("=\"../{pages}"));
        fs::write(embed.join("index.html"), framed)?;
        // The root has its language's pages.
        for number in (1..=count).filter(|_| count > 1 && home != "./") {
            let folder = folder.join("page").join(number.to_string());
            fs::create_dir_all(&folder)?;
            let facts = ["../../", &facts].concat();
            let mut page = self.page(&folder, "../../../", &facts, atlas.clone());
            page.complete(number - 1, "../")?;
            page.say_where(&tags)?;
            page.offer_languages(language, self.languages)?;
            fs::write(folder.join("index.html"), &page.html)?;
        }
        Ok(single)
    }

    fn page(&self, folder: &Path, home: &'static str, facts: &str, atlas: Arc<Atlas>) -> Page {
        let html = self.template.replace("=./", &format!("={home}"));
        let html = html.replace("=\"./", &format!("=\"{home}"));
        Page { html, folder: folder.to_owned(), home, facts: facts.to_owned(), atlas }
    }
}

/// The atlas of the repository; where a file is bad, all that is wrong with it.
pub fn atlas() -> Result<Atlas> {
    let read = |name| {
        fs::read_to_string(root().join(name)).with_context(|| format!("{name} cannot be read"))
    };
    Atlas::parse(&read(DATASET)?, &read(LOCALE)?).map_err(|problems| {
        anyhow!("the dataset or the locale is not as it should be:\n{problems}")
    })
}

/// The names of the files beside the page, as it refers to them.
pub struct Files {
    /// The module's glue.
    pub glue: String,
    /// The module.
    pub wasm: String,
    /// What of the facts and the words travels to the live page.
    pub facts: String,
}

/// Puts the dataset in the page's language and its schema below `data/`, for whoever wants to keep them; in English
/// the very file of the repository.
fn downloads(folder: &Path, dataset: &Value, is_english: bool) -> Result<()> {
    let data = folder.join("data");
    fs::create_dir_all(&data)?;
    for name in [DATASET, SCHEMA] {
        let file = Path::new(name).file_name().context("a file has a name")?;
        if name == DATASET && !is_english {
            fs::write(data.join(file), serde_json::to_string_pretty(dataset)? + "\n")?;
        } else {
            let from = if name == DATASET { dataset_path() } else { root().join(name) };
            fs::copy(from, data.join(file)).with_context(|| format!("{name} cannot be copied"))?;
        }
    }
    Ok(())
}

/// The page on its way from trunk's template to what a host serves.
struct Page {
    html: String,
    folder: PathBuf,
    /// What leads from the folder to the root.
    home: &'static str,
    /// What leads from the folder to the facts.
    facts: String,
    atlas: Arc<Atlas>,
}

impl Page {
    /// Puts in the names of the files with their integrity, title and description, outlines and view, with a page of the
    /// table, counted from 0.
    fn complete(&mut self, page: usize, pages: &str) -> Result<Files> {
        let locale = &self.atlas.locale;
        let (lang, dir) = (locale.lang.clone(), locale.words.dir.clone());
        let files = Files {
            glue: self.take_meta("atlas-glue")?,
            wasm: self.take_meta("atlas-wasm")?,
            facts: self.facts.clone(),
        };
        let named = [("glue", &files.glue), ("wasm", &files.wasm), ("facts", &files.facts)];
        let mut attributes = String::new();
        for (name, file) in named {
            let integrity = named::integrity(&self.folder.join(file))?;
            attributes += &format!(" data-{name}=\"{file}\" data-{name}-integrity=\"{integrity}\"");
        }
        let [before, root_tag, after] = part(&self.html, "data-app", "html")?;
        let kept = root_tag.trim_matches(['<', '>']).split(' ').filter(|word| {
            *word != "html" && !word.starts_with("lang=") && !word.starts_with("dir=")
        });
        let kept = kept.collect::<Vec<_>>().join(" ");
        let root_tag = format!("<html lang=\"{lang}\" dir=\"{dir}\" {kept}{attributes}>");
        self.html = [before, &root_tag, after].concat();
        let head = head(&self.atlas) + &hosting::links(&self.atlas)?;
        self.replace("atlas-head", "meta", &head)?;
        let outlines = fs::read_to_string(root().join(OUTLINES))
            .with_context(|| format!("{OUTLINES} cannot be read"))?;
        let view = without_comments(&static_html(self.atlas.clone(), page, pages));
        self.replace("atlas-page", "template", &[outlines.trim(), &view].concat())?;
        self.html = self.html.replacen("</template>", "", 1);
        Ok(files)
    }

    /// Notes on the root element where the page stands among those of the other languages; boot.js reads it.
    fn say_where(&mut self, tags: &[&str]) -> Result<()> {
        let [before, root_tag, after] = part(&self.html, "data-app", "html")?;
        let attributes =
            format!(" data-home=\"{}\" data-languages=\"{}\">", self.home, tags.join(" "));
        self.html = [before, root_tag.trim_end_matches('>'), &attributes, after].concat();
        Ok(())
    }

    /// Puts in the list of the languages, and the links of the head that tell search engines of them.
    fn offer_languages(&mut self, current: &Language, languages: &[Language]) -> Result<()> {
        let base = hosting::url()?.unwrap_or_else(|| self.home.to_owned());
        let alternates = switch::alternates(&base, languages);
        self.html = self.html.replacen("</title>", &["</title>", &alternates].concat(), 1);
        let label = self.atlas.locale.say(Message::LanguageLabel);
        let switch = switch::html(self.home, label, current, languages);
        let head = "<header class=\"masthead\">";
        if self.html.matches(head).count() != 1 {
            bail!("the page must have {head} once, where the languages are put");
        }
        self.html = self.html.replacen(head, &[head, &switch].concat(), 1);
        Ok(())
    }

    fn replace(&mut self, name: &str, tag: &str, by: &str) -> Result<()> {
        let [before, _, after] = part(&self.html, name, tag)?;
        self.html = [before, by, after].concat();
        Ok(())
    }

    fn take_meta(&mut self, name: &str) -> Result<String> {
        let (html, content) = take_meta(&self.html, name)?;
        self.html = html;
        Ok([self.home, content.as_str()].concat().trim_start_matches("./").to_owned())
    }
}

/// The title and the description, in the words of the locale.
fn head(atlas: &Atlas) -> String {
    let title = escape(atlas.locale.say(Message::PageTitle));
    let description = escape(atlas.locale.say(Message::PageDescription));
    format!("<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">")
}

/// A text as the value of an attribute or the content of an element.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A tag of the page, and what stands before and after it.
///
/// Trunk's minifier may have put the tag's attributes in another order and left out their quotes.
pub fn part<'a>(page: &'a str, name: &str, tag: &str) -> Result<[&'a str; 3]> {
    let opening = format!("<{tag} ");
    let found: Vec<_> = page
        .match_indices(&opening)
        .filter_map(|(start, _)| {
            let (before, rest) = page.split_at_checked(start)?;
            let (tag, after) = rest.split_at_checked(rest.find('>')? + 1)?;
            tag.contains(name).then_some([before, tag, after])
        })
        .collect();
    match found.as_slice() {
        [only] => Ok(*only),
        _ => {
            bail!("the page must have a <{tag}> with {name} exactly once, but has {}", found.len())
        }
    }
}

/// Takes a `<meta name content>` out of the page; gives back the page and the content.
fn take_meta(page: &str, name: &str) -> Result<(String, String)> {
    let [before, tag, after] = part(page, name, "meta")?;
    let content = tag.split_once("content=").with_context(|| format!("{name} has no content"))?.1;
    let content = content.trim_start_matches('"').split(['"', ' ', '>']).next();
    Ok(([before, after].concat(), content.unwrap_or_default().to_owned()))
}

/// The marks that Leptos leaves between texts for hydration, which this page does not do.
fn without_comments(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_trunk_wrote_is_taken_out_of_the_page() {
        for tag in [
            "<meta name=\"atlas-glue\" content=\"./a-1.js\">",
            "<meta content=./a-1.js name=atlas-glue>",
        ] {
            let page = ["<head><meta charset=utf-8>", tag, "</head>"].concat();
            let (page, glue) = take_meta(&page, "atlas-glue").unwrap();
            assert_eq!(
                (page.as_str(), glue.as_str()),
                ("<head><meta charset=utf-8></head>", "./a-1.js")
            );
            assert!(take_meta(&page, "atlas-glue").is_err());
        }
    }

    #[test]
    fn a_part_must_stand_once() {
        let page = "<template id=x></template>";
        assert_eq!(part(page, "x", "template").unwrap(), ["", "<template id=x>", "</template>"]);
        assert!(part("<p>", "x", "template").is_err());
        assert!(part(&page.repeat(2), "x", "template").is_err());
    }
}
