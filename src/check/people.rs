//! Whether two names that look alike are two people's.

use super::rival::{cut, is_alike, plain};
use super::words::{is_all_capitals, is_capital};
use crate::language::facts;
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, respell};
use crate::model::{Lang, Sentence, Span};

/// So many changed letters tell two names apart where the text has both together or again and again:
/// a slip of the pen is one letter, or stands once.
const OTHER_NAME: usize = 2;
/// Two names that share a part longer than Al, bin or van are rather one: Aban Offshore Ltd, Ltyd.
const PARTICLE: usize = 3;
/// A name that stands so often is no slip.
const AGAIN: usize = 2;

/// Nicknames between quotation marks have so many bytes at most, marks and all.
const NICKNAME: usize = 32;

/// What follows a name, a nickname apart: Rizky "Oniru" Ramadhan.
fn without_nickname(rest: &str) -> &str {
    let nickname = rest.strip_prefix(' ').and_then(|r| {
        let marks = [('"', '"'), ('“', '”'), ('\'', '\''), ('‘', '’')];
        let (open, close) = marks.into_iter().find(|(open, _)| r.starts_with(*open))?;
        let end = r[open.len_utf8()..].find(close)? + open.len_utf8();
        (end <= NICKNAME && !r[..end].contains('\n')).then(|| &r[end + close.len_utf8()..])
    });
    nickname.unwrap_or(rest)
}

fn is_clan(part: &str) -> bool {
    naming().is_cue("clan", part)
}

/// The names of one article, by their parts.
pub(super) struct People<'a> {
    pub(super) text: &'a str,
    pub(super) sentences: &'a [Sentence],
    lexicon: &'a Lexicon,
    mentions: Vec<(Vec<String>, Span)>,
    /// Words with a capital right behind a name that the analysis left out of it: Putri, a common
    /// word, in Vania Putri.
    behind: Vec<(usize, String)>,
}

impl<'a> People<'a> {
    pub(super) fn new(text: &'a str, sentences: &'a [Sentence], lexicon: &'a Lexicon) -> Self {
        Self { text, sentences, lexicon, mentions: Vec::new(), behind: Vec::new() }
    }

    pub(super) fn add(&mut self, name: &str, span: Span) {
        let next = self.text.get(span.end..).map(without_nickname);
        let next = next.and_then(|rest| rest.strip_prefix(' '));
        let next = next.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        if let Some(next) = next.filter(|w| is_capital(w) && !is_all_capitals(w)) {
            self.behind.push((self.mentions.len(), plain(next)));
        }
        self.mentions.push((cut(name), span));
    }

    /// Khalid Al Mahri and Nasser Al Maamari, Vania Putri and Vanya Kirana, also where the text goes
    /// on with the part that is alike.
    ///
    /// Each has a name of its own beside that part; or the text sets them apart ([`super::contrast`]); or the names differ in more than their spelling
    /// and both stand in one sentence (a list of players), or both again and again. Two that "and"
    /// joins are two, and so are two that the text introduces each by itself, by an age or a relative
    /// ("kemenakannya, La Ode Harsin"). A title of birth or clan that two names share does not make
    /// them one.
    pub(super) fn are_two(&self, a: &str, b: &str) -> bool {
        let (a, b) = (cut(a), cut(b));
        if self.have_other_names(&a, &b) || self.are_set_apart(&a, &b) {
            return true;
        }
        let count = a.len().min(b.len());
        let (a, b) = (&a[a.len() - count..], &b[b.len() - count..]);
        let may_be_one = |(x, y): (&String, &String)| plain(x) == plain(y) || is_alike(x, y);
        if !a.iter().zip(b).all(may_be_one) {
            return false;
        }
        let (first, second) = (self.first_names(a), self.first_names(b));
        if !first.is_empty() && !second.is_empty() {
            let mut shared = first.iter().filter(|name| second.contains(name)).peekable();
            if shared.peek().is_none() || shared.any(|name| !is_clan(name)) {
                return !first.iter().any(|name| second.contains(name));
            }
        }
        let (x, y) = (respell::respelled(&a.join(" ")), respell::respelled(&b.join(" ")));
        let own = |x: &str| x.len() > PARTICLE && !is_clan(&plain(x));
        if a.iter().zip(b).any(|(x, y)| plain(x) == plain(y) && own(x)) {
            return false;
        }
        let (one, two) = (self.introduced(a), self.introduced(b));
        if one && two {
            return true;
        }
        if strsim::levenshtein(&x, &y) < OTHER_NAME {
            return false;
        }
        // One is introduced, and both stand there in full.
        if (one || two) && self.is_in_full(a) && self.is_in_full(b) {
            return true;
        }
        let (here, there) = (self.sentences_with(a), self.sentences_with(b));
        here.iter().any(|s| there.contains(s)) || here.len().min(there.len()) >= AGAIN
    }

