//! Single rules, on a sentence or two each.

use super::{file_text, run};
use padan::check::Checker;
use padan::lexicon::Lexicon;
use padan::model::{Article, Rule, Style};
use padan::read;
use std::fs;
use std::path::Path;

/// What one article alone is told, as (rule, words found).
fn told(name: &str, text: &str, glossary: Vec<padan::model::Entry>) -> Vec<(Rule, String)> {
    let checker = Checker::new(glossary, Lexicon::builtin());
    let file = file_text(Path::new(name), text);
    let loaded = read::articles_of(&file, &read::Options::default()).unwrap();
    let articles: Vec<&Article> = loaded.articles.iter().collect();
    let found = checker.articles(&file, &articles);
    found.into_iter().map(|f| (f.rule, f.found)).collect()
}

/// BPLX, and nothing else, has no long form.
fn asks_for_long_form(name: &str, text: &str) {
    let found = told(name, text, Vec::new());
    assert_eq!(found, [(Rule::Acronym, "BPLX".to_owned())], "{text}");
}

#[test]
fn short_forms_that_the_text_makes_plain_need_no_long_form() {
    let quiet = [
        ("a.id.txt", "Kata virus HMVX itu menular. HMVX sudah dikenal lama."),
        ("a.id.txt", "Menurut kantor berita IRQX, hujan turun. IRQX mengutip warga."),
        ("a.id.txt", "Saham PTXQ dan BLTQ turun, kata para investor."),
        ("a.id.txt", "Polisi menahan pria berinisial RQX. Kemudian RQX dan adiknya MQX dibawa."),
        ("a.id.txt", "Mobil bernomor B 1234 QXR itu hilang. Kapal berbobot 98 QT karam."),
        ("a.id.txt", "Menurut BPLX, badan cuaca setempat, hujan turun."),
        ("a.id.txt", "Ia bekerja di NASA dan pernah ke KTT tahun lalu."),
        ("a.en.txt", "Officials at BPLX, the state weather agency, said so on Monday."),
        ("a.en.txt", "Money came from CQPX, a coalition that pays for vaccines."),
        ("a.en.txt", "The Bureau for Pleasant Letters (BPL) spoke. The BPL was brief."),
    ];
    for (name, text) in quiet {
        assert_eq!(told(name, text, Vec::new()), [], "{text}");
    }
    for (name, text, short) in [
        ("a.id.txt", "Kepala BPLX datang kemarin. Warga lalu pulang.", "BPLX"),
        ("a.id.txt", "Hujan turun, kata petugas dari BPLX kepada warga.", "BPLX"),
        ("a.en.txt", "The report was written for the BPLX in May.", "BPLX"),
    ] {
        let found = told(name, text, Vec::new());
        assert_eq!(found, [(Rule::Acronym, short.to_owned())], "{text}");
    }
}

#[test]
fn the_longest_phrase_wins_and_quotations_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "indonesian,english,status,variants_indonesian\nKorea,Korea,preferred,Korea Raya\nKorea Utara,North Korea,preferred,Korea Oetara\nbank sentral,central bank,preferred,bank pusat\nbank,bank,preferred,benk\n";
    fs::write(folder.path().join("g.csv"), rows).unwrap();
    let glossary = || read::glossary(&folder.path().join("g.csv")).unwrap();
    let text = "Bank pusat itu kuat. Korea Oetara dan Korea Raya.\n\n> Di bank pusat itu\n\nKata dia, \"bank pusat [sic] itu\" tutup. Lihat https://contoh.id/bank-pusat dan `bank pusat`.\n";
    let found = told("a.id.md", text, glossary());
    let wanted = ["Bank pusat", "Korea Oetara", "Korea Raya"];
    assert_eq!(found.iter().map(|(_, f)| f.as_str()).collect::<Vec<_>>(), wanted);
    assert!(found.iter().all(|(rule, _)| *rule == Rule::Variant));
}

#[test]
fn degrees_and_clauses_need_no_long_form() {
    let quiet = [
        ("a.id.txt", "Hal itu dikatakan dr. Suhartono, Sp.B., FINQCS. Ia pulang."),
        ("a.id.txt", "Kepala cabang, dr. Harapan Situmorang, AQK., mengatakan itu."),
        ("a.id.txt", "Suku cadang datang dari BPLX, yang bermarkas di Bandung, pekan lalu."),
        ("a.en.txt", "Two planes stayed there. BPLX, which is based in Toulouse, said so."),
        ("a.en.txt", "The doctor, Jonas Bergmann, FRQS, said so on Monday."),
    ];
    for (name, text) in quiet {
        assert_eq!(told(name, text, Vec::new()), [], "{text}");
    }
    for (name, text) in [
        ("a.id.txt", "Hujan turun, kata petugas dari BPLX, yang kemarin datang ke sana."),
        ("a.id.txt", "Menurut petugas BPLX, lembaga itu tutup, dan warga pulang."),
        ("a.id.txt", "Dana itu berasal dari Bank Mandiri, BPLX, dan Telkom."),
        ("a.en.txt", "The report was written for the BPLX, which is investigating it."),
    ] {
        asks_for_long_form(name, text);
    }
}

