//! What is around the page, and may forbid it things without a word.

use wasm_bindgen::JsValue;
use web_sys::window;

/// How far what surrounds the page lets a visitor take things out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surroundings {
    /// The browser itself: as far as can be seen, it forbids nothing.
    Browser,
    /// A frame in somebody else's page.
    Frame,
    /// A frame whose host has made it a stranger to everything, or an app that shows pages in a window of its own:
    /// there, a download often does nothing, and nobody says so.
    Doubtful,
    /// A frame whose host is known to forbid downloads.
    Forbidding,
}

/// What is around this page.
pub fn surroundings() -> Surroundings {
    let Some(window) = window() else { return Surroundings::Browser };
    let framed = window
        .parent()
        .ok()
        .flatten()
        .is_some_and(|parent| JsValue::from(parent) != JsValue::from(window.clone()));
    // The element of a frame can be seen by pages of the same origin only.
    let sandbox = window.frame_element().ok().flatten().and_then(|frame| frame.get_attribute("sandbox"));
    if sandbox.is_some_and(|allowed| !allowed.split_whitespace().any(|word| word == "allow-downloads")) {
        return Surroundings::Forbidding;
    }
    let stranger = framed && window.origin() == "null";
    match window.navigator().user_agent() {
        Ok(agent) if stranger || is_app(&agent) => Surroundings::Doubtful,
        _ if framed => Surroundings::Frame,
        _ => Surroundings::Browser,
    }
}

/// Whether a browser is the window of an app that is there for something else.
fn is_app(agent: &str) -> bool {
    // Facebook and its messenger, Instagram, Threads, Line, WeChat, TikTok, X, Snapchat, Pinterest, LinkedIn, the
    // search app of Google, and the windows that Android gives to apps.
    const APPS: [&str; 17] = [
        "FBAN",
        "FBAV",
        "FB_IAB",
        "Instagram",
        "Barcelona",
        " Line/",
        "MicroMessenger",
        "musical_ly",
        "BytedanceWebview",
        "TikTok",
        "Twitter",
        "Snapchat",
        "Pinterest/",
        "LinkedInApp",
        "GSA/",
        "KAKAOTALK",
        "; wv)",
    ];
    // On an iPhone or iPad, every browser that is one names Safari.
    let is_apple_window = (agent.contains("iPhone") || agent.contains("iPad")) && !agent.contains("Safari/");
    is_apple_window || APPS.iter().any(|name| agent.contains(name))
}
