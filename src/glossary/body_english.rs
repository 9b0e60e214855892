//! English for bodies and places by what heads their names: `language/names/heads.txt`.

use super::modifiers::is_deed;
use super::name_english::{Composer, capitals, is_acronym, is_numeral, is_proper};
use crate::language::naming::{Head, HeadPlace, naming};
use crate::model::{EntryKind, Lang};

/// The longest head, in words.
const LONGEST_HEAD: usize = 5;
/// Kinds of place behind which another kind is a word: Kompleks Istana.
const AROUND: [&str; 3] = ["gedung", "kawasan", "kompleks"];
/// So many readings of what describes a head are tried: later ones are seldom meant.
const TRIED: usize = 3;

/// The longest head that the words begin with, with what follows it.
fn headed<'w>(words: &'w [&'w str]) -> Option<(&'static Head, &'w [&'w str])> {
    let most = LONGEST_HEAD.min(words.len());
    (1..=most).rev().find_map(|n| {
        let key = words[..n].join(" ").to_lowercase().replace('.', "");
        let head = naming().heads.get(&*key)?;
        // Fakultas Kedokteran is a name by itself; so are few others.
        let whole = n < words.len() || head.english.iter().any(|e| e.contains(" of "));
        // Dinas Pekerjaan Umum dan Penataan Ruang is a Dinas of both.
        let both = words.get(n).is_some_and(|w| *w == "dan");
        (whole && !both).then_some((head, &words[n..]))
    })
}

