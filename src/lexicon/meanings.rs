//! What the forms of a run mean, each form looked up once for all runs.
//!
//! Looking up a form takes its morphology and many entries of the lists, and documents share most of
//! their forms. What was found is kept; each run numbers its concepts anew, in the order in which
//! its forms have them, so that no result depends on the runs before.

use super::concepts::Concept;
use super::meaning::{Finder, Meaning};
use super::{Lexicon, name_key};
use crate::model::{Class, Form, Role};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// More forms are not kept from one run to the next: they take about 100 MB.
const MOST: usize = 200_000;
/// From so many new forms on it pays to share the work among cores.
const MANY: usize = 4096;

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
    meaning: Meaning,
    share: f32,
    role: Role,
}

/// Makes meanings for one run after the other.
#[derive(Debug)]
pub struct Meanings<'a> {
    finder: Finder<'a>,
    places: FxHashMap<Form, usize>,
    known: Vec<Known>,
    numbers: Numbers,
}

impl<'a> Meanings<'a> {
    /// With nothing looked up yet.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            finder: Finder::new(lexicon),
            places: FxHashMap::default(),
            known: Vec::new(),
            numbers: Numbers::default(),
        }
    }

    /// The lexicon in which forms are looked up.
    pub fn lexicon(&self) -> &'a Lexicon {
        self.finder.lexicon()
    }

    /// What the forms of a run stand for. `aliases` are short forms that its texts introduce: short,
    /// long.
    pub fn of(&mut self, forms: &[Form], aliases: impl Iterator<Item = (String, String)>) -> Meant {
        if self.known.len() > MOST {
            *self = Self::new(self.lexicon());
        }
        let places = self.places(forms);
        let mut long_forms: FxHashMap<String, String> = FxHashMap::default();
        for (short, long) in aliases {
            long_forms.entry(name_key(&short)).or_insert(long);
        }
        self.numbers.start(self.lexicon().concepts.len());
        let mut out = Meant::default();
        for (form, &place) in forms.iter().zip(&places) {
            let known = &self.known[place];
            out.shares.push(known.share);
            out.roles.push(known.role);
            out.starts.push(u32::try_from(out.entries.len()).unwrap_or(u32::MAX));
            let first = out.entries.len();
            match long_form(form, &long_forms) {
                None => self.numbers.take(&known.meaning, &self.finder, &mut out.entries),
                Some(long) => {
                    let own = self.finder.find(form, Some(long));
                    self.numbers.take(&own, &self.finder, &mut out.entries);
                }
            }
            out.entries[first..].sort_unstable_by_key(|(concept, _)| *concept);
        }
        out.starts.push(u32::try_from(out.entries.len()).unwrap_or(u32::MAX));
        out.english.clone_from(&self.numbers.english);
        out
    }

    /// The place of each form in what is known; new ones are looked up.
    fn places(&mut self, forms: &[Form]) -> Vec<usize> {
        let mut new: Vec<&Form> = Vec::new();
        let places = forms
            .iter()
            .map(|form| {
                self.places.get(form).copied().unwrap_or_else(|| {
                    new.push(form);
                    let place = self.places.len();
                    self.places.insert(form.clone(), place);
                    place
                })
            })
            .collect();
        let lexicon = self.lexicon();
        let plain =
            |form: &&Form| (lexicon.share(form.lang, form.class, &form.text), lexicon.role(form));
        let plain: Vec<(f32, Role)> = if new.len() < MANY {
            new.iter().map(plain).collect()
        } else {
            new.par_iter().map(plain).collect()
        };
        for (form, (share, role)) in new.into_iter().zip(plain) {
            let meaning = self.finder.find(form, None);
            self.known.push(Known { meaning, share, role });
        }
        places
    }
}

/// The numbers of a run's concepts: those of the lists as they are, others as they are met.
#[derive(Debug, Default)]
struct Numbers {
    round: u32,
    /// For each concept of the finder, the round in which it was last met, and its number there.
    all: Vec<(u32, Concept)>,
    english: Vec<bool>,
}

impl Numbers {
    /// Begins a run; the first `listed` concepts belong to the lists.
    fn start(&mut self, listed: usize) {
        self.round += 1;
        self.english.clear();
        self.english.resize(listed, false);
    }

    fn take(&mut self, meaning: &Meaning, finder: &Finder<'_>, out: &mut Vec<(Concept, f32)>) {
        self.all.resize(finder.concepts(), (0, 0));
        let listed = finder.lexicon().concepts.len();
        for &(concept, weight) in meaning {
            let at = concept as usize;
            if at < listed {
                out.push((concept, weight));
                continue;
            }
            if self.all[at].0 != self.round {
                let number = Concept::try_from(self.english.len()).unwrap_or(Concept::MAX);
                self.all[at] = (self.round, number);
                self.english.push(finder.is_english(concept));
            }
            out.push((self.all[at].1, weight));
        }
    }
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
        texts.iter().map(|&(text, lang, class)| Form { lang, class, text: text.into() }).collect()
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
        let mut kept = Meanings::new(lexicon);
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
