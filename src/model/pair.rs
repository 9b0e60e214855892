use std::ops::Range;

/// One or more neighbouring sentences of one article.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Side {
    /// Index of the article in the run.
    pub article: usize,
    /// First sentence, counted from 0.
    pub first: usize,
    /// How many; 0 for the empty side of an unmatched sentence.
    pub count: usize,
}

impl Side {
    /// One sentence.
    pub fn one(article: usize, sentence: usize) -> Self {
        Self { article, first: sentence, count: 1 }
    }

    /// The sentences as indices into the article's list.
    pub fn range(&self) -> Range<usize> {
        self.first..self.first + self.count
    }
}

/// What speaks against two sentences stating one fact.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// Figures of the left that the right gives otherwise.
    Number(String, String),
    /// Names only one side has.
    Name(String),
    /// One side denies.
    Negation,
}

/// What speaks for or against a pair, in words an editor understands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// A name both sides have, as the left spells it.
    Name(String),
    /// A number or a date both sides have.
    Number(String),
    /// Words that translate or restate each other.
    Words(String, String),
    /// An article of which a sentence tells the same as both sides.
    Witness(String),
    /// Something that does not fit.
    Against(Conflict),
    /// Words of the left side, most telling first, that nothing on the right accounts for.
    OnlyLeft(Vec<String>),
    /// The same for the right side.
    OnlyRight(Vec<String>),
}

/// Sentences that state the same fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The Indonesian side where the languages differ, else the earlier article.
    pub left: Side,
    /// The other side.
    pub right: Side,
    /// Probability that the two state the same fact.
    pub score: f64,
    /// The strongest reasons.
    pub evidence: Vec<Evidence>,
}

/// A group of sentences, over articles, that state one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its members: the one that represents them first, then the others by article and sentence.
    pub members: Vec<Side>,
}

impl Fact {
    /// What a fact says of pairs: every two of its members from different articles agree.
    pub fn pairs(&self) -> impl Iterator<Item = (&Side, &Side)> {
        let members = &self.members;
        members.iter().enumerate().flat_map(move |(at, left)| {
            let others = members[at + 1..].iter().filter(|r| r.article != left.article);
            others.map(move |right| (left, right))
        })
    }
}
