//! A list as the browser draws it: elements stay, with their focus, while the list changes around them.
//!
//! Leptos's `For` takes elements out and puts them back when others come between them, which loses the
//! focus; and it makes all that are new at once, however many they are.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::Mountable;
use rustc_hash::FxHashMap;

use super::Item;
use crate::browser::{dom, fragment};
use crate::view::element::{self, drawn_by_the_browser, part};

/// So many elements are made, or done away with, before the reader sees what came of it; the others
/// follow. That is a screen of cards, each of which takes up to half a millisecond.
const AT_ONCE: usize = 8;

/// A list of elements, each of which is made when its key turns up and stays until it goes.
pub fn list(items: impl Fn() -> Vec<Item> + Send + 'static) -> AnyView {
    // What an element reads ends with the element, not with this run of the list.
    let owner = Owner::current().unwrap_or_default();
    let next = RwSignal::new(());
    let goes_on = Arc::new(AtomicBool::new(false));
    part(move || {
        next.track();
        List { items: items(), owner: owner.clone(), next, goes_on: Arc::clone(&goes_on) }.into_any()
    })
}

struct List {
    items: Vec<Item>,
    owner: Owner,
    /// Asks for the next run.
    next: RwSignal<()>,
    /// Whether that is going to happen.
    goes_on: Arc<AtomicBool>,
}

/// An element of a list that is on the page.
struct Member {
    key: String,
    state: element::State,
    owner: Owner,
}

/// A list that is on the page.
pub struct State {
    members: Vec<Member>,
    /// Stands behind the last one.
    end: types::Placeholder,
    /// Out of the page, but not yet done away with.
    gone: Vec<Member>,
}

impl List {
    fn make(&self, item: Item) -> Member {
        let owner = self.owner.with(Owner::new);
        let state = owner.with(|| untrack(|| (item.make)().build()));
        Member { key: item.key, state, owner }
    }
}

impl Render for List {
    type State = State;

    fn build(self) -> State {
        let mut state = State { members: Vec::new(), end: Rndr::create_placeholder(), gone: Vec::new() };
        self.rebuild(&mut state);
        state
    }

    /// What stays is not touched, unless it stands before what it stood behind.
    fn rebuild(mut self, state: &mut State) {
        let parent = state.end.parent_element();
        let known = std::mem::take(&mut state.members).into_iter().enumerate();
        let mut known: FxHashMap<String, (usize, Member)> =
            known.map(|(at, member)| (member.key.clone(), (at, member))).collect();
        let mut made = 0;
        let mut was_at = Vec::new();
        for item in std::mem::take(&mut self.items) {
            let (at, member) = match known.remove(&item.key) {
                Some((at, member)) => (Some(at), member),
                None if made >= AT_ONCE && fragment::next().is_none() => continue,
                None => {
                    made += 1;
                    (None, self.make(item))
                }
            };
            state.members.push(member);
            was_at.push(at);
        }
        for (_, mut member) in known.into_values() {
            member.state.unmount();
            state.gone.push(member);
        }
        if let Some(parent) = parent {
            state.place(&parent, &was_at);
        }
        let rest = state.gone.len().saturating_sub(AT_ONCE);
        for member in state.gone.drain(rest..) {
            member.owner.cleanup();
        }
        if (made >= AT_ONCE || rest > 0) && !self.goes_on.swap(true, Ordering::Relaxed) {
            dom::after_frame(move || {
                self.goes_on.store(false, Ordering::Relaxed);
                // A list that is gone by then has nothing to go on with.
                let _ = self.next.try_set(());
            });
        }
    }
}

impl State {
    /// Puts those members where they belong that are not there; `was_at` are their places before, if
    /// they had one. From the end, because what moves mostly comes to the top, with its latest change.
    fn place(&self, parent: &types::Element, was_at: &[Option<usize>]) {
        let mut before: &types::Node = &self.end;
        let mut first = usize::MAX;
        for (member, was_at) in self.members.iter().zip(was_at).rev() {
            let node = member.state.node();
            match was_at {
                Some(at) if *at < first => first = *at,
                _ => dom::place(parent, node, Some(before)),
            }
            before = node;
        }
    }
}

impl Mountable for State {
    fn unmount(&mut self) {
        for member in &mut self.members {
            member.state.unmount();
        }
        Rndr::remove(&self.end);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.end, marker);
        self.place(parent, &vec![None; self.members.len()]);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.members.first() {
            Some(first) => first.state.insert_before_this(child),
            None => {
                let parent = self.end.parent_element();
                parent.inspect(|parent| child.mount(parent, Some(&self.end))).is_some()
            }
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        self.members.iter().flat_map(|member| member.state.elements()).collect()
    }
}

drawn_by_the_browser!(List, State);
