/// A newsroom's own choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    /// Spellings to prefer to any other of the same name: Tiongkok, Kyiv.
    pub prefer: Vec<String>,
}