impl Composer<'_> {
    /// Gunung Semeru, Pelabuhan Bolok, Kabupaten Sabu Raijua.
    pub(super) fn place(&self, words: &[&str]) -> Vec<String> {
        let Some((first, behind)) = words.split_first().filter(|(_, rest)| !rest.is_empty()) else {
            return Vec::new();
        };
        let Some((head, rest)) = headed(words) else {
            let area = naming().is_cue("area", &first.to_lowercase());
            return if area { self.place_names(behind) } else { Vec::new() };
        };
        let mut names = self.place_names(rest);
        if let [kind] = rest
            && AROUND.contains(&&*first.to_lowercase())
            && let Some(inner) = naming().heads.get(&*kind.to_lowercase())
        {
            names = inner.english.iter().map(|k| capitals(k)).collect();
        }
        let mut out = Vec::new();
        if head.place == HeadPlace::Kept {
            out.push(words.join(" "));
        }
        for kind in head.english.iter().map(|k| capitals(k)) {
            for name in &names {
                match head.place {
                    // Gunung Api Marapi: the list has Marapi as a mount already.
                    HeadPlace::First if name.starts_with(&kind) => out.push(name.clone()),
                    HeadPlace::First => out.push(format!("{kind} {name}")),
                    HeadPlace::Of => out.push(format!("{kind} of {name}")),
                    HeadPlace::Behind | HeadPlace::Kept => {
                        out.push(format!("{name} {kind}"));
                        out.push(format!("{kind} of {name}"));
                    }
                }
            }
        }
        out
    }

    /// What stands behind the kind of a place, written out where a list has it.
    fn place_names(&self, rest: &[&str]) -> Vec<String> {
        let listed = self.listed(&rest.join(" ")).map(|e| e.english.clone());
        let mut out: Vec<String> = listed.into_iter().chain(self.forms(rest)).collect();
        out.truncate(TRIED);
        if headed(rest).is_some_and(|(head, _)| head.place != HeadPlace::Kept) {
            out.extend(self.place(rest));
        }
        out.push(rest.join(" "));
        out
    }

    /// Institut Maritim Surabaya, Yayasan Arga Sejahtera, Dinas Kesehatan DIY.
    pub(super) fn bodies(&self, words: &[&str]) -> Vec<String> {
        for n in 1..words.len() {
            let body = naming().national.get(&*words[..n].join(" ").to_lowercase());
            if let (Some(body), Some(state)) = (body, self.listed(&words[n..].join(" ")))
                && !state.adjectives.is_empty()
            {
                let adjectives = state.adjectives.iter();
                return adjectives.map(|adjective| format!("{adjective} {body}")).collect();
            }
        }
        if let Some(reign) = self.reign(words) {
            return reign;
        }
        if words.len() < 2 || !self.is_headed(words) {
            return Vec::new();
        }
        let head = headed(words);
        let taken = head.map_or(0, |(_, rest)| words.len() - rest.len());
        let branch = self.branch(words, taken);
        if !branch.is_empty() {
            return branch;
        }
        let Some((head, rest)) = head else { return Vec::new() };
        let first = words[0].to_lowercase();
        let kinds: Vec<String> = head.english.iter().map(|k| capitals(k)).collect();
        if let Some((number, owner)) = rest.split_first().filter(|(n, _)| is_numeral(n)) {
            return self.numbered(&kinds, number, owner);
        }
        if naming().is_cue("owner", &first) && self.is_own(rest) {
            let company = matches!(first.as_str(), "pt" | "cv" | "pb" | "bank" | "firma");
            let kinds = kinds.iter().filter(|_| !company);
            let mut names = self.owner_forms(rest);
            names.push(rest.join(" "));
            let ways = |n: &String| {
                let all = kinds.clone().flat_map(|k| [format!("{n} {k}"), format!("{k} of {n}")]);
                all.collect::<Vec<_>>()
            };
            return names.iter().flat_map(ways).collect();
        }
        // DPRD Muara Sari: behind a body's letters stands where it is, whatever the words mean.
        let placed = is_acronym(words[0]) && is_proper(rest) && rest.iter().all(|w| !is_acronym(w));
        if placed {
            let mut owners = self.owner_forms(rest);
            owners.push(rest.join(" "));
            let ways = |o: &String| {
                let all = kinds.iter().flat_map(|k| arranged(head.place, k, "", o, false));
                all.collect::<Vec<_>>()
            };
            return owners.iter().flat_map(ways).collect();
        }
        self.described(head, &kinds, rest)
    }

    /// pemerintahan Presiden Joe Biden.
    fn reign(&self, words: &[&str]) -> Option<Vec<String>> {
        let (first, who) = words.split_first().filter(|(_, who)| !who.is_empty())?;
        let kinds: &[&str] = match &*first.to_lowercase() {
            "pemerintahan" => &["administration", "government"],
            "kabinet" => &["cabinet"],
            "rezim" => &["regime", "government"],
            _ => return None,
        };
        // Western papers name the one who governs by the surname.
        let person = self.listed(&who.join(" ")).filter(|e| e.kind != EntryKind::Country);
        let last = who.last().copied().unwrap_or_default();
        let name = person.and_then(|p| p.english.rsplit(' ').next()).unwrap_or(last);
        Some(kinds.iter().map(|k| format!("{name} {k}")).collect())
    }

    /// Hari Persatuan Nasional, KTT Iklim.
    pub(super) fn event(&self, words: &[&str]) -> Vec<String> {
        let Some((head, rest)) = headed(words) else { return Vec::new() };
        let kinds: Vec<String> = head.english.iter().map(|k| capitals(k)).collect();
        if head.place == HeadPlace::First {
            let names = self.phrase(rest).into_iter().chain([rest.join(" ")]);
            return names.map(|name| format!("{} {name}", kinds[0])).collect();
        }
        self.described(head, &kinds, rest)
    }

    /// A listed beginning, and where it is: Kepolisian Daerah NTT.
    /// `head` words are a head, which knows better what its branches are called.
    fn branch(&self, words: &[&str], head: usize) -> Vec<String> {
        let mut out = Vec::new();
        for n in (head + 1..words.len()).rev() {
            let (body, owner) = words.split_at(n);
            let listed = self.listed(&body.join(" "));
            let listed =
                listed.filter(|e| e.kind == EntryKind::Organisation && e.english != e.indonesian);
            if listed.is_none() || !is_proper(owner) {
                continue;
            }
            let mut places: Vec<String> = self.adjective(owner).into_iter().collect();
            places.extend(self.owner_forms(owner));
            places.push(owner.join(" "));
            for body in self.forms(body) {
                for place in places.iter().take(TRIED) {
                    out.extend([
                        format!("{place} {body}"),
                        format!("{body} {place}"),
                        format!("{body} in {place}"),
                        format!("{body} of {place}"),
                        format!("{place}'s {body}"),
                    ]);
                }
            }
            return out;
        }
        out
    }

    /// The ways to say whose a body is: Yogyakarta for the Special Region of it.
    pub(super) fn owner_forms(&self, owner: &[&str]) -> Vec<String> {
        if let Some((first, name)) = owner.split_first()
            && !name.is_empty()
            && naming().is_cue("area", &first.to_lowercase())
        {
            // The regency of a body is told by its name.
            return self.place_names(name).into_iter().chain(self.place(owner)).collect();
        }
        let mut out = self.forms(owner);
        let entry = self.listed(&owner.join(" ")).filter(|e| e.kind == EntryKind::Place);
        if let Some((_, core)) = entry.and_then(|e| e.english.split_once(" of ")) {
            out.insert(0, core.to_owned());
        }
        out.truncate(TRIED);
        out
    }

    /// Komisi IX DPR.
    fn numbered(&self, kinds: &[String], number: &str, owner: &[&str]) -> Vec<String> {
        let owners = self.forms(owner);
        let mut out = Vec::new();
        for kind in kinds {
            out.extend(owners.iter().map(|o| format!("{o} {kind} {number}")));
            out.push(format!("{kind} {number}"));
        }
        // The House's commissions are its: the owner's English as the list has it goes first.
        if let Some(entry) = self.listed(&owner.join(" ")) {
            out.insert(0, format!("{} {} {number}", entry.english, kinds[0]));
        }
        out
    }

    /// What foundations and universities are called is a name: Yayasan Arga Sejahtera.
    fn is_own(&self, rest: &[&str]) -> bool {
        let common = |w: &&str| self.lexicon.is_common(&w.to_lowercase(), Lang::Id);
        let title = |w: &&str| w.ends_with('.');
        // Lembaga Kajian Industri Nusantara: the words say what it does.
        if rest.len() > 2 && rest.first().is_some_and(|w| is_deed(&w.to_lowercase())) {
            return false;
        }
        rest.first().is_some_and(title)
            || !rest.first().is_some_and(common)
            || rest.iter().all(common)
    }

    /// A head with what describes it and whose it is: Dinas Kesehatan DIY.
    fn described(&self, head: &Head, kinds: &[String], rest: &[&str]) -> Vec<String> {
        // The owner is what stands last and is a name.
        let cut = (0..rest.len()).find(|&n| {
            let tail = &rest[n..];
            let area = n + 1 < rest.len() && naming().is_cue("area", &rest[n].to_lowercase());
            area || self.listed(&tail.join(" ")).is_some()
                || tail.iter().all(|w| self.is_unknown(w))
        });
        let inner = (1..rest.len()).rev().find(|&n| {
            let listed = self.listed(&rest[..n].join(" "));
            listed.is_some_and(|e| e.kind == EntryKind::Organisation)
        });
        let (modifiers, owner) = rest.split_at(inner.or(cut).unwrap_or(rest.len()));
        let middles = match inner {
            // Kantor Wilayah Kementerian Agama Jawa Timur.
            Some(_) => self.forms(modifiers),
            None if modifiers.is_empty() => vec![String::new()],
            None => self.phrase(modifiers),
        };
        let entry = self.listed(&owner.join(" "));
        let country = entry.filter(|e| e.kind == EntryKind::Country);
        // National Security and Defense Council of Ukraine, but Indonesian Metal Workers Union.
        let assembly = ["Council", "Board", "Court", "Assembly"].contains(&&*kinds[0]);
        let behind = country.is_some() && modifiers.len() > 1 && assembly;
        let mut owners: Vec<String> = match country.and_then(|c| c.adjectives.first()) {
            Some(adjective) if !behind => vec![adjective.clone()],
            _ => Vec::new(),
        };
        owners.extend(self.owner_forms(owner));
        if owners.is_empty() {
            owners.push(owner.join(" "));
        }
        let mut out = Vec::new();
        for middle in middles.iter().take(TRIED) {
            for kind in kinds {
                for owner in &owners {
                    out.extend(arranged(head.place, kind, middle, owner, behind));
                }
            }
        }
        out
    }

    /// Whether the words begin with what heads a body's name, listed or not.
    pub(super) fn is_headed(&self, words: &[&str]) -> bool {
        let Some(first) = words.first().map(|w| w.to_lowercase()) else { return false };
        let listed = |n: usize| self.listed(&words[..n].join(" "));
        naming().is_cue("body", &first)
            || naming().is_cue("owner", &first)
            || (1..=words.len())
                .any(|n| listed(n).is_some_and(|e| e.kind == EntryKind::Organisation))
    }

    fn is_unknown(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && !self.lexicon.is_common(&lower, Lang::Id)
            && self.listed(word).is_none()
    }
}