    /// Whether the text has the name with another part before or in it.
    pub(super) fn is_in_full(&self, name: &[String]) -> bool {
        name.len() > 1
            || self.ending_in(name).any(|(head, s)| !head.is_empty() || self.start(s) < s.start)
    }

    /// Whether the parts that are alike stand beside other names in the text, each beside its own.
    fn have_other_names(&self, a: &[String], b: &[String]) -> bool {
        a.iter().any(|x| {
            b.iter().filter(|y| plain(x) != plain(y) && is_alike(x, y)).any(|y| {
                let (first, second) = (self.beside(x), self.beside(y));
                let other = |first: &[String], second: &[String]| {
                    let one = |n: &String, m: &String| n == m || is_alike(n, m);
                    !first.is_empty()
                        && !second.is_empty()
                        && !first.iter().any(|n| second.iter().any(|m| one(n, m)))
                };
                // A given name and one alike may be shared, the names behind them are not: Ahmad
                // Lutfi Balbeid, Ahmad Luthfi Harahap.
                other(&first, &second) || other(&self.behind(x), &self.behind(y))
            })
        })
    }

    /// What stands behind a part in the names that have it, titles, days and particles apart.
    fn behind(&self, part: &str) -> Vec<String> {
        let wanted = plain(part);
        let own = |parts: &[String]| parts.iter().position(|p| plain(p) == wanted);
        let inside = self.mentions.iter().filter_map(|(parts, _)| {
            parts.get(own(parts)? + 1..).map(|rest| rest.iter().map(|p| plain(p)))
        });
        let after = self.behind.iter().filter(|(at, _)| {
            let parts = &self.mentions[*at].0;
            own(parts).is_some_and(|n| n + 1 == parts.len())
        });
        let days = [Lang::Id, Lang::En].map(|lang| &facts(lang).weekdays);
        inside
            .flatten()
            .chain(after.map(|(_, word)| word.clone()))
            .filter(|p| p.len() > PARTICLE && !self.lexicon.is_title(p))
            .filter(|p| !days.iter().any(|list| list.contains_key(p.as_str())))
            .collect()
    }

    /// Where names stand that have a part in this spelling.
    pub(super) fn with_part(&self, part: &str) -> impl Iterator<Item = Span> {
        let wanted = plain(part);
        let has = move |parts: &[String]| parts.iter().any(|p| plain(p) == wanted);
        self.mentions.iter().filter(move |(parts, _)| has(parts)).map(|(_, span)| *span)
    }

    /// The other parts of the names that have a part in this spelling, titles and particles apart.
    fn beside(&self, part: &str) -> Vec<String> {
        let wanted = plain(part);
        let has = |parts: &[String]| parts.iter().any(|p| plain(p) == wanted);
        let full = self.mentions.iter().filter(|(parts, _)| has(parts));
        let behind = self.behind.iter().filter(|(at, _)| has(&self.mentions[*at].0));
        // Jose Rafael "Bong" Macaraeg: the part is what the analysis left out.
        let before = self.behind.iter().filter(|(_, word)| *word == wanted);
        let before = before.flat_map(|(at, _)| {
            let parts = self.mentions[*at].0.iter().map(|p| plain(p));
            parts.filter(|p| !self.lexicon.is_title(p))
        });
        // Before a name Putri is a title, behind it none.
        let others = full.flat_map(|(parts, _)| {
            let plain: Vec<String> = parts.iter().map(|p| plain(p)).collect();
            let own = plain.iter().position(|p| *p == wanted).unwrap_or(0);
            let kept = plain.into_iter().enumerate();
            kept.filter(move |(at, p)| *at > own || !self.lexicon.is_title(p)).map(|(_, p)| p)
        });
        others
            .chain(behind.map(|(_, word)| word.clone()))
            .chain(before)
            .filter(|p| *p != wanted && p.len() > PARTICLE)
            .collect()
    }

