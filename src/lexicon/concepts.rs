//! The one space in which words of both languages meet.

use rustc_hash::FxHashMap;

/// A meaning, or something that stands for itself: a name, a number, a day.
pub type Concept = u32;

/// Which kind of thing a concept is. Written as the first letter of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// An English lemma or phrase.
    English,
    /// What remains of an English word without derivational endings.
    Stem,
    /// An Indonesian word, root or phrase.
    Indonesian,
    /// A group of English synonyms.
    EnglishGroup,
    /// A group of Indonesian synonyms.
    IndonesianGroup,
    /// A name as spelled, in small letters.
    Name,
    /// A name's re-spelling key: one for all its spellings.
    Key,
    /// A name of padan's lists.
    Listed,
    /// A number.
    Number,
    /// A day, month or year.
    Date,
}

impl Space {
    fn mark(self) -> char {
        match self {
            Self::English => 'e',
            Self::Stem => 's',
            Self::Indonesian => 'i',
            Self::EnglishGroup => 'G',
            Self::IndonesianGroup => 'g',
            Self::Name => '=',
            Self::Key => '~',
            Self::Listed => 'n',
            Self::Number => '#',
            Self::Date => '@',
        }
    }
}

/// Concepts by name. A run's own concepts lie over the lexicon's.
#[derive(Debug, Default, Clone)]
pub struct Concepts {
    ids: FxHashMap<Box<str>, Concept>,
    names: Vec<Box<str>>,
    /// Ids below this belong to the table underneath.
    first: Concept,
}

impl Concepts {
    /// A table over one that holds `first` concepts.
    pub fn over(first: usize) -> Self {
        Self { first: u32::try_from(first).unwrap_or(u32::MAX), ..Self::default() }
    }

    /// The concept of that space and name; made if new. `buffer` is scratch.
    pub fn intern(&mut self, space: Space, name: &str, buffer: &mut String) -> Concept {
        key(space, name, buffer);
        self.intern_key(buffer)
    }

    /// The same by the letter of the space and the name behind it.
    pub(super) fn intern_key(&mut self, key: &str) -> Concept {
        if let Some(&id) = self.ids.get(key) {
            return id;
        }
        let id = self.first + u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(key.into());
        self.ids.insert(key.into(), id);
        id
    }

    /// The concepts of this table, each the letter of its space and its name.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| &**name)
    }

    /// The concept, if it is there.
    pub fn get(&self, space: Space, name: &str, buffer: &mut String) -> Option<Concept> {
        key(space, name, buffer);
        self.ids.get(buffer.as_str()).copied()
    }

    /// A concept's name, without the letter of its space.
    pub fn name(&self, concept: Concept) -> Option<&str> {
        let at = concept.checked_sub(self.first)?;
        self.names.get(at as usize).map(|n| &n[1..])
    }

    /// Whether a concept of this table is an English one: for an Indonesian word those are
    /// translations.
    pub(super) fn is_english(&self, concept: Concept) -> bool {
        let name = concept.checked_sub(self.first).and_then(|at| self.names.get(at as usize));
        name.is_some_and(|name| name.starts_with(['e', 's', 'G']))
    }

    /// How many there are, with those underneath.
    pub fn len(&self) -> usize {
        self.first as usize + self.names.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn key(space: Space, name: &str, buffer: &mut String) {
    buffer.clear();
    buffer.push(space.mark());
    buffer.push_str(name);
}