/// The ways to put a body's head, what describes it and its owner in order.
fn arranged(place: HeadPlace, kind: &str, middle: &str, owner: &str, behind: bool) -> Vec<String> {
    let joined = |parts: &[&str]| {
        let parts: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
        parts.join(" ")
    };
    if let Some((before, after)) = kind.split_once('*') {
        let core = format!("{before}{middle}{after}");
        return vec![joined(&[owner, &core]), core];
    }
    let of = |what: &str| if what.is_empty() { String::new() } else { format!("of {what}") };
    if middle.is_empty() && owner.is_empty() {
        return vec![kind.to_owned()];
    }
    let usual = joined(&[owner, middle, kind]);
    let late = joined(&[middle, kind, &of(owner)]);
    let about = joined(&[kind, &of(middle), owner]);
    let owned = joined(&[owner, kind, &of(middle)]);
    let bare = joined(&[middle, kind, owner]);
    let for_it = joined(&[owner, kind, if middle.is_empty() { "" } else { "for" }, middle]);
    match place {
        HeadPlace::Of => vec![owned, about, usual, late],
        _ if behind => vec![late, usual, owned, for_it],
        _ => vec![usual, late, owned, bare, for_it],
    }
}

#[cfg(test)]
mod tests {
    use super::super::english::English;
    use super::*;
    use crate::lexicon::Lexicon;
    use rustc_hash::FxHashMap;

    #[test]
    fn english_of_parts() {
        let lexicon = Lexicon::builtin();
        let texts = English::new(&[], lexicon);
        let composer = Composer::new(lexicon, &texts, FxHashMap::default());
        let (place, body) = (EntryKind::Place, EntryKind::Organisation);
        for (name, kind, english) in [
            ("Ukraina timur", place, "eastern Ukraine"),
            ("timur jauh Rusia", place, "Russian Far East"),
            ("Gunung Semeru", place, "Mount Semeru"),
            ("Kabupaten Sukamakmur", place, "Sukamakmur Regency"),
            ("Institut Maritim Surabaya", body, "Surabaya Maritime Institute"),
            ("Yayasan Arga Sejahtera", body, "Arga Sejahtera Foundation"),
            ("Fakultas Kedokteran", body, "Faculty of Medicine"),
            ("konflik Rusia dan Ukraina", EntryKind::Event, "Russia-Ukraine conflict"),
        ] {
            assert_eq!(composer.english(&[name], kind).as_deref(), Some(english), "{name}");
        }
        assert_eq!(composer.english(&["Gilbert Rozman"], EntryKind::Person), None);
    }
}
