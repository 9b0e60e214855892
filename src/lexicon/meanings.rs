//! What the forms of a run mean, each form looked up once for all runs.
//!
//! Looking up a form takes its morphology and many entries of the lists, and documents share most of
//! their forms. What was found is kept; each run numbers its concepts anew, in the order in which
//! its forms have them, so that no result depends on the runs before.

use super::concepts::{Concept, Concepts};
use super::meaning::Finder;
use super::{Lexicon, name_key};
use crate::model::{Class, Form, Role};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// More forms are not kept from one run to the next: they take about 150 MB.
const MOST: usize = 200_000;
/// So many new forms are looked up by one worker at a time: a short document is shared among a few,
/// and the concepts that the chunks have in common are not found too often.
const CHUNK: usize = 512;

/// What the forms of a run stand for, each a column of one table, in the order of the forms.
#[derive(Debug, Default)]
pub struct Meant {
    /// First entry of each form in `entries`; one more for the end.
    pub starts: Vec<u32>,
    /// Concepts, each with how well it accounts for the form; of a form each once, by number.
    pub entries: Vec<(Concept, f32)>,
    /// The share of sentences of general text that have the form.
    pub shares: Vec<f32>,
    /// What part the form has in a report.
    pub roles: Vec<Role>,
    /// For each concept, whether it is an English one: for an Indonesian word a translation.
    pub english: Vec<bool>,
}

/// What is known of a form, whatever the run.
#[derive(Debug)]
struct Known {
    meaning: Box<[(Concept, f32)]>,
    share: f32,
    role: Role,
}

/// What forms stand for, for one run after the other or for several at a time.
#[derive(Debug)]
pub struct Meanings<'a> {
    lexicon: &'a Lexicon,
    shelf: RwLock<Shelf>,
}

/// All that was found.
#[derive(Debug)]
struct Shelf {
    concepts: Concepts,
    forms: FxHashMap<Form, Known>,
}

/// The meanings of some forms, with the concepts that they are told in.
struct Found {
    known: Vec<Known>,
    concepts: Concepts,
}

impl<'a> Meanings<'a> {
    /// With nothing found yet.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        let concepts = Concepts::over(lexicon.concepts.len());
        Self { lexicon, shelf: RwLock::new(Shelf { concepts, forms: FxHashMap::default() }) }
    }

    /// The lexicon in which forms are looked up.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// What the forms of a run, each given once, stand for. `aliases` are short forms that its texts
    /// introduce: short, long.
    pub fn of(&self, forms: &[Form], aliases: impl Iterator<Item = (String, String)>) -> Meant {
        if self.read().forms.len() > MOST {
            return Self::new(self.lexicon).of(forms, aliases);
        }
        let mut long_forms: FxHashMap<String, String> = FxHashMap::default();
        for (short, long) in aliases {
            long_forms.entry(name_key(&short)).or_insert(long);
        }
        let introduced: Vec<(usize, &str)> = forms
            .iter()
            .enumerate()
            .filter_map(|(at, form)| Some((at, long_form(form, &long_forms)?)))
            .collect();
        self.find_new(forms);
        let own = introduced.iter().map(|&(at, long)| (&forms[at], Some(long)));
        let mut own = found(self.lexicon, own);
        if !introduced.is_empty() {
            self.write().adopt(&mut own, self.lexicon);
        }
        let own = introduced.iter().map(|i| i.0).zip(own.known).collect();
        self.numbered(forms, &own)
    }

    /// Finds the forms that no run had before.
    fn find_new(&self, forms: &[Form]) {
        let new: Vec<&Form> = {
            let shelf = self.read();
            forms.iter().filter(|form| !shelf.forms.contains_key(form)).collect()
        };
        if new.is_empty() {
            return;
        }
        let all: Vec<Found> = new
            .par_chunks(CHUNK)
            .map(|forms| found(self.lexicon, forms.iter().map(|form| (*form, None))))
            .collect();
        let mut shelf = self.write();
        for (forms, mut found) in new.chunks(CHUNK).zip(all) {
            shelf.adopt(&mut found, self.lexicon);
            for (form, known) in forms.iter().zip(found.known) {
                // Another run may have found it meanwhile.
                shelf.forms.entry((*form).clone()).or_insert(known);
            }
        }
    }

    /// The table of forms that were found; `own` are those whose meaning is the run's own, by place.
    fn numbered(&self, forms: &[Form], own: &FxHashMap<usize, Known>) -> Meant {
        let shelf = self.read();
        let mut numbers = Numbers::new(&shelf.concepts, self.lexicon.concepts.len());
        let known: Vec<&Known> = forms
            .iter()
            .enumerate()
            .filter_map(|(at, form)| own.get(&at).or_else(|| shelf.forms.get(form)))
            .collect();
        let mut out = Meant::default();
        out.entries.reserve(known.iter().map(|known| known.meaning.len()).sum());
        for known in known {
            numbers.add(known, &mut out);
        }
        out.starts.push(length(&out.entries));
        out.english = numbers.english;
        out
    }

    fn write(&self) -> RwLockWriteGuard<'_, Shelf> {
        self.shelf.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self) -> RwLockReadGuard<'_, Shelf> {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks up forms; with some comes what the run's own texts introduce them for.
