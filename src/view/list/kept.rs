//! A list as the browser draws it: elements stay, with their focus, while the list changes around them.
//!
//! Leptos's `For` takes elements out and puts them back when others come between them, which loses the
//! focus; and it makes all that are new at once, however many they are.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use leptos::prelude::*;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::Mountable;

use crate::browser::{dom, fragment};
use crate::view::element::{self, Element, drawn_by_the_browser, part};

/// So many elements are made in each frame after the first one, or are on the page if others have to go. A card
/// takes up to half a millisecond.
const A_FRAME: usize = 16;

/// So many go before the reader sees what came of it. In each frame after that, four times as many.
const GO_AT_ONCE: usize = 24;

/// So many stand on one shelf.
const SHELF: u32 = 20;

/// A list of the elements that `make` makes of these keys. Each is made when its key turns up, and stays
/// until it goes. `at_once` of them are made before the reader sees what came of it.
pub fn list(
    keys: impl Fn() -> Vec<u32> + Send + 'static,
    at_once: usize,
    make: impl Fn(u32) -> Element + Send + Sync + 'static,
) -> AnyView {
    let next = RwSignal::new(());
    let turn = Arc::new(AtomicU8::new(NONE));
    let make: Arc<dyn Fn(u32) -> Element + Send + Sync> = Arc::new(make);
    part(move || {
        next.track();
        let (make, turn) = (Arc::clone(&make), Arc::clone(&turn));
        List { keys: keys(), at_once, make, next, turn }.into_any()
    })
}

struct List {
    keys: Vec<u32>,
    at_once: usize,
    make: Arc<dyn Fn(u32) -> Element + Send + Sync>,
    /// Asks for the next run.
    next: RwSignal<()>,
    /// Whether that is going to happen.
    turn: Arc<AtomicU8>,
}

/// Nothing is left to do.
const NONE: u8 = 0;
/// The next run comes when the reader has seen this one.
const AWAITED: u8 = 1;
/// The next run is this one.
const CAME: u8 = 2;

/// An element of a list that is on the page.
struct Member {
    key: u32,
    state: element::State,
    owner: Owner,
    /// On which it stands, once the list is on the page.
    shelf: Option<Rc<Shelf>>,
}

/// What members stand on: the list's own element, or in a long list a part of it, of which nothing is laid
/// out while it is far from the screen. To watch each of thousands of cards for that would take the browser
/// longer than to lay out those that are near. A part is on the page as long as there is something in it.
struct Shelf {
    element: types::Element,
    /// Where it stands itself, if it is a part.
    outer: Option<Rc<Shelf>>,
    members: Cell<u32>,
}

/// A list that is on the page.
pub struct State {
    members: Vec<Member>,
    /// Stands behind the last one.
    end: types::Placeholder,
    /// The list's own element, once it is there.
    root: Option<Rc<Shelf>>,
    /// What stands behind one of them is still to go, and is not shown.
    curtains: Vec<types::Element>,
    /// Out of the page, but not yet done away with.
    gone: Vec<Member>,
}

impl Shelf {
    fn count(&self, members: u32) {
        self.members.set(members);
        if self.outer.is_some() {
            dom::set_style(&self.element, "--alesco-members", &members.to_string());
        }
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        if self.outer.is_some() {
            Rndr::remove(&self.element);
        }
    }
}

impl Member {
    fn leave_shelf(&mut self) {
        if let Some(shelf) = self.shelf.take() {
            shelf.count(shelf.members.get().saturating_sub(1));
        }
    }

    fn stand(&mut self, shelf: Rc<Shelf>, before: Option<&types::Node>) {
        let element = self.state.element();
        Rndr::insert_node(&shelf.element, element, before);
        if shelf.outer.is_some() {
            // In a part of a list it would be one no more.
            Rndr::set_attribute(element, "role", "listitem");
        }
        shelf.count(shelf.members.get() + 1);
        self.leave_shelf();
        self.shelf = Some(shelf);
    }
}

impl List {
    fn make(&self, key: u32) -> Member {
        // What an element reads ends with the element, not with this run of the list; nor does an owner around
        // it have to know of all that ever were.
        let owner = Owner::default();
        let state = owner.with(|| untrack(|| (self.make)(key).build()));
        Member { key, state, owner, shelf: None }
    }
}

impl Render for List {
    type State = State;

    fn build(self) -> State {
        let end = Rndr::create_placeholder();
        let mut state =
            State { members: Vec::new(), end, root: None, curtains: Vec::new(), gone: Vec::new() };
        self.rebuild(&mut state);
        state
    }

