//! What is found in a file that anybody may have written.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};

/// A value of a file whose shape is not known: read first, judged later, so that one bad entry costs
/// only itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A list.
    List(Vec<Found>),
    /// Fields with their names, as they stand.
    Fields(Vec<(String, Found)>),
    /// Anything else, and whatever lies deeper than any file of ours.
    Other,
}

/// A file holds an object with a list of objects: nothing deeper is looked at, however deep it goes.
const DEPTH: u8 = 4;

impl Found {
    /// The field of this name; the last, when there are several.
    pub(super) fn field(&self, name: &str) -> Option<&Found> {
        let Found::Fields(fields) = self else { return None };
        fields.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl<'de> Deserialize<'de> for Found {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(DEPTH).deserialize(deserializer)
    }
}

/// How many levels may still follow.
#[derive(Clone, Copy)]
struct Level(u8);

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        match self.0 {
            0 => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| Found::Other),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Found, E> {
        Ok(Found::Text(text.to_owned()))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Found, E> {
        Ok(Found::Number(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Found, E> {
        Ok(i64::try_from(number).map_or(Found::Other, Found::Number))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Found, E> {
        Ok(Found::Other)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Found, E> {
        Ok(Found::Other)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Found, E> {
        Ok(Found::Other)
    }

    fn visit_none<E: de::Error>(self) -> Result<Found, E> {
        Ok(Found::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Found, A::Error> {
        let mut found = Vec::new();
        while let Some(value) = list.next_element_seed(Level(self.0 - 1))? {
            found.push(value);
        }
        Ok(Found::List(found))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Found, A::Error> {
        let mut found = Vec::new();
        while let Some(name) = fields.next_key::<String>()? {
            found.push((name, fields.next_value_seed(Level(self.0 - 1))?));
        }
        Ok(Found::Fields(found))
    }
}