    pub(super) fn ending_in<'n>(
        &'n self,
        tail: &'n [String],
    ) -> impl Iterator<Item = (&'n [String], Span)> {
        let same = |x: &String, y: &String| plain(x) == plain(y);
        self.mentions.iter().filter_map(move |(parts, span)| {
            let head = parts.len().checked_sub(tail.len())?;
            let ends = parts[head..].iter().zip(tail).all(|(x, y)| same(x, y));
            ends.then_some((&parts[..head], *span))
        })
    }

    /// What stands before a family name, titles apart, one spelling for each.
    fn first_names(&self, family: &[String]) -> Vec<String> {
        self.ending_in(family)
            .filter_map(|(head, _)| head.iter().find(|p| !self.lexicon.is_title(&plain(p))))
            .map(|first| respell::respelled(first))
            .collect()
    }

    /// The sentence of each mention.
    pub(super) fn sentences_with(&self, name: &[String]) -> Vec<usize> {
        self.ending_in(name)
            .map(|(_, span)| self.sentences.partition_point(|s| s.span.start <= span.start))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn people<'a>(sentences: &'a [Sentence], names: &[&[&str]]) -> People<'a> {
        let mut out = People::new("", sentences, Lexicon::builtin());
        for (at, list) in names.iter().enumerate() {
            for name in *list {
                out.add(name, Span::new(at * 10, at * 10 + 1));
            }
        }
        out
    }

    #[test]
    fn two_people_and_one() {
        let sentences: Vec<Sentence> = (0..9)
            .map(|n| Sentence {
                number: 1,
                kind: Kind::Sentence,
                span: Span::new(n * 10, n * 10 + 9),
                paragraph: 1,
            })
            .collect();
        for (names, a, b, two) in [
            // Each with a first name.
            (
                &[&["Khalid Al Mahri"][..], &["Nasser Al Maamari"]][..],
                "Al Mahri",
                "Al Maamari",
                true,
            ),
            (&[&["Dwi Rahmat"], &["Budi Rachmat"], &["Rachmat"]], "Rachmat", "Rahmat", true),
            (&[&["Budi Rahmat"], &["Budi Rachmat"], &["Rachmat"]], "Rachmat", "Rahmat", false),
            (
                &[&["Aban Offshore Limited", "Aban Offshore Limtad"]],
                "Aban Offshore Limited",
                "Aban Offshore Limtad",
                false,
            ),
            // Alike first names of two families.
            (&[&["Vania Putri"], &["Vanya Kirana"], &["Vania"]], "Vanya Kirana", "Vania", true),
            (&[&["Vania Putri"], &["Vanya"], &["Vania"]], "Vanya", "Vania", false),
            // A title is no first name.
            (&[&["Presiden Rahmat"], &["Budi Rachmat"]], "Rachmat", "Rahmat", false),
            // Both in a list of players.
            (&[&["Al Saadi", "Al Mahri", "Al Maamari"]], "Al Mahri", "Al Maamari", true),
            // Both again and again; one of them once.
            (
                &[&["Al Mahri"], &["Al Maamari"], &["Al Mahri"], &["Al Maamari"]],
                "Al Mahri",
                "Al Maamari",
                true,
            ),
            (&[&["Al Mahri"], &["Al Maamari"], &["Al Mahri"]], "Al Mahri", "Al Maamari", false),
            (&[&["Rahmat"], &["Rachmat"], &["Rahmat"], &["Rachmat"]], "Rahmat", "Rachmat", false),
            // One name in two spellings, wherever it stands.
            (
                &[&["Sukarno", "Soekarno"], &["Sukarno"], &["Soekarno"]],
                "Sukarno",
                "Soekarno",
                false,
            ),
        ] {
            assert_eq!(people(&sentences, names).are_two(a, b), two, "{names:?}");
        }
    }
    #[test]
    fn what_the_text_says_of_two() {
        for (text, a, b, two) in [
            ("La Ode Harisun pulang. Ada kemenakannya, La Ode Harsin.", "Harisun", "Harsin", true),
            ("La Ode Harisun pulang. Ada La Ode Harsin.", "Harisun", "Harsin", false),
            ("Rahmat dan Rachmat pulang.", "Rahmat", "Rachmat", true),
            ("Rahmat (53) pulang. Ada Rachmat, 48 tahun.", "Rahmat", "Rachmat", true),
            ("Rahmat (53) pulang. Kata Rachmat, ia lelah.", "Rahmat", "Rachmat", false),
            ("Andi Sudirman dan Andi Sudarmin pulang.", "Andi Sudirman", "Andi Sudarmin", true),
            ("Andi Rahmat pulang, kata Andi Rachmat.", "Andi Rahmat", "Andi Rachmat", false),
        ] {
            let stop = text.find(". ").map_or(text.len(), |at| at + 1);
            let sentences: Vec<Sentence> = [Span::new(0, stop), Span::new(stop, text.len())]
                .map(|span| Sentence { number: 1, kind: Kind::Sentence, span, paragraph: 1 })
                .into();
            let mut out = People::new(text, &sentences, Lexicon::builtin());
            for name in [a, b] {
                let at = text.find(name).unwrap();
                out.add(name, Span::new(at, at + name.len()));
            }
            assert_eq!(out.are_two(a, b), two, "{text}");
        }
    }
}
