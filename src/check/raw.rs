use crate::model::{Rule, Span};

/// A finding within a passage, before its place in the file is known.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub(super) span: Span,
    pub(super) rule: Rule,
    pub(super) message: String,
    pub(super) suggestions: Vec<String>,
    pub(super) certain: bool,
}

impl Raw {
    pub(super) fn new(span: Span, rule: Rule, message: impl Into<String>) -> Self {
        let (suggestions, certain) = (Vec::new(), false);
        Self { span, rule, message: message.into(), suggestions, certain }
    }

    pub(super) fn suggest(mut self, suggestions: impl IntoIterator<Item = String>) -> Self {
        self.suggestions = suggestions.into_iter().collect();
        self
    }

    /// The first suggestion may be put in without asking.
    pub(super) fn certain(mut self, certain: bool) -> Self {
        self.certain = certain && self.suggestions.len() == 1;
        self
    }
}
