//! Likeness of two sentences by their very words: the cosine of word counts weighed by rarity.
//!
//! It knows nothing of meaning, and for that reason sees what analysis blurs: a rare word repeated
//! letter for letter. (Spärck Jones 1972; Salton and Buckley 1988.)

use rustc_hash::FxHashMap;

/// Weighted word counts of every sentence, each of length 1.
#[derive(Debug, Default)]
pub struct Surface {
    vectors: Vec<Vec<(u32, f32)>>,
}

impl Surface {
    /// Of the given sentences.
    pub fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut ids: FxHashMap<String, u32> = FxHashMap::default();
        let mut vectors: Vec<Vec<(u32, f32)>> = Vec::new();
        let mut holders: Vec<u32> = Vec::new();
        for text in texts {
            let mut words: Vec<u32> = text
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .map(|w| {
                    let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
                    *ids.entry(w.to_lowercase()).or_insert(next)
                })
                .collect();
            words.sort_unstable();
            let mut vector: Vec<(u32, f32)> = Vec::with_capacity(words.len());
            for word in words {
                match vector.last_mut() {
                    Some((last, count)) if *last == word => *count += 1.0,
                    _ => vector.push((word, 1.0)),
                }
            }
            holders.resize(ids.len(), 0);
            for (word, _) in &vector {
                holders[*word as usize] += 1;
            }
            vectors.push(vector);
        }
        let total = vectors.len() as f32;
        for vector in &mut vectors {
            for (word, value) in vector.iter_mut() {
                *value *= ((1.0 + total) / (1.0 + holders[*word as usize] as f32)).ln();
            }
            let length = vector.iter().map(|(_, v)| v * v).sum::<f32>().sqrt().max(1e-6);
            for (_, value) in vector.iter_mut() {
                *value /= length;
            }
        }
        Self { vectors }
    }

    /// The cosine of two sentences, by their places among those given.
    pub fn cosine(&self, a: usize, b: usize) -> f32 {
        let (mut x, mut y) = (self.vectors[a].iter().peekable(), self.vectors[b].iter().peekable());
        let mut sum = 0.0;
        while let (Some(&&(i, v)), Some(&&(j, w))) = (x.peek(), y.peek()) {
            match i.cmp(&j) {
                std::cmp::Ordering::Less => {
                    x.next();
                }
                std::cmp::Ordering::Greater => {
                    y.next();
                }
                std::cmp::Ordering::Equal => {
                    sum += v * w;
                    x.next();
                    y.next();
                }
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_alike_whatever_their_case_and_marks() {
        let s = Surface::new(
            ["Banjir melanda kota.", "banjir melanda KOTA", "Harga beras naik"].into_iter(),
        );
        assert!((s.cosine(0, 1) - 1.0).abs() < 1e-5);
        assert!(s.cosine(0, 2).abs() < 1e-5);
    }
}