#[test]
fn two_people_of_like_names() {
    let text = "\"Dulu jauh,\" kata La Ode Harisun, 53 tahun, nelayan dari Pulau Tomia. Ia berangkat bersama istrinya, Wa Ode Nurmala, dan kemenakannya, La Ode Harsin.";
    assert_eq!(told("a.id.txt", text, Vec::new()), []);
    let text = "Soetarjo datang lebih dulu ke balai desa. Setelah itu, kata Soetarjo, warga pulang. Menurut Sutarjo, hujan turun.";
    assert_eq!(told("a.id.txt", text, Vec::new()), [(Rule::MixedName, "Sutarjo".to_owned())]);
}

#[test]
fn people_whom_the_text_tells_apart() {
    for (name, text) in [
        (
            "a.id.txt",
            "Kapten Rizky \"Oniru\" Ramadhan pulang. Lawannya Rizki \"Tobak\" Nainggolan. Besok Rizky Ramadhan libur. \"Di tim ada Rizky dan Rizki,\" katanya. Lalu Rizki tertawa.",
        ),
        (
            "a.id.txt",
            "Ketua regu, Ustaz Ahmad Lutfi Balbeid, marah, sedangkan ketua lain, Ustaz Ahmad Luthfi Harahap, diam.",
        ),
        (
            "a.en.txt",
            "The driver, Agus Setyabudi, braked at once. His opposite number, Agus Setiabudhi, did the same.",
        ),
        (
            "a.en.txt",
            "Jose Rafael Macaraeg leads it. Sen. Teodoro Macaraig, no relation to the admiral, was angry. Macaraeg smiled.",
        ),
        (
            "a.id.txt",
            "Makam Sukarno ramai pada hari itu. Kata warga, Sukarno tokoh besar. Mereka mendarat di Bandara Soekarno-Hatta kemarin.",
        ),
        (
            "a.en.txt",
            "Nguyen Ngoc Huy warned of heavy rain in May. His former pupil Nguyen Ngok Hui said it would be worse.",
        ),
        (
            "a.id.txt",
            "Kuasa hukum Dedi, Irwan Sahputra, diam saja. Menurut Irwan, putusan itu berat. Direktur yayasan, Irvan Saputra, marah.",
        ),
        (
            "a.id.txt",
            "Makam Sukarno ramai. Kata Sukarno, hari itu cerah. \"Bung Karno menulis 'Soekarno', tapi minta dieja 'Sukarno',\" katanya.",
        ),
        (
            "a.id.txt",
            "Mereka melihat foto Supriyadi di museum. Cucu keponakannya, Soeprijadi Wibowo, datang dari Trenggalek.",
        ),
        (
            "a.id.txt",
            "Hasilnya: 1. Muh. Fadlan (Gowa) 10,67 detik; 2. Muhammad Fadhlan (Bone) 10,71 detik.",
        ),
        ("a.id.txt", "Pemohonnya Dr. Taufiqurrohman, S.H., M.H., dan Taufikurahman Lubis, S.H."),
        (
            "a.en.txt",
            "Leaders of the Association of Southeast Asian Nations (ASEAN) closed their summit. ASEAN said so.",
        ),
    ] {
        assert_eq!(told(name, text, Vec::new()), [], "{text}");
    }
    for (name, text, found) in [
        (
            "a.id.txt",
            "Kapten Soetarjo Wibowo pulang. Sore itu, kata pelatih, Sutarjo Wibowo lelah.",
            "Sutarjo Wibowo",
        ),
        ("a.id.txt", "Ustaz Ahmad Lutfi Balbeid marah. Kemudian Luthfi pulang ke rumah.", "Luthfi"),
    ] {
        let wanted = [(Rule::MixedName, found.to_owned())];
        assert_eq!(told(name, text, Vec::new()), wanted, "{text}");
    }
}

#[test]
fn what_people_say_is_theirs() {
    for text in [
        "\"Ya udah, gue main kayak di warnet,\" kata Fadhil sambil tertawa.",
        "Dia bilang, \"Kata ibu, 'Kalo capek, tidur aja.' Gitu.\"",
        "Kata dia, \"Jaman saiki angel golek gawean sing apik, rejeki wis ana sing ngatur.\"",
        "Ia lahir dari keluarga Bambang Muharram di kota itu.",
    ] {
        assert_eq!(told("a.id.txt", text, Vec::new()), [], "{text}");
    }
    for (text, found) in [
        ("Fadhil udah pulang, \"Ya,\" katanya.", "udah"),
        ("\"Saya belum punya ijin usaha,\" kata Fadhil.", "ijin"),
        ("Mereka tiba di Perancis pada bulan lalu.", "Perancis"),
    ] {
        assert_eq!(
            told("a.id.txt", text, Vec::new()),
            [(Rule::Spelling, found.to_owned())],
            "{text}"
        );
    }
}