fn found<'f>(lexicon: &Lexicon, forms: impl Iterator<Item = (&'f Form, Option<&'f str>)>) -> Found {
    let mut finder = Finder::new(lexicon);
    let known = forms
        .map(|(form, long)| Known {
            meaning: finder.find(form, long).into_boxed_slice(),
            share: lexicon.share(form.lang, form.class, &form.text),
            role: lexicon.role(form),
        })
        .collect();
    Found { known, concepts: finder.concepts }
}

impl Shelf {
    /// Tells meanings in the shelf's own concepts.
    fn adopt(&mut self, found: &mut Found, lexicon: &Lexicon) {
        let listed = lexicon.concepts.len();
        let adopted: Vec<Concept> =
            found.concepts.keys().map(|key| self.concepts.intern_key(key)).collect();
        for (concept, _) in found.known.iter_mut().flat_map(|known| &mut known.meaning) {
            if let Some(own) = (*concept as usize).checked_sub(listed) {
                *concept = adopted[own];
            }
        }
    }
}

/// A concept that a run has not met yet.
const UNMET: Concept = Concept::MAX;

/// The numbers of a run's concepts: those of the lists as they are, others as they are met.
struct Numbers<'s> {
    concepts: &'s Concepts,
    /// The number of each concept that is not of the lists, once it was met.
    met: Vec<Concept>,
    listed: usize,
    /// For each number, whether it is an English concept.
    english: Vec<bool>,
}

impl<'s> Numbers<'s> {
    fn new(concepts: &'s Concepts, listed: usize) -> Self {
        let met = vec![UNMET; concepts.len() - listed];
        Self { concepts, met, listed, english: vec![false; listed] }
    }

    fn add(&mut self, known: &Known, out: &mut Meant) {
        out.shares.push(known.share);
        out.roles.push(known.role);
        out.starts.push(length(&out.entries));
        let first = out.entries.len();
        out.entries.extend(known.meaning.iter().map(|&(c, weight)| (self.number(c), weight)));
        out.entries[first..].sort_unstable_by_key(|(concept, _)| *concept);
    }

    fn number(&mut self, concept: Concept) -> Concept {
        let Some(at) = (concept as usize).checked_sub(self.listed) else { return concept };
        if self.met[at] == UNMET {
            self.met[at] = length(&self.english);
            self.english.push(self.concepts.is_english(concept));
        }
        self.met[at]
    }
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// What a name stands for if it is one of the short forms.
fn long_form<'l>(form: &Form, long_forms: &'l FxHashMap<String, String>) -> Option<&'l str> {
    if form.class != Class::Name || long_forms.is_empty() {
        return None;
    }
    long_forms.get(&name_key(&form.text)).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    fn forms(texts: &[(&str, Lang, Class)]) -> Vec<Form> {
        texts.iter().map(|&(text, lang, class)| Form::new(lang, class, text)).collect()
    }

    #[test]
    fn runs_before_change_nothing() {
        let first = forms(&[
            ("pemerintahannya", Lang::Id, Class::Word),
            ("Korut", Lang::Id, Class::Name),
            ("government", Lang::En, Class::Word),
            ("1500", Lang::En, Class::Number),
        ]);
        let second = forms(&[
            ("government", Lang::En, Class::Word),
            ("KSN", Lang::Id, Class::Name),
            ("pemerintahannya", Lang::Id, Class::Word),
            ("North Korea", Lang::En, Class::Name),
        ]);
        let aliases = [("KSN".to_owned(), "Korea Selatan Nusantara".to_owned())];
        let lexicon = Lexicon::builtin();
        let kept = Meanings::new(lexicon);
        for round in 0..3 {
            for (run, count) in [(&first, 0), (&second, 0), (&second, 1), (&first, 1)] {
                let aliases = || aliases.iter().take(count).cloned();
                let fresh = Meanings::new(lexicon).of(run, aliases());
                let again = kept.of(run, aliases());
                assert_eq!(fresh.entries, again.entries, "round {round}");
                assert_eq!(fresh.starts, again.starts);
                assert_eq!(fresh.english, again.english);
                assert!(fresh.entries.len() > run.len());
            }
        }
    }
}
