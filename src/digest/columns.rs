//! The digest as a file: a list of lists of texts, each with its name before it, and nothing else: so little is needed to
//! read it.

use super::{Digest, Facet, Part, State, lists};
use crate::locale::Words;

/// The lists of the file; each begins with its name.
pub type Columns = Vec<Vec<String>>;

impl Digest {
    /// Reads a digest; where the text is not one, says what does not fit and where.
    pub fn read(text: &str) -> Result<Self, String> {
        let columns = lists::read(text).map_err(|at| {
            let before = text.get(..at).unwrap_or_default();
            let line = before.rsplit('\n').next().unwrap_or_default();
            let (line, column) = (before.matches('\n').count() + 1, line.chars().count() + 1);
            let (line, column) = (line.to_string(), column.to_string());
            ["$: is not a list of lists of texts from line ", &line, ", column ", &column, " on"]
                .concat()
        })?;
        Reader { columns }.digest()
    }

    /// The file that [`Self::read`] reads.
    pub fn columns(&self) -> Columns {
        let mut columns = Columns::new();
        let mut put = |name: &str, mut list: Vec<String>| {
            list.insert(0, name.to_owned());
            columns.push(list);
        };
        put("dir", vec![self.words.dir.clone()]);
        put("words", self.words.texts.clone());
        let states = self.states.iter().flat_map(|state| {
            [&state.code, &state.name, &state.tier, &state.line].map(String::clone)
        });
        put("states", states.collect());
        put("areas", self.areas.clone());
        let filed = self.filed.iter();
        put("filed", filed.flat_map(|(filed, count)| [filed.clone(), count.to_string()]).collect());
        put("ids", self.ids.clone());
        put("texts", self.texts.clone());
        put("anchors", self.anchors.clone());
        put("reached", self.reached.clone());
        let facets = Part::ALL.iter().zip(&self.facets);
        for (part, facet) in facets.filter(|(_, facet)| !facet.values.is_empty()) {
            let of: Vec<String> = facet.of.iter().map(ToString::to_string).collect();
            put(part.word(), facet.values.clone());
            put(&format!("{}.of", part.word()), vec![facet.stated.to_string(), of.join(" ")]);
        }
        columns
    }
}

struct Reader {
    columns: Columns,
}

impl Reader {
    fn digest(&mut self) -> Result<Digest, String> {
        let ids = self.list("ids", None)?;
        let facts = Some(ids.len());
        let mut facets = Vec::with_capacity(Part::ALL.len());
        for part in Part::ALL {
            facets.push(self.facet(*part, ids.len())?);
        }
        let reaches = facets.get(Part::Reach as usize).map(|facet| facet.values.len());
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let states = self.list("states", None)?;
        let states = states.chunks(4).map(|state| State {
            code: text(state.first()),
            name: text(state.get(1)),
            tier: text(state.get(2)),
            line: text(state.get(3)),
        });
        let filed = self.list("filed", None)?;
        let filed = filed.chunks(2).map(|each| (text(each.first()), number(&text(each.get(1)))));
        Ok(Digest {
            words: Words {
                dir: self.list("dir", Some(1))?.concat(),
                texts: self.list("words", None)?,
            },
            states: states.collect(),
            areas: self.list("areas", None)?,
            filed: filed.collect(),
            texts: self.list("texts", facts)?,
            anchors: self.list("anchors", facts)?,
            reached: self.list("reached", reaches)?,
            facets,
            ids,
        })
    }

    /// The place of the list with a name.
    fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|list| list.first().is_some_and(|first| first == name))
    }

    /// A list, which must have so many entries where that is known.
    fn list(&mut self, name: &str, wanted: Option<usize>) -> Result<Vec<String>, String> {
        let place = self.place(name);
        let mut list = place.map(|place| self.columns.swap_remove(place)).unwrap_or_default();
        if place.is_some() {
            list.remove(0);
        }
        let wanted = wanted.unwrap_or(list.len()).max(1);
        if list.len() == wanted {
            return Ok(list);
        }
        let (found, wanted) = (list.len().to_string(), wanted.to_string());
        Err(["$.", name, ": has ", &found, " entries instead of ", &wanted].concat())
    }

    fn facet(&mut self, part: Part, facts: usize) -> Result<Facet, String> {
        let word = part.word();
        if part.is_of_rows() && self.place(word).is_none() {
            return Ok(Facet::default());
        }
        let values = self.list(word, None)?;
        let name = [word, ".of"].concat();
        let of = self.list(&name, Some(2))?;
        let stated = of.first().map_or(0, |text| number(text));
        let of: Vec<usize> = of.iter().skip(1).flat_map(|of| of.split(' ')).map(number).collect();
        if of.len() != facts || of.iter().any(|place| *place >= values.len()) {
            return Err(
                ["$.", &name, ": must have for each fact the place of one of the values"].concat()
            );
        }
        Ok(Facet { values, stated, of })
    }
}

/// A number in digits; what is none is too large for any list.
pub fn number(text: &str) -> usize {
    text.parse().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas;

    fn written() -> String {
        serde_json::to_string(&atlas::bundled().digest.columns()).unwrap()
    }

    #[test]
    fn what_was_written_is_what_is_read() {
        assert_eq!(Digest::read(&written()), Ok(atlas::bundled().digest));
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        let check = |from: &str, to: &str, wanted: &str| {
            let bad = written().replacen(from, to, 1);
            assert_ne!(bad, written(), "{from} is not there");
            let told = Digest::read(&bad).unwrap_err();
            assert!(told.contains(wanted), "{told}");
        };
        check("[[", "<!doctype html>", "line 1, column 1 on");
        check("\"ids\"", "7", "from line 1, column");
        check("[\"ids\"", "[\"other\"", "$.ids: has 0 entries instead of 1");
        check("\"reached\",", "\"reached\",\"MYS\",", "$.reached: has 6 entries instead of 5");
        check("\"date.of\",", "\"date.of\",\"1\",", "$.date.of: has 3 entries");
        let places = "must have for each fact the place of one of the values";
        check("\"commitment\",", "", places);
        check("\"kind.of\",\"7\",\"", "\"kind.of\",\"7\",\"99 ", places);
        check("\"area.of\",\"4\",\"4", "\"area.of\",\"4\",\"x", places);
    }
}
