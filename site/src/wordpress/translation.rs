//! Translations as translators write them (`.po`), and as WordPress reads them: compiled (`.mo`), and as JSON for scripts.

/// A text with its translation; the header has an empty text.
pub struct Entry {
    /// What tells it apart from the same text elsewhere, as a block's description.
    pub context: Option<String>,
    /// What the plugin says.
    pub text: String,
    /// The same in the other language.
    pub translation: String,
}

impl Entry {
    /// What it is found by.
    fn key(&self) -> String {
        match &self.context {
            Some(context) => format!("{context}\u{4}{}", self.text),
            None => self.text.clone(),
        }
    }
}

/// Reads the entries of a file: `msgctxt`, `msgid` and `msgstr`, each perhaps on several lines. Plurals are not read.
///
/// # Errors
/// With the line that it cannot make sense of.
pub fn read(text: &str) -> Result<Vec<Entry>, String> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let problem = || format!("expected msgctxt, msgid or msgstr with a text, found: {line}");
        let (name, quoted) = line.split_at(line.find('"').ok_or_else(problem)?);
        let value: String = serde_json::from_str(quoted).map_err(|_| problem())?;
        match (name.trim(), fields.last_mut()) {
            ("", Some((_, before))) => before.push_str(&value),
            (name @ ("msgctxt" | "msgid" | "msgstr"), _) => fields.push((name, value)),
            _ => return Err(problem()),
        }
    }
    let mut entries = Vec::new();
    let mut fields = fields.into_iter().peekable();
    while fields.peek().is_some() {
        let context = fields.next_if(|(name, _)| *name == "msgctxt").map(|(_, value)| value);
        match (fields.next(), fields.next()) {
            (Some(("msgid", text)), Some(("msgstr", translation))) => {
                entries.push(Entry { context, text, translation });
            }
            (Some((_, found)), _) => return Err(format!("expected a msgid and its msgstr at: {found}")),
            (None, _) => return Err("expected a msgid after the last msgctxt".to_owned()),
        }
    }
    Ok(entries)
}

/// As gettext's own `msgfmt` compiles them, without the table of hashes, which nobody needs.
pub fn compiled(entries: &[Entry]) -> Vec<u8> {
    const HEAD: usize = 28;
    let mut pairs: Vec<(String, &str)> =
        entries.iter().map(|entry| (entry.key(), &*entry.translation)).collect();
    pairs.sort();
    let tables = [
        pairs.iter().map(|(key, _)| &**key).collect::<Vec<_>>(),
        pairs.iter().map(|(_, translation)| *translation).collect(),
    ];
    let table = 8 * pairs.len();
    let mut texts = Vec::new();
    let mut places = Vec::new();
    for text in tables.into_iter().flatten() {
        places.extend([text.len(), HEAD + 2 * table + texts.len()]);
        texts.extend(text.bytes().chain([0]));
    }
    let head = [0x9504_12de, 0, pairs.len(), HEAD, HEAD + table, 0, HEAD + 2 * table];
    // A file of the plugin is far from what 32 bits can count.
    let numbers = head.into_iter().chain(places).map(|number| u32::try_from(number).unwrap_or(u32::MAX));
    numbers.flat_map(u32::to_le_bytes).chain(texts).collect()
}

/// As the scripts of WordPress's editor take them.
pub fn for_scripts(entries: &[Entry], domain: &str) -> String {
    let texts = entries.iter().filter(|entry| !entry.text.is_empty());
    let mut texts: serde_json::Map<_, _> =
        texts.map(|entry| (entry.key(), serde_json::json!([entry.translation]))).collect();
    let head =
        serde_json::json!({"domain": domain, "lang": "es", "plural-forms": "nplurals=2; plural=(n != 1);"});
    texts.insert(String::new(), head);
    serde_json::json!({"domain": domain, "locale_data": {domain: texts}}).to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::{compiled, for_scripts, read};

    const FILE: &str = "# A note.\nmsgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\nmsgctxt \"block keyword\"\nmsgid \"law\"\nmsgstr \"ley\"\n\nmsgid \"a \\\"card\\\"\"\nmsgstr \"un \\\"informe\\\"\"\n";

    #[test]
    fn a_file_is_read_and_compiled_as_msgfmt_does_it() {
        let entries = read(FILE).unwrap();
        let bytes = compiled(&entries);
        // `msgfmt --no-hash` gives these bytes.
        let expected: [&[u8]; 3] = [
            &[0xde, 0x12, 4, 0x95, 0, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 52, 0, 0, 0, 0, 0, 0, 0, 76, 0, 0, 0],
            &[
                0, 0, 0, 0, 76, 0, 0, 0, 8, 0, 0, 0, 77, 0, 0, 0, 17, 0, 0, 0, 86, 0, 0, 0, 13, 0, 0, 0, 104,
                0, 0, 0, 12, 0, 0, 0, 118, 0, 0, 0, 3, 0, 0, 0, 131, 0, 0, 0,
            ],
            b"\0a \"card\"\0block keyword\x04law\0Language: es\n\0un \"informe\"\0ley\0",
        ];
        assert_eq!(bytes, expected.concat());
    }

    #[test]
    fn scripts_get_the_texts_by_what_they_say() {
        let texts: serde_json::Value =
            serde_json::from_str(&for_scripts(&read(FILE).unwrap(), "lawgrade")).unwrap();
        let texts = &texts["locale_data"]["lawgrade"];
        assert_eq!(texts["a \"card\""][0], "un \"informe\"");
        assert_eq!(texts["block keyword\u{4}law"][0], "ley");
        assert_eq!(texts[""]["domain"], "lawgrade");
    }

    #[test]
    fn what_is_no_entry_is_told() {
        for wrong in [
            "msgid law",
            "msgid \"a\"",
            "msgctxt \"a\"",
            "\"a\"",
            "msgstr \"a\"\nmsgid \"b\"",
            "msgid_plural \"a\"",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
