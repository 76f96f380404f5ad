//! A mock of GitHub's API: a server on the loopback interface that responds as a test says.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// A received request.
#[derive(Clone, Debug)]
pub struct Request {
    /// Path and query.
    pub path: String,
    /// The headers by their names in lower case.
    pub headers: BTreeMap<String, String>,
    /// Earlier requests for this path.
    pub before: usize,
    /// The base URL of the server, for links.
    pub host: String,
}

/// The response of a test.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A complete response.
    Whole { status: u16, headers: Vec<(String, String)>, body: String },
    /// A response that ends before its body is complete.
    Cut(String),
    /// The connection is closed without a response.
    Hung,
}

impl Reply {
    pub fn ok(body: impl Into<String>) -> Self {
        Reply::Whole { status: 200, headers: Vec::new(), body: body.into() }
    }

    pub fn status(status: u16) -> Self {
        Reply::Whole { status, headers: Vec::new(), body: r#"{"message": "no"}"#.to_owned() }
    }

    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        if let Reply::Whole { headers, .. } = &mut self {
            headers.push((name.to_owned(), value.to_string()));
        }
        self
    }

    pub fn next(self, address: &str) -> Self {
        self.with("Link", format!(r#"<{address}>; rel="next", <{address}>; rel="last""#))
    }
}

/// The server. It ends with the test's process.
pub struct Mock {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    log: Arc<Mutex<Vec<Request>>>,
}

impl Mock {
    pub fn new(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let log: Arc<Mutex<Vec<Request>>> = Arc::default();
        let (host, written) = (address.clone(), Arc::clone(&log));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let Some((path, headers)) = head(&stream) else { continue };
                let mut log = written.lock().unwrap();
                let before = log.iter().filter(|request| request.path == path).count();
                let request = Request { path, headers, before, host: host.clone() };
                log.push(request.clone());
                drop(log);
                send(stream, answer(&request));
            }
        });
        Mock { address, log }
    }

    pub fn requests(&self) -> Vec<Request> {
        self.log.lock().unwrap().clone()
    }

    pub fn paths(&self) -> Vec<String> {
        self.requests().into_iter().map(|request| request.path).collect()
    }
}

fn head(stream: &TcpStream) -> Option<(String, BTreeMap<String, String>)> {
    let mut lines = BufReader::new(stream).lines();
    let path = lines.next()?.ok()?.split(' ').nth(1)?.to_owned();
    let mut headers = BTreeMap::new();
    for line in lines {
        let line = line.ok()?;
        let Some((name, value)) = line.split_once(':') else { break };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    Some((path, headers))
}

fn send(mut stream: TcpStream, reply: Reply) {
    let (status, headers, body, missing) = match reply {
        Reply::Whole { status, headers, body } => (status, headers, body, 0),
        Reply::Cut(body) => (200, Vec::new(), body, 100),
        Reply::Hung => return,
    };
    let length = body.len() + missing;
    let mut text = format!("HTTP/1.1 {status} x\r\nContent-Length: {length}\r\nConnection: close\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    // Fails if the client is gone, which its test notices.
    let _ = stream.write_all(format!("{text}\r\n{body}").as_bytes());
}
