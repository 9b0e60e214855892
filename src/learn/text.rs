//! Sentences of one side as numbers of words, and where each word stands.

use rustc_hash::FxHashMap;

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Words by number, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: FxHashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Words {
    /// The number of a word; given if it is new.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = small(self.names.len());
        self.names.push(word.into());
        self.numbers.insert(word.into(), number);
        number
    }

    /// The word with that number.
    pub(super) fn name(&self, number: usize) -> &str {
        &self.names[number]
    }

    pub(super) fn len(&self) -> usize {
        self.names.len()
    }
}

/// Sentences one after the other.
#[derive(Debug, Default)]
pub(super) struct Text {
    words: Vec<u32>,
    ends: Vec<u32>,
}

impl Text {
    pub(super) fn push(&mut self, sentence: &[u32]) {
        self.words.extend_from_slice(sentence);
        self.ends.push(small(self.words.len()));
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Where a sentence lies among all words.
    pub(super) fn range(&self, sentence: usize) -> std::ops::Range<usize> {
        let start = sentence.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        start..self.ends[sentence] as usize
    }

    /// The words of a sentence.
    pub(super) fn sentence(&self, sentence: usize) -> &[u32] {
        &self.words[self.range(sentence)]
    }

    /// Where each of `count` words stands.
    pub(super) fn occurrences(&self, count: usize) -> Occurrences {
        let mut starts = vec![0_u32; count + 1];
        for &word in &self.words {
            starts[word as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut sentences = vec![0; self.words.len()];
        let mut slots = Vec::with_capacity(self.words.len());
        for sentence in 0..self.len() {
            for &word in self.sentence(sentence) {
                let slot = &mut next[word as usize];
                sentences[*slot as usize] = small(sentence);
                slots.push(*slot);
                *slot += 1;
            }
        }
        Occurrences { starts, sentences, slots }
    }
}

/// The sentences of each word, in order, once for each time the word stands there.
#[derive(Debug)]
pub(super) struct Occurrences {
    /// First slot of each word; one more for the end.
    pub(super) starts: Vec<u32>,
    sentences: Vec<u32>,
    /// The slot of each word of the text.
    pub(super) slots: Vec<u32>,
}

impl Occurrences {
    /// The sentences of a word.
    pub(super) fn of(&self, word: usize) -> &[u32] {
        &self.sentences[self.starts[word] as usize..self.starts[word + 1] as usize]
    }
}
