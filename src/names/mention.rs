//! Where names stand in a sentence.

use crate::lexicon::{Lexicon, name_key};
use crate::model::{Analysed, Class, EntryKind, Form, Lang, Span};

/// A name in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes within the sentence.
    pub span: Span,
    /// As written, without a possessive.
    pub text: String,
    /// What it seems to name here.
    pub kind: EntryKind,
    /// The name of which this is a part or a longer form, as the article has it: Choe for Choe Son
    /// Hui, wilayah Kursk for Kursk.
    pub of: Option<String>,
}

/// Words that head the name of a body, in both languages.
const BODIES: &[&str] = &[
    "badan",
    "dewan",
    "komisi",
    "kementerian",
    "departemen",
    "lembaga",
    "mahkamah",
    "pengadilan",
    "kejaksaan",
    "kepolisian",
    "bank",
    "universitas",
    "institut",
    "pusat",
    "komite",
    "partai",
    "asosiasi",
    "federasi",
    "persatuan",
    "yayasan",
    "rumah",
    "kantor",
    "dinas",
    "direktorat",
    "balai",
    "majelis",
    "perusahaan",
    "organisasi",
    "uni",
    "liga",
    "klub",
    "tim",
    "polda",
    "polres",
    "stasiun",
    "korps",
    "komando",
    "pangkalan",
    "sekolah",
    "pt",
    "otoritas",
    "satuan",
    "forum",
    "agency",
    "council",
    "commission",
    "ministry",
    "department",
    "court",
    "bank",
    "university",
    "institute",
    "center",
    "centre",
    "committee",
    "party",
    "association",
    "federation",
    "foundation",
    "hospital",
    "office",
    "authority",
    "board",
    "organization",
    "organisation",
    "union",
    "league",
    "club",
    "police",
    "forum",
    "corporation",
    "bureau",
    "command",
];

/// Words before the name of a place.
const PLACE_CUES: &[&str] = &[
    "di",
    "ke",
    "dari",
    "wilayah",
    "kota",
    "desa",
    "kabupaten",
    "provinsi",
    "pulau",
    "kecamatan",
    "kelurahan",
    "teluk",
    "selat",
    "laut",
    "gunung",
    "sungai",
    "bandara",
    "pelabuhan",
    "in",
    "near",
    "from",
    "at",
    "city",
    "island",
    "village",
];

/// Words before the name of a person.
const PERSON_CUES: &[&str] = &[
    "kata",
    "ujar",
    "tutur",
    "ucap",
    "jelas",
    "tulis",
    "papar",
    "imbuh",
    "tambah",
    "menurut",
    "presiden",
    "menteri",
    "gubernur",
    "wali kota",
    "bupati",
    "jenderal",
    "kolonel",
    "pak",
    "bu",
    "bapak",
    "ibu",
    "dr",
    "prof",
    "ir",
    "haji",
    "hakim",
    "pelatih",
    "pemain",
    "ketua",
    "direktur",
    "juru bicara",
    "diplomat",
    "analis",
    "said",
    "president",
    "minister",
    "governor",
    "general",
    "mr",
    "mrs",
    "ms",
    "dr",
    "captain",
    "coach",
    "chairman",
    "director",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "analyst",
    "tersangka",
    "kapten",
];

/// The names of one analysed sentence.
pub fn mentions(
    text: &str,
    lang: Lang,
    sentence: &Analysed,
    forms: &[Form],
    lexicon: &Lexicon,
) -> Vec<Found> {
    let mut out = Vec::new();
    let words = &sentence.words;
    let mut at = 0;
    while at < words.len() {
        if let Some(end) = body_run(text, sentence, forms, at) {
            let span = Span::new(words[at].span.start, words[end - 1].span.end);
            out.push(Found {
                span,
                text: clean(span.of(text)),
                kind: EntryKind::Organisation,
                of: None,
            });
        }
        let form = &forms[words[at].id as usize];
        if form.class == Class::Name && form.text.chars().count() > 1 {
            let span = words[at].span;
            let before = at.checked_sub(1).map_or("", |b| &*forms[words[b].id as usize].text);
            let kind = kind_of(form, lang, before, lexicon);
            out.push(Found { span, text: clean(span.of(text)), kind, of: None });
        }
        at += 1;
    }
    out
}

fn clean(written: &str) -> String {
    let w = written.strip_suffix("'s").or(written.strip_suffix("’s")).unwrap_or(written);
    w.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kind_of(form: &Form, lang: Lang, before: &str, lexicon: &Lexicon) -> EntryKind {
    if let Some((entry, _)) = lexicon.name(lang, &name_key(&form.text)) {
        return entry.kind;
    }
    let last = before.rsplit(' ').next().unwrap_or("");
    if PERSON_CUES.contains(&before) || PERSON_CUES.contains(&last) || lexicon.is_title(before) {
        return EntryKind::Person;
    }
    if PLACE_CUES.contains(&last) {
        return EntryKind::Place;
    }
    let acronym =
        form.text.len() >= 2 && form.text.chars().all(|c| c.is_uppercase() || c.is_numeric());
    if acronym {
        EntryKind::Organisation
    } else if form.text.contains(' ') {
        EntryKind::Person
    } else {
        EntryKind::Name
    }
}

/// The end of a body's name that starts at word `at`: capitals in a row, headed by a word such as
/// Badan, with small linking words inside.
fn body_run(text: &str, sentence: &Analysed, forms: &[Form], at: usize) -> Option<usize> {
    let words = &sentence.words;
    let capital = |k: usize| words[k].span.of(text).starts_with(char::is_uppercase);
    let adjacent = |k: usize| {
        let gap = &text[words[k - 1].span.end..words[k].span.start];
        gap.chars().all(|c| c.is_whitespace() || c == '-')
    };
    let lower = |k: usize| words[k].span.of(text).to_lowercase();
    if !capital(at)
        || (at > 0
            && capital(at - 1)
            && adjacent(at)
            && forms[words[at - 1].id as usize].class != Class::Function)
    {
        return None;
    }
    let mut end = at + 1;
    let mut k = end;
    while k < words.len() && adjacent(k) {
        if capital(k) {
            end = k + 1;
        } else if !matches!(
            lower(k).as_str(),
            "dan" | "of" | "and" | "for" | "the" | "untuk" | "bagi"
        ) {
            break;
        }
        k += 1;
    }
    let heads = |k: usize| lower(k).split([' ', '-']).any(|w| BODIES.contains(&w));
    let english_tail =
        heads(end - 1) || (at..end).any(|k| lower(k) == "of" && k > at && heads(k - 1));
    (end - at >= 2 && (heads(at) || english_tail)).then_some(end)
}
