use super::*;
use crate::model::Offsets;
use proptest::prelude::*;

const INDONESIAN: &str = "Menteri itu tiba di ibu kota pada Selasa. Ia akan bertemu presiden.\n";
const ENGLISH: &str = "The minister arrived in the capital on Tuesday to meet the president.\n";

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let top = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = top.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    top
}

fn load(top: &tempfile::TempDir, options: &Options) -> (Vec<Article>, Vec<String>) {
    let loaded = articles(&[top.path().to_path_buf()], options).unwrap();
    (loaded.articles, loaded.problems.iter().map(ToString::to_string).collect())
}

#[test]
fn a_folder_of_all_kinds() {
    let front = format!("---\ntitle: Judul\nlang: id\ndate: 29 Oktober 2024\n---\n{INDONESIAN}");
    let rows = format!("{{\"text\": {ENGLISH:?}, \"outlet\": \"Kanal\"}}\nrusak\n");
    let top = folder(&[
        ("a.txt", front.as_bytes()),
        ("b.en.txt", b"The prices of rice rose.\r\nAgain.\r\n"),
        ("c.jsonl", rows.as_bytes()),
        ("d.csv", "id,lang,text\nd1,id,\"Dua, kata\"\n".as_bytes()),
        ("e.txt", b"\x00\x01"),
        ("f.txt", b""),
        ("g.txt", INDONESIAN.to_uppercase().as_bytes()),
        ("h.txt", "Министр прибыл во вторник в столицу и говорил с коллегой о помощи.".as_bytes()),
        ("i.txt", b"Choe Son Hui"),
    ]);
    let (found, problems) = load(&top, &Options::default());
    let ids: Vec<&str> = found.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c-1", "d1"]);
    assert_eq!(&found[0].text[found[0].body..], INDONESIAN);
    assert_eq!(found[0].date.as_deref(), Some("2024-10-29"));
    assert_eq!(found[0].title.as_deref(), Some("Judul"));
    assert_eq!((found[1].lang, &found[1].offsets), (Lang::En, &Offsets::Shift(0)));
    assert_eq!((found[2].lang, found[2].outlet.as_deref()), (Lang::En, Some("Kanal")));
    assert_eq!(found[3].text, "Dua, kata");
    let expected = [
        "c.jsonl:2: no valid JSON",
        "e.txt: this looks like a binary file",
        "f.txt: the file is empty",
        "h.txt: the text looks like Russian",
        "i.txt: it cannot be told",
        "g.txt: a copy of ",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, part) in problems.iter().zip(expected) {
        assert!(problem.contains(part), "{problem}");
    }
}

#[test]
fn strict_ends_at_the_first_problem_and_a_missing_file_is_one() {
    let top = folder(&[("a.id.txt", INDONESIAN.as_bytes())]);
    let inputs = [top.path().join("a.id.txt"), top.path().join("tiada.txt")];
    let loaded = articles(&inputs, &Options::default()).unwrap();
    assert_eq!((loaded.articles.len(), loaded.problems.len()), (1, 1));
    let strict = articles(&inputs, &Options { strict: true, ..Options::default() });
    assert!(strict.unwrap_err().to_string().contains("tiada.txt: there is no such file"));
}

#[test]
fn corpus_toml_wins() {
    let list = "[[article]]\nfile = \"sub/a.en.txt\"\nid = \"satu\"\nlang = \"id\"\n\
                outlet = \"Kanal\"\ndate = 2024-10-29\n";
    let text = format!("---\nid: lain\noutlet: Lain\nurl: https://contoh.id\n---\n{INDONESIAN}");
    let top = folder(&[("corpus.toml", list.as_bytes()), ("sub/a.en.txt", text.as_bytes())]);
    let (found, problems) = load(&top, &Options::default());
    assert!(problems.is_empty(), "{problems:?}");
    let article = &found[0];
    assert_eq!((article.id.as_str(), article.lang), ("satu", Lang::Id));
    assert_eq!(article.outlet.as_deref(), Some("Kanal"));
    assert_eq!(article.url.as_deref(), Some("https://contoh.id"));
    assert_eq!(article.date.as_deref(), Some("2024-10-29"));
}

#[test]
fn lines_mode_has_no_front_matter() {
    let text = "---\nlang: id\n---\nsatu dan dua\n";
    let top = folder(&[("x.id", text.as_bytes()), ("x.en", ENGLISH.as_bytes())]);
    let (found, problems) = load(&top, &Options { lines: true, ..Options::default() });
    assert!(problems.is_empty(), "{problems:?}");
    let ids: Vec<&str> = found.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["x.en", "x.id"]);
    assert!(found.iter().all(|a| a.lines && a.body == 0));
}

#[test]
fn a_sentence_file() {
    let top = folder(&[("s.txt", b"\xEF\xBB\xBFsatu\r\n\r\ndua "), ("mac.txt", b"a\rb\r")]);
    assert_eq!(lines(&top.path().join("s.txt")).unwrap(), ["satu", "", "dua "]);
    assert_eq!(lines(&top.path().join("mac.txt")).unwrap(), ["a", "b"]);
}

#[test]
fn rows_in_another_encoding_lead_back() {
    let file: Vec<u8> = "{\"text\": \"Kata \\\"ya\\\" dan é.\", \"lang\": \"id\"}\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let top = folder(&[("x.jsonl", &file)]);
    let (found, _) = load(&top, &Options::default());
    let article = &found[0];
    let at = article.text.find('é').unwrap();
    let disk = article.offsets.on_disk(at)..article.offsets.on_disk(at + 2);
    assert_eq!(&file[disk], &0xE9_u16.to_le_bytes());
}

/// Offsets never run backwards and end within the file.
fn runs_forward(text: &str, offsets: &Offsets, length: usize) {
    let places: Vec<usize> = (0..=text.len()).map(|at| offsets.on_disk(at)).collect();
    assert!(places.is_sorted(), "{text:?} {places:?}");
    assert!(places.last().is_none_or(|&end| end <= length), "{text:?} {places:?}");
}

proptest! {
    #[test]
    fn any_bytes_are_text_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let length = bytes.len();
        if let Ok((text, offsets)) = decode(Path::new("x"), bytes) {
            runs_forward(&text, &offsets, length);
        }
    }

    #[test]
    fn any_row_is_an_article_or_an_error(text in "(\\{\"text\": ?\"(\\PC|\\\\[nu\"d83])*\"\\}|[\"a,\n]*)") {
        let mut problems = Vec::new();
        let start = Offsets::Shift(0);
        let path = Path::new("x.jsonl");
        let mut rows = jsonl::pieces(path, &text, &start, &mut problems);
        rows.extend(table::pieces(path, &format!("text,a\n{text}"), &start, &mut problems));
        for piece in rows {
            runs_forward(&piece.text, &piece.offsets, text.len() + 7);
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn any_page_is_read(
        html in "(<p>|</p>|<h2 a='|\">|<script>|</scr|<!--|&amp;|&#8220;|é|kata ini |\\PC){0,40}",
    ) {
        let piece = html::piece(&html, &Offsets::Shift(0));
        runs_forward(&piece.text, &piece.offsets, html.len());
    }
}
