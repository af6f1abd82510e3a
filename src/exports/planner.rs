//! The planner, as a program of the page exports it.

use js_sys::Function;
use scoring::plans;
use wasm_bindgen::prelude::*;

/// The solution of a problem, both as the bytes of [`plans::solve`]; `go_on` is asked now and then.
///
/// # Errors
/// A JavaScript `Error` when the bytes are no problem of this version.
#[wasm_bindgen]
pub fn solve(problem: &[u8], go_on: Option<Function>) -> Result<Vec<u8>, JsError> {
    let mut goes_on = || match &go_on {
        None => true,
        Some(go_on) => go_on.call0(&JsValue::NULL).is_ok_and(|answer| answer.is_truthy()),
    };
    Ok(plans::solve(problem, &mut goes_on)?)
}
