//! Whether a visitor is in the middle of something inside an element: holds a pointer down, composes
//! with an input method, or has selected text.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{Element, Node};

use super::listener::Listener;

/// Watches an element. Dropping it ends that.
pub struct InteractionWatch {
    state: Rc<InteractionState>,
    _listeners: Vec<Listener>,
}

/// What the visitor is doing inside the element.
pub struct InteractionState {
    element: Element,
    pointer_down: Cell<bool>,
    composing: Cell<bool>,
}

impl InteractionState {
    /// True if the element must not be replaced now.
    pub fn is_busy(&self) -> bool {
        self.pointer_down.get() || self.composing.get() || self.has_selection()
    }

    fn has_selection(&self) -> bool {
        let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
        let contains = |node: Option<Node>| self.element.contains(node.as_ref());
        selection.is_some_and(|selection| {
            !selection.is_collapsed()
                && (contains(selection.anchor_node()) || contains(selection.focus_node()))
        })
    }
}

impl InteractionWatch {
    /// Watches an element, and calls back whenever the visitor may be done with it.
    pub fn new(element: &Element, on_idle: impl Fn() + 'static) -> Self {
        let state = Rc::new(InteractionState {
            element: element.clone(),
            // A press may have begun before the module.
            pointer_down: Cell::new(element.matches(":active").unwrap_or_default()),
            composing: Cell::default(),
        });
        let on_idle = Rc::new(on_idle);
        // The click follows the events that end a press, and wants its element in place.
        let on_end = move |flag: fn(&InteractionState) -> &Cell<bool>, state: &Rc<InteractionState>| {
            let (state, on_idle) = (Rc::clone(state), Rc::clone(&on_idle));
            move |_| {
                let (state, on_idle) = (Rc::clone(&state), Rc::clone(&on_idle));
                let end = move || {
                    flag(&state).set(false);
                    on_idle();
                };
                Timeout::new(0, end).forget();
            }
        };
        let on_begin = |flag: fn(&InteractionState) -> &Cell<bool>| {
            let state = Rc::clone(&state);
            move |_| flag(&state).set(true)
        };
        let pointer: fn(&InteractionState) -> &Cell<bool> = |state| &state.pointer_down;
        let input_method: fn(&InteractionState) -> &Cell<bool> = |state| &state.composing;
        let listeners = vec![
            Listener::on_element(element, "pointerdown", on_begin(pointer)),
            Listener::on_window("pointerup", on_end(pointer, &state)),
            Listener::on_window("pointercancel", on_end(pointer, &state)),
            Listener::on_element(element, "compositionstart", on_begin(input_method)),
            Listener::on_element(element, "compositionend", on_end(input_method, &state)),
            Listener::on_document("selectionchange", {
                let state = Rc::clone(&state);
                let on_end = on_end(|state| &state.composing, &state);
                move |event| {
                    if !state.is_busy() {
                        on_end(event);
                    }
                }
            }),
        ];
        InteractionWatch { state, _listeners: listeners }
    }

    /// Returns what the visitor is doing.
    pub fn state(&self) -> Rc<InteractionState> {
        Rc::clone(&self.state)
    }
}
