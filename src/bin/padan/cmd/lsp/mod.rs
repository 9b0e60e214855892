//! `padan lsp`: the checker as a language server over standard input and output.

mod answers;
mod document;
mod hover;
mod wire;

use super::config;
use crate::args::Lsp;
use document::Document;
use hover::Forms;
use lsp_types::{
    CodeActionParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams, HoverParams,
    InitializeParams,
};
use padan::check::Checker;
use padan::model::{Finding, Lang};
use padan::read;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use wire::{Incoming, answer, notification, refusal};

/// A client that sends so many messages in a row that cannot be read will send no other.
const MOST_MALFORMED: usize = 1000;

/// Gives the exit status: 0 after `shutdown` and `exit`, 1 without `shutdown`.
pub(crate) fn run(args: &Lsp) -> anyhow::Result<u8> {
    // A message is read while the one before it is worked on: with several changes waiting, only
    // the last text is checked.
    let (send, messages) = mpsc::channel();
    std::thread::spawn(move || {
        let mut input = std::io::stdin().lock();
        let mut malformed = 0;
        loop {
            let next = wire::read(&mut input).unwrap_or(Incoming::End);
            malformed = if matches!(next, Incoming::Malformed(..)) { malformed + 1 } else { 0 };
            let end = matches!(next, Incoming::End) || malformed > MOST_MALFORMED;
            if send.send(next).is_err() || end {
                break;
            }
        }
    });
    let mut server = Server::new(args, std::io::stdout().lock());
    loop {
        let next = match messages.try_recv() {
            Ok(next) => next,
            Err(mpsc::TryRecvError::Disconnected) => break,
            Err(mpsc::TryRecvError::Empty) => {
                server.publish_changed()?;
                let Ok(next) = messages.recv() else { break };
                next
            }
        };
        match next {
            Incoming::End => break,
            Incoming::Malformed(code, what) => server.refuse(&Value::Null, code, &what)?,
            Incoming::Message(message) => {
                if let Some(status) = server.message(message)? {
                    return Ok(status);
                }
            }
        }
    }
    Ok(u8::from(server.stage != Stage::ShutDown))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Running,
    ShutDown,
}

/// An open text with what was found in it.
struct Open {
    document: Document,
    lang: Option<Lang>,
    findings: Vec<Finding>,
    changed: bool,
}

struct Server<W: Write> {
    out: W,
    stage: Stage,
    checker: Checker<'static>,
    forms: Forms,
    /// Named on the command line: they go before the editor's and the project's.
    own: Vec<PathBuf>,
    named: Vec<PathBuf>,
    root: PathBuf,
    open: BTreeMap<String, Open>,
}

impl<W: Write> Server<W> {
    fn new(args: &Lsp, out: W) -> Self {
        Self {
            out,
            stage: Stage::Waiting,
            checker: Checker::new(Vec::new(), super::lexicon()),
            forms: Forms::default(),
            own: args.glossary.clone(),
            named: Vec::new(),
            root: PathBuf::new(),
            open: BTreeMap::new(),
        }
    }

    fn send(&mut self, message: &Value) -> anyhow::Result<()> {
        Ok(wire::write(&mut self.out, message)?)
    }

    fn refuse(&mut self, id: &Value, code: i64, what: &str) -> anyhow::Result<()> {
        self.send(&refusal(id, code, what))
    }

    /// Takes one message; the exit status where it is the last.
    fn message(&mut self, mut message: Value) -> anyhow::Result<Option<u8>> {
        let id = message.get("id").cloned();
        let params = message.get_mut("params").map(Value::take).unwrap_or_default();
        let Some(method) = message.get("method").and_then(Value::as_str) else {
            // An answer to a question of ours: there are none that need one.
            if message.get("result").is_none() && message.get("error").is_none() {
                let id = id.unwrap_or_default();
                self.refuse(&id, wire::INVALID_REQUEST, "a message without a method")?;
            }
            return Ok(None);
        };
        match id {
            Some(id) => self.request(&id, method, params)?,
            None if method == "exit" => {
                return Ok(Some(u8::from(self.stage != Stage::ShutDown)));
            }
            None if self.stage == Stage::Running => self.notified(method, params)?,
            None => {}
        }
        Ok(None)
    }

