//! The languages of the page, each fetched once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use partnership_atlas::i18n::LocaleFile;
use studio::browser::fetch;

/// The languages that have been fetched.
pub struct Locales {
    english: Rc<LocaleFile>,
    others: RefCell<BTreeMap<String, Rc<LocaleFile>>>,
}

impl Locales {
    /// Fetches English, which stands in for missing messages; nothing where it does not arrive.
    pub async fn load() -> Option<Self> {
        let english = fetch::json("locales/en.json").await?;
        Some(Self { english: Rc::new(english), others: RefCell::default() })
    }

    /// Returns English.
    pub fn english(&self) -> &LocaleFile {
        &self.english
    }

    /// Returns a language, or English where the page does not speak it.
    pub async fn get(&self, lang: &str) -> Rc<LocaleFile> {
        if lang == self.english.lang {
            return self.english.clone();
        }
        let known = self.others.borrow().get(lang).cloned();
        if let Some(locale) = known {
            return locale;
        }
        let fetched = fetch::json::<LocaleFile>(&format!("locales/{lang}.json")).await;
        let locale = fetched.map_or_else(|| self.english.clone(), Rc::new);
        self.others.borrow_mut().insert(lang.to_owned(), locale.clone());
        locale
    }
}