#[test]
fn ships_series_laws_and_shares_need_no_long_form() {
    for (name, text) in [
        ("a.id.txt", "Pengelola kawasan, BPLX, mematikan lampu pada malam hari."),
        ("a.id.txt", "Pekerja PT BPLX Marine lari. Menurut direktur BPLX, api sudah padam."),
        ("a.id.txt", "Tim QNIC Esports menang lagi kemarin. Kapten QNIC senang sekali."),
        (
            "a.en.txt",
            "The first boat, KRI Laksamana Keumala, is due in 2029 and HMNZS Te Kaha sailed.",
        ),
        (
            "a.id.txt",
            "Fiturnya meliputi ABS, QBD, QXA, dan ESP. Hakim merujuk SQMA Nomor 3 Tahun 2023.",
        ),
        ("a.id.txt", "Pemain bernama Calvin \"QW\" Winata itu bangga sekali."),
        ("a.id.txt", "Saham BLTQ naik. Analis kemudian memilih PTXQ untuk pekan depan."),
        ("a.en.txt", "Justice Arief Hidayat, SH, MCL, MPQ, wrote a dissent on Monday."),
    ] {
        assert_eq!(told(name, text, Vec::new()), [], "{text}");
    }
    for (name, text) in [
        ("a.en.txt", "The news came from BPLX, a week after his office closed down."),
        ("a.en.txt", "The data came from BPLX, according to the agency, and were old."),
        ("a.id.txt", "Dari sisi fiskal menurut BPLX, Kementerian Keuangan melaporkan defisit."),
        ("a.id.txt", "Kali ini dari BPLX, pengelola gedung mengklaim semua baik saja."),
        ("a.id.txt", "Di pasar saham menurut BPLX, investor menyambut baik kabar itu."),
    ] {
        asks_for_long_form(name, text);
    }
}

fn styled(prefer: &[&str], glossary: &str, text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("g.csv"), glossary).unwrap();
    let rows = read::glossary(&folder.path().join("g.csv")).unwrap();
    let style = Style { prefer: prefer.iter().map(|s| (*s).to_owned()).collect() };
    let checker = Checker::with_style(rows, &style, Lexicon::builtin());
    let file = file_text(Path::new("a.id.txt"), text);
    let loaded = read::articles_of(&file, &read::Options::default()).unwrap();
    let articles: Vec<&Article> = loaded.articles.iter().collect();
    let found = checker.articles(&file, &articles).into_iter().filter(|f| f.rule == Rule::Variant);
    found.map(|f| format!("{}: {}", f.found, f.suggestions.join(" "))).collect()
}

#[test]
fn house_style_prefers_spellings() {
    const NONE: &str = "indonesian,english,status,variants_indonesian\n";
    let text = "Delegasi Cina tiba di Kiev pada pagi hari. RRC dan Korea Selatan setuju. Kapal itu melintasi Laut China Selatan, kata China Daily.\n";
    let tiongkok = styled(&["Tiongkok", "Kyiv"], NONE, text);
    assert_eq!(tiongkok, ["Cina: Tiongkok", "Kiev: Kyiv"]);
    assert_eq!(styled(&[], NONE, text), [""; 0]);
    // Of two spellings of one name the first counts.
    assert_eq!(styled(&["Cina", "Tiongkok"], NONE, text), [""; 0]);
    // What the glossary has of a spelling goes before.
    let glossary = format!("{NONE}Kiev,Kyiv,approved,Kyiv\nCina,China,approved,\n");
    assert_eq!(styled(&["Tiongkok", "Kyiv"], &glossary, text), [""; 0]);
}

#[test]
fn house_style_comes_from_the_settings_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("padan.toml"), "[style]\nprefer = [\"Kyiv\"]\n").unwrap();
    fs::write(folder.path().join("a.id.txt"), "Pesawat itu tiba di Kiev pagi ini.\n").unwrap();
    let (code, out, _) = run(folder.path(), &["check", "a.id.txt"]);
    assert_eq!(code, 1);
    assert!(out.contains("warning: house style prefers \"Kyiv\" to \"Kiev\" [variant]"), "{out}");
    assert_eq!(run(folder.path(), &["check", "a.id.txt", "--fix"]).0, 0);
    let now = fs::read_to_string(folder.path().join("a.id.txt")).unwrap();
    assert_eq!(now, "Pesawat itu tiba di Kyiv pagi ini.\n");
}
