use super::*;
use proptest::prelude::*;

fn read(name: &str, file: &str) -> (Vec<Piece>, Vec<String>) {
    let mut problems = Vec::new();
    let pieces = pieces(Path::new(name), file, &Offsets::Shift(0), &mut problems);
    (pieces, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn fields_lead_back() {
    let file = "id,text,outlet\r\n1,\"Kata \"\"ya\"\",\r\nbaris dua.\",Kanal\r\n2,Polos é,K\r\n";
    let (pieces, problems) = read("x.csv", file);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(pieces[0].text, "Kata \"ya\",\r\nbaris dua.");
    assert_eq!(pieces[0].own.outlet().as_deref(), Some("Kanal"));
    assert_eq!((pieces[1].line, pieces[1].record), (Some(4), Some(2)));
    for piece in &pieces {
        for (at, c) in piece.text.char_indices() {
            let disk = piece.offsets.on_disk(at)..piece.offsets.on_disk(at + c.len_utf8());
            assert_eq!(file[disk].replace("\"\"", "\""), c.to_string());
        }
    }
}

#[test]
fn semicolons_tabs_and_a_stated_separator() {
    let (pieces, _) = read("x.csv", "id;text\n1;Satu, dua\n");
    assert_eq!(pieces[0].text, "Satu, dua");
    let (pieces, _) = read("x.tsv", "text\tid\n\"Ya,\" katanya\t1\n\"Ya\"\t2\n");
    assert_eq!(pieces[0].text, "\"Ya,\" katanya");
    assert_eq!(pieces[1].text, "Ya");
    let (pieces, _) = read("x.csv", "sep=;\r\ntext;id\r\na, b;1\r\n");
    assert_eq!((pieces[0].text.as_str(), pieces[0].line), ("a, b", Some(3)));
}

#[test]
fn a_bad_row_is_named_and_the_rest_goes_on() {
    let file = "id,text\n1,a\n2,b,c\n3,\"tak ditutup\n4,\n\n5,e\n";
    let (pieces, problems) = read("x.csv", file);
    let texts: Vec<&str> = pieces.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(texts, ["a", "\"tak ditutup", "e"]);
    assert_eq!(pieces[2].record, Some(5));
    let expected = "x.csv:3: a row of 3 fields; expected 2 as in the header; the row is left out";
    assert_eq!(problems[0], expected);
    assert!(problems[1].starts_with("x.csv:5: `text` is empty"));
    let (pieces, problems) = read("x.csv", "a,b\n1,2\n");
    assert!(pieces.is_empty() && problems[0].contains("no column `text`"));
}

#[test]
fn a_table_of_any_columns() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("pairs.csv");
    std::fs::write(&path, "\u{FEFF}Name1,name2\nKiev,Kyiv\nx\n").unwrap();
    let table = table(&path).unwrap();
    assert_eq!(table.column("name1"), Some(0));
    assert_eq!(table.rows, [Row { line: 2, fields: vec!["Kiev".into(), "Kyiv".into()] }]);
    assert_eq!(table.problems.len(), 1);
}

proptest! {
    /// What the `csv` crate writes is read back as it was.
    #[test]
    fn reads_what_csv_writes(rows in prop::collection::vec(("[a\",\r\n é]{0,6}", "[b\",;\t]{0,6}"), 1..6)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["text", "x"]).unwrap();
        for (a, b) in &rows {
            writer.write_record([format!("t{a}"), b.clone()]).unwrap();
        }
        let file = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let (_, records, problems) = parse(Path::new("x.csv"), &file);
        prop_assert!(problems.is_empty());
        let read: Vec<(String, String)> =
            records.iter().map(|r| (r.fields[0].text(&file), r.fields[1].text(&file))).collect();
        let rows: Vec<_> = rows.into_iter().map(|(a, b)| (format!("t{a}"), b)).collect();
        prop_assert_eq!(read, rows);
    }
}
