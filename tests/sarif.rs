//! SARIF logs against the published schema.
//!
//! The schema uses a dozen keywords of JSON Schema; a validator of them is shorter than the list of
//! crates that a general one needs. A keyword it does not know stops the test.

use crate::support::{padan, text};
use serde_json::{Value, json};
use std::path::Path;

struct Schema(Value);

impl Schema {
    fn published() -> Self {
        Self(serde_json::from_str(&text("tests/sarif/sarif-schema-2.1.0.json")).unwrap())
    }

    /// Every way in which a log breaks the schema.
    fn problems(&self, log: &Value) -> Vec<String> {
        let mut out = Vec::new();
        self.check(&self.0, log, "log", &mut out);
        out
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut out = Vec::new();
        self.check(schema, value, "", &mut out);
        out.is_empty()
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
        for (keyword, wanted) in schema.as_object().unwrap() {
            let fine = match keyword.as_str() {
                "description" | "default" | "title" | "$schema" | "$id" | "definitions" => true,
                "$ref" => {
                    let name = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                    self.check(self.0.pointer(name).unwrap(), value, at, out);
                    true
                }
                "type" => is_of_type(wanted, value),
                "enum" => wanted.as_array().unwrap().contains(value),
                "minimum" => value.as_f64().is_none_or(|v| v >= wanted.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|v| v <= wanted.as_f64().unwrap()),
                "minItems" => {
                    value.as_array().is_none_or(|v| v.len() as u64 >= wanted.as_u64().unwrap())
                }
                "uniqueItems" => {
                    value.as_array().is_none_or(|v| (1..v.len()).all(|n| !v[..n].contains(&v[n])))
                }
                "format" => value.as_str().is_none_or(|v| has_format(wanted.as_str().unwrap(), v)),
                "anyOf" => wanted.as_array().unwrap().iter().any(|s| self.fits(s, value)),
                "oneOf" => {
                    wanted.as_array().unwrap().iter().filter(|s| self.fits(s, value)).count() == 1
                }
                "required" => value.as_object().is_none_or(|v| {
                    wanted.as_array().unwrap().iter().all(|k| v.contains_key(k.as_str().unwrap()))
                }),
                "items" => {
                    for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(wanted, item, &format!("{at}[{n}]"), out);
                    }
                    true
                }
                "properties" => {
                    for (name, of) in wanted.as_object().unwrap() {
                        if let Some(own) = value.get(name) {
                            self.check(of, own, &format!("{at}.{name}"), out);
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    let named = schema.get("properties").and_then(Value::as_object);
                    let mut fine = true;
                    for (name, own) in value.as_object().into_iter().flatten() {
                        if named.is_some_and(|n| n.contains_key(name)) {
                            continue;
                        }
                        if wanted.is_object() {
                            self.check(wanted, own, &format!("{at}.{name}"), out);
                        } else if wanted == &json!(false) {
                            out.push(format!("{at}: there is no property {name}"));
                            fine = false;
                        }
                    }
                    fine
                }
                other => panic!("{at}: the schema's keyword {other} is not known here"),
            };
            if !fine {
                out.push(format!("{at}: {keyword} {wanted} is not met by {value}"));
            }
        }
    }
}

fn is_of_type(wanted: &Value, value: &Value) -> bool {
    let one = |name: &Value| match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known here"),
    };
    wanted.as_array().map_or_else(|| one(wanted), |all| all.iter().any(one))
}

/// Signs that may stand in an address, and for an absolute one its scheme.
fn has_format(format: &str, value: &str) -> bool {
    let signs = value.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b));
    let escapes = value.match_indices('%').all(|(at, _)| {
        value.as_bytes().get(at + 1..at + 3).is_some_and(|h| h.iter().all(u8::is_ascii_hexdigit))
    });
    match format {
        "uri" => signs && escapes && value.split_once(':').is_some_and(|(s, _)| s.len() > 1),
        "uri-reference" => signs && escapes,
        other => panic!("the format {other} is not known here"),
    }
}

fn sarif(folder: &Path, files: &[&str]) -> Value {
    let args = [&["check", "--glossary", "house.csv", "--format", "sarif"], files].concat();
    let out = padan(folder, &args);
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn every_rule_as_the_published_schema_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "house.csv",
        "indonesian,english,status,variants_indonesian\nKyiv,Kyiv,preferred,Kiev\nTiongkok,China,preferred,\nCina,China,forbidden,\nsanksi,sanctions,approved,\n",
    );
    write(
        "sebuah berita.id.md",
        "Kota Kiev dan Cina, kata Volodymyr Zelenskyy. Lalu Zelensky pulang.\nIjin usaha dari BPLX habis.\npadan:ignore spelling\nKafé \"itu\" 100% 😀 tutup di kota.\n",
    );
    write(
        "pasangan.tsv",
        "Sanksi itu berlaku.\tIt applies.\nHarganya Rp15.000.\tIt costs $15,000.\nPada 29 Oktober hujan.\tIt rained on October 28.\nJoko Widodo tiba di Surabaya.\tThe president came to Surabaya.\n",
    );
    write("bersih.id.txt", "Semua baik di kota itu.\n");
    let schema = Schema::published();
    let absolute = folder.path().join("sebuah berita.id.md").to_string_lossy().into_owned();
    for files in [&["sebuah berita.id.md", "pasangan.tsv"][..], &["bersih.id.txt"], &[&absolute]] {
        let log = sarif(folder.path(), files);
        assert_eq!(schema.problems(&log), [""; 0]);
        // What the words of the standard ask and the schema cannot: an index leads to its rule.
        let run = &log["runs"][0];
        for result in run["results"].as_array().unwrap() {
            let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(run["tool"]["driver"]["rules"][at]["id"], result["ruleId"]);
        }
        if files.len() == 2 {
            let results = run["results"].as_array().unwrap();
            for rule in padan::model::Rule::ALL {
                assert!(results.iter().any(|r| r["ruleId"] == rule.name()), "{}", rule.name());
            }
            assert!(results.iter().any(|r| r["fixes"].is_array()));
        }
    }
}

#[test]
fn the_validator_sees_what_is_wrong() {
    let result = json!({ "message": { "text": "x" }, "locations": [{ "physicalLocation": {
        "artifactLocation": { "uri": "a.txt" }, "region": { "startLine": 1 } } }] });
    let log = json!({ "version": "2.1.0", "runs": [{
        "tool": { "driver": { "name": "padan" } }, "results": [result] }] });
    let schema = Schema::published();
    assert_eq!(schema.problems(&log), [""; 0]);
    for (place, name, value) in [
        ("", "version", json!("2.0.0")),
        ("", "colour", json!("red")),
        ("/runs/0/tool/driver", "name", json!(7)),
        ("/runs/0/results/0", "level", json!("fatal")),
        ("/runs/0/results/0", "message", json!({})),
        ("/runs/0/results/0", "fixes", json!([{}])),
        ("/runs/0/results/0/locations/0/physicalLocation/region", "startLine", json!(0)),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation", "uri", json!("a b")),
        ("/runs/0", "columnKind", json!("bytes")),
    ] {
        let mut wrong = log.clone();
        wrong.pointer_mut(place).unwrap()[name] = value;
        assert!(!schema.problems(&wrong).is_empty(), "{place} {name}");
    }
}
