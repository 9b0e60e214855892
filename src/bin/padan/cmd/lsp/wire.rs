//! Messages of the language server protocol between header and body.
//!
//! A message that cannot be read is told to the client and the next one read: the ready-made
//! readers stop there, or believe any length that a header states.

use serde_json::{Value, json};
use std::io::{BufRead, ErrorKind, Read, Result, Write};

/// Longer bodies are refused: no article is that long, and a wrong header must not fill the memory.
const LONGEST: u64 = 64 << 20;
/// Longer header lines are no header.
const LONGEST_LINE: u64 = 4096;
/// A header has two lines at most; after so many without its end this is no client of ours.
const MOST_LINES: usize = 64;

/// Codes of errors, from the protocol.
pub(super) const PARSE_ERROR: i64 = -32700;
pub(super) const INVALID_REQUEST: i64 = -32600;
pub(super) const UNKNOWN_METHOD: i64 = -32601;
pub(super) const INVALID_PARAMS: i64 = -32602;
pub(super) const NOT_INITIALIZED: i64 = -32002;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A JSON object.
    Message(Value),
    /// No message; what is wrong with it, and the code to answer with.
    Malformed(i64, String),
    /// Nothing more will come.
    End,
}

/// Reads the next message.
pub(super) fn read(input: &mut impl BufRead) -> Result<Incoming> {
    let mut length = None;
    let mut wrong = None;
    for number in 0.. {
        let mut line = Vec::new();
        if input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(Incoming::End);
        }
        if number > MOST_LINES {
            return Ok(Incoming::Malformed(PARSE_ERROR, "a header without an end".to_owned()));
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        match line.split_once(':') {
            Some((name, value)) if name.trim().eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse::<u64>().ok();
                if length.is_none() {
                    wrong = Some(format!("a length that is no number: {}", value.trim()));
                }
            }
            Some(_) => {}
            None => wrong = Some(format!("a line that is no header: {line}")),
        }
    }
    let Some(length) = length else {
        let wrong = wrong.unwrap_or_else(|| "a header without Content-Length".to_owned());
        return Ok(Incoming::Malformed(PARSE_ERROR, wrong));
    };
    let mut body = Vec::new();
    if length > LONGEST {
        // What was announced is passed over, so that the next message can be found.
        std::io::copy(&mut input.by_ref().take(length), &mut std::io::sink())?;
        let wrong = format!("a message of {length} bytes; at most {LONGEST} are read");
        return Ok(Incoming::Malformed(INVALID_REQUEST, wrong));
    }
    input.by_ref().take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(Incoming::End);
    }
    Ok(match serde_json::from_slice::<Value>(&body) {
        Ok(message) if message.is_object() => Incoming::Message(message),
        Ok(_) => Incoming::Malformed(INVALID_REQUEST, "a message that is no object".to_owned()),
        Err(e) => Incoming::Malformed(PARSE_ERROR, format!("a message that is no JSON: {e}")),
    })
}

/// Writes one message.
pub(super) fn write(out: &mut impl Write, message: &Value) -> Result<()> {
    let body = message.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    match out.flush() {
        // A client that is gone needs no answer.
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

pub(super) fn notification(method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "method": method, "params": params })
}

pub(super) fn answer(id: &Value, result: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "result": result })
}

pub(super) fn refusal(id: &Value, code: i64, message: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &[u8]) -> Vec<String> {
        let mut input = text;
        let mut out = Vec::new();
        loop {
            match read(&mut input).unwrap() {
                Incoming::Message(m) => out.push(m.to_string()),
                Incoming::Malformed(code, _) => out.push(code.to_string()),
                Incoming::End => return out,
            }
        }
    }

    #[test]
    fn what_is_wrong_does_not_hide_what_follows() {
        let fine = "Content-Length: 7\r\n\r\n{\"a\":1}";
        assert_eq!(all(fine.as_bytes()), ["{\"a\":1}"]);
        for (wrong, code) in [
            ("Content-Length: 3\r\n\r\n{a}", "-32700"),
            ("Content-Length: x\r\n\r\n", "-32700"),
            ("hello\r\n\r\n", "-32700"),
            ("\r\n", "-32700"),
            ("Content-Length: 2\r\n\r\n[]", "-32600"),
            ("Content-Length: 2\r\n\r\n\u{e9}", "-32700"),
        ] {
            let text = format!("{wrong}content-length:7\r\nX: y\r\n\r\n{{\"a\":1}}");
            assert_eq!(all(text.as_bytes()), [code, "{\"a\":1}"], "{wrong}");
        }
        assert_eq!(all(b"Content-Length: 99999999999\r\n\r\n{}"), ["-32600"]);
        assert!(all(b"Content-Length: 9\r\n\r\n{}").is_empty());
    }
}
