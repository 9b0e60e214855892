//! Plain data that every stage takes and gives. Imports nothing of the crate.

mod analysis;
mod finding;
mod odds;
mod pair;
mod span;
mod style;
mod term;
mod text;

pub use analysis::{Analysed, Class, Form, Numeral, Role, Token, TokenKind, Word, WordId};
pub use finding::{Finding, Place, Rule, Severity};
pub use odds::{log_odds, probability, weights};
pub use pair::{Conflict, Evidence, Fact, Pair, Side};
pub use span::Span;
pub use style::Style;
pub use term::{COLUMNS, Entry, EntryKind, Kept, Origin, Status, VariantGroup, VariantRow};
pub use text::{Article, FileText, Kind, Lang, Offsets, Passage, Sentence, Unit, is_blank};
