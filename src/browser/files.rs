//! Files: those that the visitor takes away, and those that the visitor brings.

use std::time::Duration;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Event, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, HtmlInputElement, Url,
};

use super::document;

/// A file for the visitor.
pub struct File {
    /// Its name, with its ending.
    pub name: &'static str,
    /// Its kind, as `text/csv`.
    pub kind: &'static str,
    /// What is in it.
    pub text: String,
}

/// Hands a file to the visitor, as a download.
///
/// # Errors
/// When the browser forbids it.
pub fn download(file: &File) -> Result<(), JsValue> {
    download_blob(file.name, &blob(&file.text, file.kind)?)
}

/// Hands an SVG picture to the visitor as a PNG of this size, in pixels.
///
/// # Errors
/// When the browser cannot draw it.
pub async fn download_png(name: &str, svg: &str, width: u32, height: u32) -> Result<(), JsValue> {
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
    download_blob(name, &drawn)
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

fn download_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = element("a")?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Some browsers fetch the file only after the click has returned.
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&address)), Duration::from_secs(60));
    Ok(())
}

fn element<T: JsCast>(tag: &str) -> Result<T, JsValue> {
    Ok(document().ok_or(JsValue::NULL)?.create_element(tag)?.unchecked_into())
}
