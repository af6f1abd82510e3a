//! The program that reads what an author brings. See [`lawgrade::reader`].

use lawgrade::reader;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    std::panic::set_hook(Box::new(lawgrade::report_panic));
}

/// The page that shows what is read.
#[wasm_bindgen]
pub struct Reader(reader::Page);

#[wasm_bindgen]
impl Reader {
    /// A page in a language, with all its texts; `world` is the address of the shapes of countries.
    ///
    /// # Errors
    /// A JavaScript `Error` when the texts are damaged.
    #[wasm_bindgen(constructor)]
    pub fn new(language: &str, locale: &str, texts: &str, world: Option<String>) -> Result<Reader, JsError> {
        reader::Page::new(language, locale, texts, world).map(Reader)
    }

    /// Reads a file of any kind that authors bring: what was found, and what a page shows of it in this year or, where it has
    /// no such year, in its last one, as JSON.
    ///
    /// # Errors
    /// A JavaScript `Error`, only when what was read cannot be handed over.
    pub fn read(&self, name: &str, bytes: &[u8], year: Option<u16>) -> Result<String, JsError> {
        self.0.read(name, bytes, year)
    }

    /// The same for other programs: everything that was found, and the card file, as JSON.
    ///
    /// # Errors
    /// A JavaScript `Error`, only when what was read cannot be handed over.
    pub fn diagnose(&self, name: &str, bytes: &[u8]) -> Result<String, JsError> {
        self.0.diagnose(name, bytes)
    }
}

/// Whether this program has stopped: nothing that it keeps in its memory can be trusted any more.
#[wasm_bindgen]
pub fn stopped() -> bool {
    lawgrade::stopped()
}
