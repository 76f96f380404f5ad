//! JSON as text, by the browser's own parser.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::json::Value;

/// What lies deeper in a text than this is left out. GitHub's answers go down to 4.
const DEEPEST: u32 = 16;

/// The value of a text; [`Value::Nothing`] where it is no JSON.
pub fn read(text: &str) -> Value {
    JSON::parse(text).map(|value| of_browser(&value, DEEPEST)).unwrap_or_default()
}

fn of_browser(value: &JsValue, depth: u32) -> Value {
    let Some(depth) = depth.checked_sub(1) else { return Value::Nothing };
    if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(number) = value.as_f64() {
        // Converting saturates, and a fraction counts nothing.
        if number >= 0.0 && number.fract() == 0.0 { Value::Number(number as u64) } else { Value::Nothing }
    } else if let Some(truth) = value.as_bool() {
        Value::Truth(truth)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        Value::List(items.iter().map(|item| of_browser(&item, depth)).collect())
    } else if value.is_object() {
        let fields = Object::entries(value.unchecked_ref());
        let field = |field: JsValue| {
            let field: Array = field.unchecked_into();
            (field.get(0).as_string().unwrap_or_default(), of_browser(&field.get(1), depth))
        };
        Value::Object(fields.iter().map(field).collect())
    } else {
        Value::Nothing
    }
}

/// The text of a value.
pub fn write(value: &Value) -> String {
    JSON::stringify(&to_browser(value)).map(String::from).unwrap_or_default()
}

fn to_browser(value: &Value) -> JsValue {
    match value {
        Value::Nothing => JsValue::NULL,
        Value::Truth(truth) => JsValue::from_bool(*truth),
        Value::Number(number) => JsValue::from_f64(*number as f64),
        Value::Text(text) => JsValue::from_str(text),
        Value::List(items) => items.iter().map(to_browser).collect::<Array>().into(),
        Value::Object(fields) => {
            let object = Object::new();
            for (key, value) in fields {
                // Setting a property of a plain object cannot fail.
                let _ = Reflect::set(&object, &JsValue::from_str(key), &to_browser(value));
            }
            object.into()
        }
    }
}