    fn request(&mut self, id: &Value, method: &str, params: Value) -> anyhow::Result<()> {
        match (self.stage, method) {
            (Stage::Waiting, "initialize") => return self.initialize(id, params),
            (Stage::Waiting, _) => {
                return self.refuse(id, wire::NOT_INITIALIZED, "initialize comes first");
            }
            (Stage::ShutDown, _) | (_, "initialize") => {
                return self.refuse(id, wire::INVALID_REQUEST, "not at this time");
            }
            (Stage::Running, _) => {}
        }
        let result = match method {
            "shutdown" => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            "textDocument/hover" => read_params(params).map(|p| self.hover(&p)),
            "textDocument/codeAction" => read_params(params).map(|p| self.actions(&p)),
            other => Err((wire::UNKNOWN_METHOD, format!("this server knows no {other}"))),
        };
        match result {
            Ok(result) => self.send(&answer(id, &result)),
            Err((code, what)) => self.refuse(id, code, &what),
        }
    }

    fn initialize(&mut self, id: &Value, params: Value) -> anyhow::Result<()> {
        let options = params.get("initializationOptions").cloned().unwrap_or_default();
        let root = |p: &Value| {
            let folder = p["workspaceFolders"][0]["uri"].as_str().or(p["rootUri"].as_str());
            folder.map(document::path).or(p["rootPath"].as_str().map(PathBuf::from))
        };
        self.root = root(&params).or(std::env::current_dir().ok()).unwrap_or_default();
        if let Err((code, what)) = read_params::<InitializeParams>(params) {
            return self.refuse(id, code, &what);
        }
        self.named = match &options["glossary"] {
            Value::Array(list) => {
                list.iter().filter_map(Value::as_str).map(PathBuf::from).collect()
            }
            other => other.as_str().map(PathBuf::from).into_iter().collect(),
        };
        self.stage = Stage::Running;
        self.send(&answer(
            id,
            &json!({
                "capabilities": {
                    "positionEncoding": "utf-16",
                    // Changes come as what changed and where (2).
                    "textDocumentSync": { "openClose": true, "change": 2, "save": true },
                    "hoverProvider": true,
                    "codeActionProvider": { "codeActionKinds": ["quickfix", "source.fixAll"] },
                },
                "serverInfo": { "name": "padan", "version": env!("CARGO_PKG_VERSION") },
            }),
        ))?;
        self.load()
    }

    /// Glossaries by the first that names any: the command line, the editor, `padan.toml`.
    fn glossaries(&self) -> anyhow::Result<Vec<PathBuf>> {
        if !self.own.is_empty() {
            return Ok(self.own.clone());
        }
        if !self.named.is_empty() {
            return Ok(self.named.iter().map(|p| self.root.join(p)).collect());
        }
        config::glossaries(&self.root)
    }

    /// Reads the glossaries; one that cannot be read is told, and the lists alone are used.
    fn load(&mut self) -> anyhow::Result<()> {
        let rows = self.glossaries().and_then(|paths| super::seeds(&paths));
        let style = config::style(&self.root);
        for e in [rows.as_ref().err(), style.as_ref().err()].into_iter().flatten() {
            // 1: an error, shown to whoever writes.
            let params = json!({ "type": 1, "message": format!("padan: {e:#}") });
            self.send(&notification("window/showMessage", &params))?;
        }
        let (rows, style) = (rows.unwrap_or_default(), style.unwrap_or_default());
        self.checker = Checker::with_style(rows.clone(), &style, super::lexicon());
        self.forms = Forms::new(rows);
        for open in self.open.values_mut() {
            open.changed = true;
        }
        Ok(())
    }

    fn notified(&mut self, method: &str, params: Value) -> anyhow::Result<()> {
        let done = match method {
            "textDocument/didOpen" => read_params(params).map(|p| self.opened(p)),
            "textDocument/didChange" => read_params(params).map(|p| self.changed(p)),
            "textDocument/didClose" => match read_params::<DidCloseTextDocumentParams>(params) {
                Ok(p) => {
                    let uri = p.text_document.uri.as_str();
                    self.open.remove(uri);
                    return self.publish(uri, &[], None);
                }
                Err(e) => Err(e),
            },
            "textDocument/didSave" => match read_params::<DidSaveTextDocumentParams>(params) {
                Ok(p) => return self.written(&[document::path(p.text_document.uri.as_str())]),
                Err(e) => Err(e),
            },
            "workspace/didChangeWatchedFiles" => {
                match read_params::<DidChangeWatchedFilesParams>(params) {
                    Ok(p) => {
                        let paths: Vec<PathBuf> =
                            p.changes.iter().map(|c| document::path(c.uri.as_str())).collect();
                        return self.written(&paths);
                    }
                    Err(e) => Err(e),
                }
            }
            // What a server does not know it passes over.
            _ => Ok(()),
        };
        match done {
            Ok(()) => Ok(()),
            // A notification has no answer; clients show this in their log. 1: an error.
            Err((_, what)) => {
                let params = json!({ "type": 1, "message": format!("{method}: {what}") });
                self.send(&notification("window/logMessage", &params))
            }
        }
    }

