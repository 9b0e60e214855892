use crate::args::Lookup;
use padan::language::indonesian;
use padan::lexicon::{Lexicon, name_key};
use padan::model::Lang;
use std::io::Write;

pub(crate) fn run(args: &Lookup) -> anyhow::Result<()> {
    let lexicon = super::lexicon();
    let mut out = std::io::stdout().lock();
    for word in &args.words {
        writeln!(out, "{word}")?;
        let lower = word.to_lowercase();
        let mut known = indonesian_word(&mut out, lexicon, &lower)?;
        known |= english_word(&mut out, lexicon, &lower)?;
        known |= name(&mut out, lexicon, word)?;
        known |= composed(&mut out, lexicon, &lower)?;
        if !known {
            writeln!(out, "  not in the lists")?;
        }
    }
    Ok(())
}

fn indonesian_word(out: &mut impl Write, lexicon: &Lexicon, lower: &str) -> anyhow::Result<bool> {
    let mut known = senses(out, lexicon, lower, "Indonesian")?;
    for reading in
        indonesian::readings(lower).iter().filter(|r| lexicon.is_indonesian(&r.base)).take(4)
    {
        known = true;
        let steps = if reading.steps == 1 { "affix" } else { "affixes" };
        senses(
            out,
            lexicon,
            &reading.base,
            &format!("from {} ({} {steps})", reading.base, reading.steps),
        )?;
    }
    Ok(known)
}

/// What a phrase of no list would be in English.
fn composed(out: &mut impl Write, lexicon: &Lexicon, lower: &str) -> anyhow::Result<bool> {
    let choices = padan::glossary::compose_phrase(lower, lexicon);
    let shown: Vec<&str> = choices.iter().take(5).map(String::as_str).collect();
    if !shown.is_empty() {
        writeln!(out, "  put together: {}", shown.join(", "))?;
    }
    Ok(!shown.is_empty())
}

fn senses(
    out: &mut impl Write,
    lexicon: &Lexicon,
    headword: &str,
    label: &str,
) -> anyhow::Result<bool> {
    let (listed, learned) = (lexicon.senses(headword), lexicon.learned(headword));
    if !listed.is_empty() {
        let all: Vec<String> =
            listed.iter().map(|s| format!("{} ({}, {:.2})", s.english, s.pos, s.weight)).collect();
        writeln!(out, "  {label}, listed: {}", all.join(", "))?;
    }
    if !learned.is_empty() {
        let mut learned = learned.to_vec();
        learned.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let all: Vec<String> = learned.iter().map(|(e, w)| format!("{e} ({w:.2})")).collect();
        writeln!(out, "  {label}, learned: {}", all.join(", "))?;
    }
    Ok(!listed.is_empty() || !learned.is_empty())
}

fn english_word(out: &mut impl Write, lexicon: &Lexicon, lower: &str) -> anyhow::Result<bool> {
    let key = lexicon.english_key(lower);
    let heads = lexicon.headwords(&key);
    if heads.is_empty() {
        return Ok(false);
    }
    let all: Vec<&str> = heads.iter().take(12).map(|(h, _)| &**h).collect();
    writeln!(out, "  English {key}: {}", all.join(", "))?;
    let kin: Vec<String> =
        lexicon.english_kin(&key).iter().map(|(k, w)| format!("{k} ({w:.2})")).collect();
    if !kin.is_empty() {
        writeln!(out, "  near in meaning: {}", kin.join(", "))?;
    }
    Ok(true)
}

fn name(out: &mut impl Write, lexicon: &Lexicon, word: &str) -> anyhow::Result<bool> {
    let key = name_key(word);
    let found = lexicon.name(Lang::Id, &key).or_else(|| lexicon.name(Lang::En, &key));
    let Some((entry, _)) = found else { return Ok(false) };
    writeln!(out, "  {}: {} = {}", entry.kind.name(), entry.indonesian, entry.english)?;
    for (label, variants) in [
        ("also in Indonesian", &entry.variants_indonesian),
        ("also in English", &entry.variants_english),
        ("adjective", &entry.adjectives),
    ] {
        if !variants.is_empty() {
            writeln!(out, "  {label}: {}", variants.join(", "))?;
        }
    }
    Ok(true)
}
