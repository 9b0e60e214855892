//! The language server, spoken to over pipes as an editor does.

use crate::support::root;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// The slowest machine answers sooner.
const PATIENCE: Duration = Duration::from_secs(60);

struct Client {
    server: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    asked: i64,
    /// What the server sent unasked and no one has looked at yet.
    told: Vec<Value>,
}

impl Client {
    fn new(folder: &Path, args: &[&str]) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_padan"))
            .arg("lsp")
            .args(args)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let (send, from) = channel();
        let mut out = BufReader::new(server.stdout.take().unwrap());
        std::thread::spawn(move || {
            loop {
                let (mut length, mut line) = (0, String::new());
                while out.read_line(&mut line).unwrap_or(0) > 0 && !line.trim().is_empty() {
                    if let Some(number) = line.strip_prefix("Content-Length: ") {
                        length = number.trim().parse().unwrap();
                    }
                    line.clear();
                }
                let mut body = vec![0; length];
                if length == 0 || out.read_exact(&mut body).is_err() {
                    return;
                }
                if send.send(serde_json::from_slice(&body).unwrap()).is_err() {
                    return;
                }
            }
        });
        let to = server.stdin.take();
        Self { server, to, from, asked: 0, told: Vec::new() }
    }

    /// A client that has said hello.
    fn ready(folder: &Path, args: &[&str], options: &Value) -> Self {
        let mut client = Self::new(folder, args);
        let params = json!({
            "processId": null, "capabilities": {}, "rootUri": uri(folder, ""),
            "initializationOptions": options,
        });
        let hello = client.ask("initialize", &params);
        assert_eq!(hello["result"]["capabilities"]["positionEncoding"], "utf-16");
        client.tell("initialized", &json!({}));
        client
    }

    fn raw(&mut self, text: &str) {
        let to = self.to.as_mut().unwrap();
        to.write_all(text.as_bytes()).unwrap();
        to.flush().unwrap();
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.raw(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.next(|m| m["id"] == id)
    }

    /// The next message that fits.
    fn next(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.told.iter().position(&fits) {
            return self.told.remove(at);
        }
        loop {
            let message = self.from.recv_timeout(PATIENCE).unwrap();
            if fits(&message) {
                return message;
            }
            self.told.push(message);
        }
    }

    /// The diagnostics of a version of a text.
    fn diagnostics(&mut self, uri: &str, version: i64) -> Vec<Value> {
        let m = self.next(|m| {
            m["method"] == "textDocument/publishDiagnostics"
                && m["params"]["uri"] == uri
                && m["params"]["version"] == version
        });
        m["params"]["diagnostics"].as_array().unwrap().clone()
    }

    fn open(&mut self, uri: &str, text: &str) -> Vec<Value> {
        self.tell(
            "textDocument/didOpen",
            &json!({ "textDocument": { "uri": uri, "languageId": "markdown", "version": 1, "text": text } }),
        );
        self.diagnostics(uri, 1)
    }

    fn end(mut self) -> i32 {
        assert_eq!(self.ask("shutdown", &Value::Null)["result"], Value::Null);
        let refused = self.ask("textDocument/hover", &json!({}));
        assert_eq!(refused["error"]["code"], -32600);
        self.tell("exit", &Value::Null);
        self.server.wait().unwrap().code().unwrap()
    }
}

fn uri(folder: &Path, name: &str) -> String {
    let path = folder.join(name).to_string_lossy().replace('\\', "/").replace(' ', "%20");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}

