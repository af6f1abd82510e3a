//! Stands in for the crate `wasm-streams` in this workspace (`[patch.crates-io]` in Cargo.toml).
//!
//! Leptos always brings its server functions, and they bring `wasm-streams`. That crate exports
//! classes to JavaScript, and what is exported stays in a program whether or not anything uses it:
//! here 5.3 kB of the page in brotli. This calculator has no server, so it never streams; the few
//! functions that must exist for Leptos to compile are here, and every stream ends with an error.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;
pub use web_sys as sys;

/// A stream that the browser reads from.
#[derive(Debug)]
pub struct ReadableStream {
    raw: web_sys::ReadableStream,
}

/// What a [`ReadableStream`] yields: one error, then nothing.
#[derive(Debug, Default)]
pub struct IntoStream {
    ended: bool,
}

impl ReadableStream {
    /// A browser's stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self { raw }
    }

    /// A stream for the browser; nothing of `_stream` arrives there.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self { raw: JsValue::UNDEFINED.into() }
    }

    /// The browser's stream.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.raw
    }

    /// The stream for Rust.
    pub fn into_stream(self) -> IntoStream {
        IntoStream::default()
    }
}

impl Stream for IntoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::replace(&mut self.ended, true) {
            return Poll::Ready(None);
        }
        Poll::Ready(Some(Err(JsValue::from_str("streams are left out of this program"))))
    }
}