    /// What stays is not touched, unless it stands before what it stood behind. Where much is to go, it goes
    /// bit by bit, from the top, and what is not seen to yet is hidden.
    fn rebuild(mut self, state: &mut State) {
        let goes_on = self.turn.load(Ordering::Relaxed) == CAME;
        if goes_on {
            self.turn.store(NONE, Ordering::Relaxed);
        }
        let at_once = if goes_on { A_FRAME } else { self.at_once };
        for curtain in state.curtains.drain(..) {
            Rndr::remove(&curtain);
        }
        let mut same = 0;
        for (key, member) in self.keys.iter().zip(&state.members) {
            if *key != member.key {
                break;
            }
            same += 1;
        }
        let mut known = Vec::new();
        let mut rest = Vec::new();
        for member in state.members.drain(same..) {
            known.push((member.key, rest.len()));
            rest.push(Some(member));
        }
        known.sort_unstable();
        // Where each was, and whether it stays there. From the end, because what moves mostly comes to the
        // top, with its latest change.
        let mut first = usize::MAX;
        let mut places = Vec::new();
        for key in self.keys.drain(same..).rev() {
            let at = known.binary_search_by_key(&key, |known| known.0).ok();
            let at = at.and_then(|at| Some(known.get(at)?.1));
            let stays = at.is_some_and(|at| at < first);
            first = at.filter(|_| stays).unwrap_or(first);
            places.push((key, at, stays));
        }
        let (mut made, mut passed) = (0, 0);
        let enough = state.gone.len() + if goes_on { 4 * GO_AT_ONCE } else { GO_AT_ONCE };
        let mut is_whole = true;
        while let Some((key, at, stays)) = places.pop() {
            let Some(at) = at else {
                // Those that the page came with are there already.
                if made >= at_once && !fragment::may_have(key) {
                    is_whole = false;
                    continue;
                }
                made += 1;
                let member = self.make(key);
                state.put(member, rest.get(passed..));
                continue;
            };
            if stays {
                while passed < at {
                    state.pass(&mut rest, &mut passed);
                }
            }
            let Some(member) = rest.get_mut(at).and_then(Option::take) else { continue };
            if stays {
                passed += 1;
                state.members.push(member);
            } else {
                state.put(member, rest.get(passed..));
            }
            if state.gone.len() >= enough && state.members.len() >= A_FRAME {
                break;
            }
        }
        while places.is_empty() && passed < rest.len() && state.gone.len() < enough {
            state.pass(&mut rest, &mut passed);
        }
        let whole = state.members.len();
        state.members.extend(rest.into_iter().flatten());
        if let Some(next) = state.members.get(whole) {
            is_whole = false;
            state.curtains = curtains(next);
        }
        let rest = if goes_on { state.gone.len().saturating_sub(at_once) } else { state.gone.len() };
        for member in state.gone.drain(rest..) {
            member.owner.cleanup();
        }
        if !(is_whole && rest == 0) && self.turn.swap(AWAITED, Ordering::Relaxed) == NONE {
            dom::after_frame(move || {
                self.turn.store(CAME, Ordering::Relaxed);
                // A list that is gone by then has nothing to go on with.
                let _ = self.next.try_set(());
            });
        }
    }
}

impl State {
    /// Takes the next member out of the page, unless it has gone to another place already.
    #[inline(never)]
    fn pass(&mut self, members: &mut [Option<Member>], at: &mut usize) {
        let member = members.get_mut(*at).and_then(Option::take);
        *at += 1;
        if let Some(mut member) = member {
            member.state.unmount();
            member.leave_shelf();
            self.gone.push(member);
        }
    }

    /// Leaves members where they are that the page came with, and puts the others among them.
    fn keep_adopted(&mut self, parent: &types::Element) {
        let mut before: &types::Node = &self.end;
        // From the end, because what moves mostly comes to the top, with its latest change.
        let mut first = before;
        for member in self.members.iter_mut().rev() {
            let element = member.state.element();
            if dom::precedes(element, first) {
                first = element;
            } else {
                Rndr::insert_node(parent, element, Some(before));
            }
            member.shelf.clone_from(&self.root);
            before = element;
        }
        if let Some(root) = &self.root {
            root.count(u32::try_from(self.members.len()).unwrap_or_default());
        }
    }

    /// Puts a member behind the last one. `rest` is what is on the page behind that.
    fn put(&mut self, mut member: Member, rest: Option<&[Option<Member>]>) {
        if let Some(root) = &self.root {
            let next = rest.and_then(|rest| rest.iter().flatten().next());
            let (shelf, mut before) = match (self.members.last(), next) {
                (Some(last), _) => (&last.shelf, last.state.element().next_sibling()),
                (None, Some(next)) => (&next.shelf, Some(next.state.element().clone().into())),
                (None, None) => (&None, Some(self.end.clone().into())),
            };
            let mut shelf = Rc::clone(shelf.as_ref().unwrap_or(root));
            if shelf.members.get() >= SHELF {
                // Another one behind it, or in it, if there are others behind the last one.
                if before.is_none()
                    && let Some(outer) = &shelf.outer
                {
                    before = shelf.element.next_sibling();
                    shelf = Rc::clone(outer);
                }
                let element = Rndr::create_element("div", None);
                Rndr::set_attribute(&element, "role", "none");
                Rndr::insert_node(&shelf.element, &element, before.as_ref());
                shelf = Rc::new(Shelf { element, outer: Some(shelf), members: Cell::default() });
                before = None;
            }
            member.stand(shelf, before.as_ref());
        }
        self.members.push(member);
    }
}

/// Hides a member, and all that stand behind it.
fn curtains(member: &Member) -> Vec<types::Element> {
    let mut curtains = Vec::new();
    let mut before = Some(member.state.element().clone().into());
    let mut shelf = member.shelf.as_ref();
    while let Some(on) = shelf {
        let curtain = Rndr::create_element("template", None);
        Rndr::insert_node(&on.element, &curtain, before.as_ref());
        curtains.push(curtain);
        before = on.element.next_sibling();
        shelf = on.outer.as_ref();
    }
    curtains
}

impl Mountable for State {
    fn unmount(&mut self) {
        for member in &mut self.members {
            member.state.unmount();
            member.leave_shelf();
        }
        Rndr::remove(&self.end);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        fragment::end_list();
        let marker = marker.filter(|marker| marker.parent_node().is_some());
        Rndr::insert_node(parent, &self.end, marker);
        self.root = Some(Rc::new(Shelf { element: parent.clone(), outer: None, members: Cell::default() }));
        let has_adopted = |member: &Member| member.state.element().parent_element().is_some();
        if self.members.iter().any(has_adopted) {
            return self.keep_adopted(parent);
        }
        for member in std::mem::take(&mut self.members) {
            self.put(member, None);
        }
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
        let mut elements = Vec::new();
        for member in &self.members {
            elements.push(member.state.element().clone());
        }
        elements
    }
}

drawn_by_the_browser!(List, State);
