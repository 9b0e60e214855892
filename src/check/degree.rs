//! Degrees and memberships behind a person's name, which nobody writes out: "dr. Suhartono, Sp.B.,
//! FINACS.", "Jonas Bergmann, FRCS, said".

use super::words::{Words, is_all_capitals, is_capital};
use crate::language::naming::naming;
use crate::model::{Lang, Span};

/// The parts of a degree with stops (Sp.B., M.Kes.) are no longer.
const PART: usize = 5;

/// Whether the short form at `at` stands where degrees stand: between commas behind a person's name
/// or behind another degree.
pub(super) fn is_degree(text: &str, lang: Lang, words: &Words, at: usize) -> bool {
    let span = words.atoms[at].span;
    let Some(before) = text[..span.start].trim_end().strip_suffix(',') else { return false };
    let last = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    if is_written_degree(last, lang) {
        return true;
    }
    // A listed degree is one behind any word with a capital: "Yulindawati, SH, wrote".
    let listed = naming().degrees.contains(words.key(at))
        && at.checked_sub(1).is_some_and(|n| is_capital(words.atoms[n].span.of(text)));
    listed || ends_a_name(text, words, at) && goes_on(&text[span.end..])
}

/// "Sp.B.", "M.Kes", "MARS": with stops inside, or of the list.
fn is_written_degree(word: &str, lang: Lang) -> bool {
    let letters: String = word.chars().filter(|c| *c != '.').collect();
    if naming().degrees.contains(letters.to_lowercase().as_str()) {
        return letters.starts_with(char::is_uppercase);
    }
    // English has U.S. and a.m. as well: there the list decides.
    let parts: Vec<&str> = word.trim_end_matches('.').split('.').collect();
    lang == Lang::Id
        && parts.len() > 1
        && word.starts_with(char::is_uppercase)
        && parts
            .iter()
            .all(|p| (1..=PART).contains(&p.chars().count()) && p.chars().all(char::is_alphabetic))
}

/// Whether two words of a name, or a form of address and one, stand before the comma.
fn ends_a_name(text: &str, words: &Words, at: usize) -> bool {
    let named = |n: usize| {
        let word = words.atoms[n].span.of(text);
        is_capital(word) && !is_all_capitals(word)
    };
    let Some(last) = at.checked_sub(1).filter(|n| named(*n)) else { return false };
    let Some(first) = last.checked_sub(1) else { return false };
    let Span { end, .. } = words.atoms[first].span;
    let between = &text[end..words.atoms[last].span.start];
    let address = naming().honorifics.contains(words.key(first));
    let particle = naming().is_cue("inside", words.key(first));
    between == " " && (named(first) || address || particle) || between == ". " && address
}

/// Whether the sentence goes on without listing: ", AAK., mengatakan", not ", BPLX, dan Telkom".
fn goes_on(after: &str) -> bool {
    let stopped = after.strip_prefix('.');
    let Some(rest) = stopped.unwrap_or(after).strip_prefix(',') else { return false };
    let rest = rest.trim_start();
    let next = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let lists = matches!(next, "" | "dan" | "serta" | "atau" | "and" | "or" | "hingga" | "sampai");
    // A comma behind a full stop ends no sentence: only a degree is written so.
    stopped.is_some() || !lists && next.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_and_other_short_forms() {
        for (lang, text, short, degree) in [
            (Lang::Id, "kata dr. Suhartono, Sp.B., FINQCS. Ia", "FINQCS", true),
            (Lang::Id, "dr. Harapan Situmorang, AQK., mengatakan", "AQK", true),
            (Lang::Id, "dr. Suhartono, FINQCS, menambahkan", "FINQCS", true),
            (Lang::Id, "Ir. Budi, M.T., IPQ, ASQAN Eng., hadir", "IPQ", true),
            (Lang::En, "Dr. Jonas Bergmann, FRQS, said so", "FRQS", true),
            (Lang::En, "Anna Bergmann, Ph.D., FRQS, said so", "FRQS", true),
            (Lang::En, "Justice Arief Hidayat, SH, MS, wrote", "SH", true),
            (Lang::En, "Justice Arief Hidayat, SH, MPQ, wrote", "MPQ", true),
            (Lang::En, "Her lawyer, Yulindawati, SH, wrote", "SH", true),
            (Lang::En, "Br. Yohanes de Rosari, OFM, and Sr. Johana", "OFM", true),
            (Lang::Id, "oleh Bank Mandiri, BPQX, dan Telkom", "BPQX", false),
            (Lang::Id, "oleh Bank Mandiri, BPQX, Telkom", "BPQX", false),
            (Lang::Id, "di Jakarta, BPQX, lembaga", "BPQX", false),
            (Lang::En, "in the U.S., BPQX said", "BPQX", false),
        ] {
            let words = Words::new(text);
            let at = words.atoms.iter().position(|a| a.span.of(text) == short).unwrap();
            assert_eq!(is_degree(text, lang, &words, at), degree, "{text}");
        }
    }
}
