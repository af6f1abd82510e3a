//! What fills an element of ours, and follows what it reads.
//!
//! Translators, extensions and scripts of hosts put nodes of their own in place of a page's texts. Leptos remembers
//! a text by its node, and would go on writing into one that nobody sees; so what changes here is remembered by
//! the element around it, which stays, and which it fills alone.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::element::Part;
use super::live::{Live, live};
use crate::browser::Focus;

/// The whole content of an element, made anew whenever what it reads has changed.
pub struct Filled(Live<Content>);

enum Content {
    /// A sentence, which a translator may replace: it is written again once it is another.
    Sentence(String),
    /// A figure, which nobody is to replace: it is written again also where it is not what stands there.
    Figure(String),
    /// Anything else.
    Part(Part),
}

/// A text that fills its element.
pub fn written(mut read: impl FnMut() -> String + Send + 'static) -> Filled {
    Filled(live(move || Content::Sentence(read())))
}

/// A figure that fills its element, which should have `translate="no"`.
pub fn figure(mut read: impl FnMut() -> String + Send + 'static) -> Filled {
    Filled(live(move || Content::Figure(read())))
}

/// Parts that fill their element, and are made anew whenever what they read has changed.
pub fn parts(mut make: impl FnMut() -> Part + Send + 'static) -> Filled {
    Filled(live(move || Content::Part(make())))
}

/// What stands in an element. The element is known once the page has it.
pub struct Inside {
    element: Option<Element>,
    stands: Stands,
}

enum Stands {
    Text(String),
    Part(AnyViewState),
}

impl Content {
    fn made(self) -> Stands {
        match self {
            Self::Sentence(text) | Self::Figure(text) => Stands::Text(text),
            Self::Part(part) => Stands::Part(part.build()),
        }
    }
}

impl Inside {
    fn follow(&mut self, content: Content) {
        let Some(element) = &self.element else {
            self.stands = content.made();
            return;
        };
        let same = match (&content, &self.stands) {
            (Content::Sentence(text), Stands::Text(before)) => text == before,
            (Content::Figure(text), _) => element.text_content().as_ref() == Some(text),
            _ => false,
        };
        if same {
            return;
        }
        let focus = Focus::within(element);
        // A text takes the place of all that stands there in one step: two would be announced as two.
        if matches!(content, Content::Part(_)) {
            element.set_text_content(None);
        }
        self.stands = content.made();
        self.stands.fill(element);
        if let Some(focus) = focus {
            focus.put_back();
        }
    }
}

impl Stands {
    fn fill(&mut self, element: &Element) {
        match self {
            Self::Text(text) => element.set_text_content(Some(text)),
            Self::Part(part) => part.mount(element, None),
        }
    }
}

impl Mountable for Inside {
    fn unmount(&mut self) {
        if let Some(element) = self.element.take() {
            element.set_text_content(None);
        }
    }

    fn mount(&mut self, parent: &Element, _: Option<&Node>) {
        self.stands.fill(parent);
        self.element = Some(parent.clone());
    }

    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}

impl Filled {
    /// What stands in the element, made by `begin` and then following what is read.
    fn followed(mut self, begin: Box<dyn FnOnce(Content) -> Inside>) -> RenderEffect<Inside> {
        let mut begin = Some(begin);
        RenderEffect::new(move |inside: Option<Inside>| {
            let content = (self.0)();
            match (inside, begin.take()) {
                (None, Some(begin)) => begin(content),
                (inside, _) => {
                    let mut inside = inside
                        .unwrap_or_else(|| Inside { element: None, stands: Stands::Text(String::new()) });
                    inside.follow(content);
                    inside
                }
            }
        })
    }
}

impl Render for Filled {
    type State = RenderEffect<Inside>;

    fn build(self) -> Self::State {
        self.followed(Box::new(|content| Inside { element: None, stands: content.made() }))
    }

    fn rebuild(self, state: &mut Self::State) {
        let element = state.with_value_mut(|inside| inside.element.take()).flatten();
        *state = self.build();
        if let Some(element) = element {
            element.set_text_content(None);
            state.mount(&element, None);
        }
    }
}

impl AddAnyAttr for Filled {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Filled {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        mut self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        match (self.0)() {
            Content::Sentence(text) | Content::Figure(text) => {
                text.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
            }
            Content::Part(part) => part.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs),
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        let (cursor, position) = (cursor.clone(), position.clone());
        self.followed(Box::new(move |content| {
            // What fills an element alone is looked for from there.
            let element = cursor.current().dyn_into().ok();
            let stands = match content {
                Content::Sentence(text) | Content::Figure(text) => {
                    text.as_str().hydrate::<FROM_SERVER>(&cursor, &position);
                    Stands::Text(text)
                }
                Content::Part(part) => Stands::Part(part.hydrate::<FROM_SERVER>(&cursor, &position)),
            };
            Inside { element, stands }
        }))
    }

    fn into_owned(self) -> Self {
        self
    }
}