    fn opened(&mut self, p: DidOpenTextDocumentParams) {
        let item = p.text_document;
        let uri = item.uri.as_str().to_owned();
        let document = Document::new(&uri, item.text, item.version);
        let (lang, findings) = (None, Vec::new());
        self.open.insert(uri, Open { document, lang, findings, changed: true });
    }

    fn changed(&mut self, p: DidChangeTextDocumentParams) {
        if let Some(open) = self.open.get_mut(p.text_document.uri.as_str()) {
            for change in p.content_changes {
                open.document.change(change);
            }
            open.document.version = p.text_document.version;
            open.changed = true;
        }
    }

    /// Reads the glossary again where one of these files is one, or says which one is.
    fn written(&mut self, paths: &[PathBuf]) -> anyhow::Result<()> {
        let settings = self.root.join(config::NAME);
        let mut ours = self.glossaries().unwrap_or_default();
        ours.push(settings);
        let same = |a: &Path, b: &Path| {
            let full = |p: &Path| std::path::absolute(p).unwrap_or_else(|_| p.to_path_buf());
            full(a) == full(b)
        };
        if paths.iter().any(|p| ours.iter().any(|o| same(o, p))) {
            self.load()?;
        }
        Ok(())
    }

    /// Checks a text that changed since it was checked.
    fn check(&mut self, uri: &str) {
        if let Some(open) = self.open.get_mut(uri).filter(|o| o.changed) {
            (open.lang, open.findings) = findings(&self.checker, &open.document);
            open.changed = false;
        }
    }

    fn publish_changed(&mut self) -> anyhow::Result<()> {
        let uris: Vec<String> =
            self.open.iter().filter(|(_, o)| o.changed).map(|(uri, _)| uri.clone()).collect();
        for uri in uris {
            self.check(&uri);
            if let Some(open) = self.open.get(&uri) {
                let all: Vec<Value> =
                    open.findings.iter().map(|f| answers::diagnostic(f, &open.document)).collect();
                let version = open.document.version;
                self.publish(&uri, &all, Some(version))?;
            }
        }
        Ok(())
    }

    fn publish(&mut self, uri: &str, all: &[Value], version: Option<i32>) -> anyhow::Result<()> {
        let mut params = json!({ "uri": uri, "diagnostics": all });
        if let Some(version) = version {
            params["version"] = version.into();
        }
        self.send(&notification("textDocument/publishDiagnostics", &params))
    }

    fn hover(&mut self, p: &HoverParams) -> Value {
        let at = &p.text_document_position_params;
        let uri = at.text_document.uri.as_str();
        self.check_and_keep(uri);
        let Some(open) = self.open.get(uri) else { return Value::Null };
        let byte = open.document.byte(at.position);
        let (start, line) = open.document.line(byte);
        let lexicon = super::lexicon();
        match hover::hover(line, byte - start, open.lang, &self.forms, lexicon) {
            Some((text, span)) => json!({
                "contents": { "kind": "markdown", "value": text.trim_end() },
                "range": open.document.range(start + span.start, start + span.end),
            }),
            None => Value::Null,
        }
    }

    fn actions(&mut self, p: &CodeActionParams) -> Value {
        let uri = p.text_document.uri.as_str();
        self.check_and_keep(uri);
        let Some(open) = self.open.get(uri) else { return Value::Null };
        let only: Option<Vec<String>> =
            p.context.only.as_ref().map(|o| o.iter().map(|k| k.as_str().to_owned()).collect());
        answers::actions(uri, &open.document, &open.findings, p.range, only.as_deref()).into()
    }

    /// Checks for an answer, and leaves the text marked: its diagnostics are still to be sent.
    fn check_and_keep(&mut self, uri: &str) {
        let changed = self.open.get(uri).is_some_and(|o| o.changed);
        self.check(uri);
        if let Some(open) = self.open.get_mut(uri) {
            open.changed = changed;
        }
    }
}

/// What is wrong in a text, and its language where it has one. A text in neither language, or of a
/// kind that cannot be read, has no findings: an editor opens many of those.
fn findings(checker: &Checker<'_>, document: &Document) -> (Option<Lang>, Vec<Finding>) {
    let file = document.file();
    if let Ok(Some((units, _))) = read::units(&file) {
        return (None, checker.units(&file, &units));
    }
    let Ok(loaded) = read::articles_of(&file, &read::Options::default()) else {
        return (None, Vec::new());
    };
    let articles: Vec<_> = loaded.articles.iter().collect();
    (articles.first().map(|a| a.lang), checker.articles(&file, &articles))
}

fn read_params<T: DeserializeOwned>(params: Value) -> Result<T, (i64, String)> {
    serde_json::from_value(params).map_err(|e| (wire::INVALID_PARAMS, e.to_string()))
}
