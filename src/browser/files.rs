//! Files: those that the visitor takes away, and those that the visitor brings.

use std::time::Duration;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Event, FilePropertyBag, HtmlAnchorElement,
    HtmlCanvasElement, HtmlImageElement, HtmlInputElement, Url,
};

use super::document;
use super::share::{self, Handed};

/// A file for the visitor.
pub struct File {
    /// Its name, with its ending.
    pub name: &'static str,
    /// Its kind, as `text/csv`.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}

/// A file that was made, and can be handed over in one way or another.
#[derive(Clone)]
pub struct Made {
    /// Its name, with its ending.
    pub name: &'static str,
    /// What is in it, where that is a text.
    pub text: Option<String>,
    file: web_sys::File,
}

impl Made {
    /// Makes a file.
    ///
    /// # Errors
    /// When the browser forbids it.
    pub fn of(file: &File) -> Result<Self, JsValue> {
        Self::named(file.name, &blob(&file.text, file.kind)?, Some(file.text.clone()))
    }

    fn named(name: &'static str, blob: &Blob, text: Option<String>) -> Result<Self, JsValue> {
        let options = FilePropertyBag::new();
        options.set_type(&blob.type_());
        let file = web_sys::File::new_with_blob_sequence_and_options(&Array::of1(blob), name, &options)?;
        Ok(Self { name, text, file })
    }

    /// Asks the browser to save it. Nobody says whether it does.
    ///
    /// # Errors
    /// When the browser forbids it.
    pub fn save(&self) -> Result<(), JsValue> {
        save_at(self.address()?, self.name)
    }

    /// An address under which the page can show it, until that is forgotten.
    ///
    /// # Errors
    /// When the browser forbids it.
    pub fn address(&self) -> Result<String, JsValue> {
        Url::create_object_url_with_blob(&self.file)
    }

    /// Whether the system's share sheet takes it.
    pub fn can_be_shared(&self) -> bool {
        share::takes(&self.file)
    }

    /// Offers it by the system's share sheet.
    pub async fn share(&self) -> Handed {
        share::share_file(&self.file).await
    }
}

/// Asks the browser to save bytes under a name. Nobody says whether it does.
///
/// # Errors
/// When the browser forbids it.
pub fn save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    save_at(Url::create_object_url_with_blob(&blob)?, name)
}

fn save_at(address: String, name: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = element("a")?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers fetch the file only after the click has returned.
    leptos::prelude::set_timeout(move || forget(&address), Duration::from_secs(60));
    Ok(())
}

/// Forgets an address of a file.
pub fn forget(address: &str) {
    let _ = Url::revoke_object_url(address);
}

/// Makes a PNG of this size, in pixels, of an SVG picture.
///
/// # Errors
/// When the browser cannot draw it.
pub async fn png(name: &'static str, svg: &str, width: u32, height: u32) -> Result<Made, JsValue> {
    let address = Url::create_object_url_with_blob(&blob(svg, "image/svg+xml")?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address)?;
    decoded?;
    let canvas: HtmlCanvasElement = element("canvas")?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    let drawn = Promise::new(&mut |resolve, _| {
        let resolve = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        let _ = canvas.to_blob(resolve.unchecked_ref());
    });
    let drawn: Blob = JsFuture::from(drawn).await?.dyn_into()?;
    Made::named(name, &drawn, None)
}

/// What is in the file that the visitor has chosen in a field, which is emptied so that the same file can
/// be chosen again. Nothing, when none was chosen.
///
/// # Errors
/// When the file cannot be read.
pub async fn chosen_bytes(event: Event) -> Result<Option<Vec<u8>>, JsValue> {
    let field: HtmlInputElement = event.target().ok_or(JsValue::NULL)?.dyn_into()?;
    let Some(file) = field.files().and_then(|files| files.get(0)) else { return Ok(None) };
    let bytes = JsFuture::from(file.array_buffer()).await;
    field.set_value("");
    Ok(Some(Uint8Array::new(&bytes?).to_vec()))
}

fn blob(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)
}

fn element<T: JsCast>(tag: &str) -> Result<T, JsValue> {
    Ok(document().ok_or(JsValue::NULL)?.create_element(tag)?.unchecked_into())
}
