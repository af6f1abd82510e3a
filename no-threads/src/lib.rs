//! Stands in for the crate `send_wrapper` in this workspace (`[patch.crates-io]` in Cargo.toml).
//!
//! Leptos keeps what belongs to a browser's thread in a `SendWrapper`, which remembers that thread and compares it at
//! every use. In a page there is one thread, and asking for it brings the standard library's threads and a second
//! allocator: 2.3 kB of the page in brotli. So nothing is asked there. On all other machines, where the page
//! is written and tests run, it is what it was: a value that only the thread that made it may touch.
#![allow(
    unsafe_code,
    reason = "a promise to the compiler that it cannot check; each place says what keeps it"
)]

use std::fmt;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
#[cfg(feature = "futures")]
use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// A value that only the thread that made it may touch.
pub struct SendWrapper<T> {
    value: ManuallyDrop<T>,
    home: Home,
}

/// The thread that made a value: the only one there is.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[derive(PartialEq)]
struct Home;

/// The thread that made a value.
#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
#[derive(PartialEq)]
struct Home(std::thread::ThreadId);

impl Home {
    #[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
    fn here() -> Self {
        Self
    }

    #[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
    fn here() -> Self {
        Self(std::thread::current().id())
    }
}

// SAFETY: whatever reaches the value asks first whether this is its thread, `drop` among it; a program for browsers
// that is compiled without atomics has no other.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Keeps a value for this thread.
    pub fn new(value: T) -> Self {
        Self { value: ManuallyDrop::new(value), home: Home::here() }
    }

    /// Whether this is the value's thread.
    pub fn valid(&self) -> bool {
        self.home == Home::here()
    }

    /// The value.
    ///
    /// # Panics
    /// On another thread than the value's.
    pub fn take(self) -> T {
        self.assert_valid();
        let mut this = ManuallyDrop::new(self);
        // SAFETY: `this` is not dropped, and is not used again.
        unsafe { ManuallyDrop::take(&mut this.value) }
    }

    fn assert_valid(&self) {
        assert!(self.valid(), "a value is used on another thread than its own");
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.assert_valid();
        &self.value
    }
}

impl<T> DerefMut for SendWrapper<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.assert_valid();
        &mut self.value
    }
}

impl<T> Drop for SendWrapper<T> {
    fn drop(&mut self) {
        if std::mem::needs_drop::<T>() {
            // Where a thread is ending already, the value is left alone: a second panic would end the program.
            if !self.valid() && std::thread::panicking() {
                return;
            }
            self.assert_valid();
            // SAFETY: nothing can use the value after this.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SendWrapper").field(&**self).finish()
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    fn clone(&self) -> Self {
        Self::new((**self).clone())
    }
}

#[cfg(feature = "futures")]
impl<F: Future> Future for SendWrapper<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        self.inner().poll(context)
    }
}

#[cfg(feature = "futures")]
impl<S: futures_core::Stream> futures_core::Stream for SendWrapper<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        self.inner().poll_next(context)
    }
}

#[cfg(feature = "futures")]
impl<T> SendWrapper<T> {
    fn inner(self: Pin<&mut Self>) -> Pin<&mut T> {
        // SAFETY: the value stays where the wrapper is, which is pinned; nothing moves it out of a pinned one.
        unsafe { self.map_unchecked_mut(|wrapper| &mut **wrapper) }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;
    use std::thread;

    use super::SendWrapper;

    #[test]
    fn a_value_is_used_on_its_own_thread_and_on_no_other() {
        let mut wrapped = SendWrapper::new(Rc::new(7));
        assert!(wrapped.valid());
        *wrapped = Rc::new(8);
        assert_eq!(**wrapped, 8);
        assert_eq!(*wrapped.clone().take(), 8);
        thread::scope(|scope| {
            let elsewhere = scope.spawn(|| (wrapped.valid(), **wrapped));
            assert!(elsewhere.join().is_err());
        });
        assert!(thread::spawn(move || drop(wrapped)).join().is_err());
    }

    #[test]
    fn what_needs_no_drop_may_end_anywhere_and_what_does_is_dropped_once() {
        let number = SendWrapper::new(7);
        assert!(thread::spawn(move || drop(number)).join().is_ok());
        let value = Rc::new(7);
        drop(SendWrapper::new(value.clone()));
        assert_eq!(*SendWrapper::new(value.clone()).take(), 7);
        assert_eq!(Rc::strong_count(&value), 1);
    }
}
