//! The built-in tables, read where they lie in the program: nothing is parsed or copied at start.

use super::format::{LENGTH_BITS, NUMBER_BITS, Part, hash, mark};

static TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));
static NUMBERS: &[[u8; 4]] =
    include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin")).as_chunks::<4>().0;

fn number(at: usize) -> u32 {
    u32::from_le_bytes(NUMBERS[at])
}

fn index(at: usize) -> usize {
    number(at) as usize
}

/// Consecutive numbers of the tables: a record, or the value of an entry.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    at: usize,
}

impl Fields {
    /// The next number.
    pub(super) fn number(&mut self) -> usize {
        self.narrow() as usize
    }

    /// The next number as it is written.
    pub(super) fn narrow(&mut self) -> u32 {
        self.at += 1;
        number(self.at - 1)
    }

    /// The next spelling.
    pub(super) fn text(&mut self) -> &'static str {
        let place = self.number();
        let (start, length) = (place >> LENGTH_BITS, place & ((1 << LENGTH_BITS) - 1));
        &TEXT[start..start + length]
    }

    /// The next weight.
    pub(super) fn weight(&mut self) -> f32 {
        self.at += 1;
        f32::from_bits(number(self.at - 1))
    }
}

/// The records of a part without keys.
pub(super) fn records(part: Part) -> impl ExactSizeIterator<Item = Fields> {
    let start = index(part as usize * 2);
    let count = index(part as usize * 2 + 1);
    (0..count).map(move |n| Fields { at: start + n * part.width() })
}

/// A part in which spellings are looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    slots: usize,
    last_slot: usize,
    first: usize,
    count: usize,
    width: usize,
}

impl Table {
    /// That part.
    pub(super) fn of(part: Part) -> Self {
        let start = index(part as usize * 2);
        let slots = index(start);
        Self {
            slots: start + 1,
            last_slot: slots - 1,
            first: start + 1 + slots,
            count: index(part as usize * 2 + 1),
            width: part.width() + 1,
        }
    }

    /// The value of a spelling.
    pub(super) fn get(&self, key: &str) -> Option<Fields> {
        let hash = hash(key);
        let mark = mark(hash);
        let mut slot = hash as usize & self.last_slot;
        loop {
            let found = number(self.slots + slot);
            if found == 0 {
                return None;
            }
            let record = found & ((1 << NUMBER_BITS) - 1);
            if found - record == mark {
                let mut fields = Fields { at: self.first + (record as usize - 1) * self.width };
                if fields.text() == key {
                    return Some(fields);
                }
            }
            slot = (slot + 1) & self.last_slot;
        }
    }

    /// Whether the spelling is there.
    pub(super) fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Every spelling with its value, in the order of the bytes.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, Fields)> {
        let (first, width) = (self.first, self.width);
        (0..self.count).map(move |n| {
            let mut fields = Fields { at: first + n * width };
            (fields.text(), fields)
        })
    }
}