fn at(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

fn range(line: u32, start: u32, end: u32) -> Value {
    json!({ "start": at(line, start), "end": at(line, end) })
}

const HOUSE: &str = "indonesian,english,type,status,confidence,variants_indonesian,variants_english,count_indonesian,count_english,articles,note,example_indonesian\nKyiv,Kyiv,place,preferred,0.97,Kiev,Kiev,12,9,3,,Hujan turun di Kyiv.\nTiongkok,China,country,preferred,,,,,,,,\nCina,China,country,forbidden,,,,,,,kata lama,\nsanksi,sanctions,term,approved,,,,,,,,\n";

fn house(folder: &Path) {
    std::fs::write(folder.join("house.csv"), HOUSE).unwrap();
}

#[test]
fn an_article_from_opening_to_fixing() {
    let folder = tempfile::tempdir().unwrap();
    house(folder.path());
    let uri = uri(folder.path(), "berita baru.id.md");
    let mut client =
        Client::ready(folder.path(), &["--stdio", "--glossary", "house.csv"], &Value::Null);
    // An emoji is two units, an accented letter one.
    let text = "😀 Kafé di Kiev itu tutup.\r\nIjin usahanya dari Cina.\n";
    let found = client.open(&uri, text);
    let seen: Vec<_> = found.iter().map(|d| (&d["code"], &d["range"], &d["severity"])).collect();
    let (first, second, third) = (range(0, 11, 15), range(1, 0, 4), range(1, 19, 23));
    assert_eq!(
        seen,
        [
            (&json!("variant"), &first, &json!(2)),
            (&json!("spelling"), &second, &json!(2)),
            (&json!("forbidden"), &third, &json!(1)),
        ]
    );
    // Hover: translation, variants, evidence; the lists' knowledge of a common word.
    let hover = |client: &mut Client, place: Value| {
        client.ask(
            "textDocument/hover",
            &json!({ "textDocument": { "uri": uri }, "position": place }),
        )["result"]
            .clone()
    };
    let known = hover(&mut client, at(0, 12));
    let said = known["contents"]["value"].as_str().unwrap();
    for part in [
        "**Kyiv** = **Kyiv** (place, preferred)",
        "Kiev",
        "12 times in Indonesian",
        "0.97",
        "Hujan",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(known["range"], first);
    let known = hover(&mut client, at(1, 7));
    assert!(known["contents"]["value"].as_str().unwrap().contains("business"), "{known}");
    assert_eq!(hover(&mut client, at(0, 0)), Value::Null);
    assert_eq!(hover(&mut client, at(77, 7)), Value::Null);
    // Quick fixes of the place asked for, and all at once.
    let actions = |client: &mut Client, asked: &Value, only: Value| {
        let params = json!({
            "textDocument": { "uri": uri }, "range": asked,
            "context": { "diagnostics": [], "only": only },
        });
        client.ask("textDocument/codeAction", &params)["result"].as_array().unwrap().clone()
    };
    let here = actions(&mut client, &range(0, 12, 12), json!(["quickfix"]));
    assert_eq!(here.len(), 1, "{here:?}");
    assert_eq!(here[0]["isPreferred"], true);
    assert_eq!(here[0]["edit"]["changes"][&uri], json!([{ "range": first, "newText": "Kyiv" }]));
    let all = actions(&mut client, &range(0, 0, 0), json!(["source.fixAll"]));
    let edits = all[0]["edit"]["changes"][&uri].as_array().unwrap();
    let new: Vec<_> = edits.iter().map(|e| e["newText"].as_str().unwrap()).collect();
    assert_eq!((all.len(), new.as_slice()), (1, &["Kyiv", "Izin", "Tiongkok"][..]));
    assert!(actions(&mut client, &range(0, 0, 0), json!(["refactor"])).is_empty());
    // Changes: two in one message, from the end; what is put right is told no more.
    client.tell(
        "textDocument/didChange",
        &json!({
            "textDocument": { "uri": uri, "version": 2 },
            "contentChanges": [
                { "range": third, "text": "Tiongkok" },
                { "range": first, "text": "Kyiv" },
            ],
        }),
    );
    let left = client.diagnostics(&uri, 2);
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!((&left[0]["code"], &left[0]["range"]), (&json!("spelling"), &second));
    client.tell(
        "textDocument/didChange",
        &json!({ "textDocument": { "uri": uri, "version": 3 }, "contentChanges": [{ "text": "Baik.\n" }] }),
    );
    assert!(client.diagnostics(&uri, 3).is_empty());
    client.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    client.next(|m| m["params"]["uri"] == uri && m["params"].get("version").is_none());
    assert_eq!(client.end(), 0);
}

#[test]
fn a_translation_is_checked_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    house(folder.path());
    let options = json!({ "glossary": ["house.csv"] });
    let mut client = Client::ready(folder.path(), &[], &options);
    let uri = uri(folder.path(), "a.tsv");
    let found =
        client.open(&uri, "Sanksi berlaku pada 29 Oktober.\tMeasures apply on October 28.\n");
    let codes: Vec<_> = found.iter().map(|d| d["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["term", "date"]);
    // The equivalent of a term is not put in its place.
    let params = json!({
        "textDocument": { "uri": uri }, "range": range(0, 0, 3), "context": { "diagnostics": [] },
    });
    assert_eq!(client.ask("textDocument/codeAction", &params)["result"], json!([]));
    let xliff = "<xliff version=\"2.0\" srcLang=\"id\" trgLang=\"en\"><file id=\"f\"><unit id=\"u\"><segment><source>Harganya Rp15.000 &amp; naik.</source><target>It costs $15,000 &amp; rises.</target></segment></unit></file></xliff>\n";
    let found = client.open(&uri.replace("a.tsv", "b.xlf"), xliff);
    assert_eq!((found.len(), &found[0]["code"]), (1, &json!("number")));
    assert_eq!(client.end(), 0);
}

#[test]
fn the_project_names_its_glossary_and_it_may_change() {
    let folder = tempfile::tempdir().unwrap();
    house(folder.path());
    std::fs::write(folder.path().join("padan.toml"), "[check]\nglossary = \"house.csv\"\n")
        .unwrap();
    let mut client = Client::ready(folder.path(), &[], &Value::Null);
    let text = uri(folder.path(), "a.id.txt");
    assert_eq!(client.open(&text, "Kota Kiev itu sunyi.\n").len(), 1);
    // The command reads the same file.
    std::fs::write(folder.path().join("a.id.txt"), "Kota Kiev itu sunyi.\n").unwrap();
    let out = crate::support::padan(folder.path(), &["check", "a.id.txt"]);
    assert_eq!(out.status.code(), Some(1));
    std::fs::write(folder.path().join("house.csv"), HOUSE.replace("Kiev", "Kiew")).unwrap();
    let glossary = uri(folder.path(), "house.csv");
    let changes = json!({ "changes": [{ "uri": glossary, "type": 2 }] });
    client.tell("workspace/didChangeWatchedFiles", &changes);
    assert!(client.diagnostics(&text, 1).is_empty());
    // A glossary that cannot be read is told, and the rest goes on.
    std::fs::write(folder.path().join("house.csv"), "kata\nx\n").unwrap();
    client.tell("textDocument/didSave", &json!({ "textDocument": { "uri": glossary } }));
    let shown = client.next(|m| m["method"] == "window/showMessage");
    assert!(shown["params"]["message"].as_str().unwrap().contains("house.csv"), "{shown}");
    assert_eq!(client.end(), 0);
}

#[test]
fn what_is_malformed_is_answered_and_survived() {
    let folder = tempfile::tempdir().unwrap();
    let mut client = Client::new(folder.path(), &[]);
    let early = client.ask("textDocument/hover", &json!({}));
    assert_eq!(early["error"]["code"], -32002);
    client.raw("Content-Length: 5\r\n\r\n{\"a\":");
    assert_eq!(client.next(|m| m["id"].is_null())["error"]["code"], -32700);
    client.raw("nonsense\r\n\r\n");
    assert_eq!(client.next(|m| m["id"].is_null())["error"]["code"], -32700);
    client.send(&json!({ "id": 90 }));
    assert_eq!(client.next(|m| m["id"] == 90)["error"]["code"], -32600);
    let params = json!({ "processId": null, "capabilities": {}, "rootUri": null });
    assert!(client.ask("initialize", &params)["result"].is_object());
    assert_eq!(client.ask("initialize", &params)["error"]["code"], -32600);
    assert_eq!(client.ask("textDocument/hover", &json!({ "x": 1 }))["error"]["code"], -32602);
    assert_eq!(client.ask("padan/unknown", &json!({}))["error"]["code"], -32601);
    client.tell("padan/unknown", &json!({}));
    client.tell("textDocument/didOpen", &json!({ "wrong": true }));
    client.next(|m| m["method"] == "window/logMessage");
    // Places that are nowhere, texts that were never opened, odd characters.
    let odd = "untitled:Untitled-1";
    client.open(odd, "\u{FEFF}e\u{301}\u{0}😀\rapotik\u{2028}\n");
    client.tell(
        "textDocument/didChange",
        &json!({
            "textDocument": { "uri": odd, "version": 2 },
            "contentChanges": [
                { "range": { "start": at(0, 3), "end": at(0, 4) }, "text": "" },
                { "range": { "start": at(99, 99), "end": at(0, 1) }, "text": "x" },
            ],
        }),
    );
    client.diagnostics(odd, 2);
    let never = json!({ "textDocument": { "uri": "file:///never.txt" }, "position": at(0, 0) });
    assert_eq!(client.ask("textDocument/hover", &never)["result"], Value::Null);
    assert_eq!(client.end(), 0);
    // Without shutdown an end is no proper one.
    let mut client = Client::new(folder.path(), &[]);
    client.tell("exit", &Value::Null);
    assert_eq!(client.server.wait().unwrap().code(), Some(1));
    let mut client = Client::new(folder.path(), &[]);
    client.to = None;
    assert_eq!(client.server.wait().unwrap().code(), Some(1));
}

#[test]
fn every_text_of_the_corpus_is_as_the_command_finds_it() {
    let folder = root("corpus");
    let mut client = Client::ready(&folder, &[], &Value::Null);
    let mut files = Vec::new();
    for event in std::fs::read_dir(&folder).unwrap() {
        let event = event.unwrap().path();
        if event.is_dir() && !event.ends_with("parallel") {
            let texts = std::fs::read_dir(event).unwrap().map(|t| t.unwrap().path());
            files.extend(texts.filter(|t| t.extension().is_some_and(|e| e == "txt" || e == "md")));
        }
    }
    files.sort();
    assert!(files.len() >= 20, "{} files", files.len());
    let mut found = 0;
    for path in files.iter().take(40) {
        let name = path.strip_prefix(&folder).unwrap().to_string_lossy().into_owned();
        let told = client.open(&uri(&folder, &name), &std::fs::read_to_string(path).unwrap());
        let out = crate::support::padan(&folder, &["check", &name, "--format", "json"]);
        let wanted: Vec<Value> = String::from_utf8(out.stdout)
            .unwrap()
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect();
        let lines = |list: &[Value], line: fn(&Value) -> u64| -> Vec<u64> {
            list.iter().map(line).collect()
        };
        found += told.len();
        assert_eq!(
            lines(&told, |d| d["range"]["start"]["line"].as_u64().unwrap() + 1),
            lines(&wanted, |f| f["line"].as_u64().unwrap()),
            "{name}"
        );
    }
    println!("{found} diagnostics in {} texts", files.len().min(40));
    assert_eq!(client.end(), 0);
}
