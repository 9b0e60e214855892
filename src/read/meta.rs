//! What is known of an article beside its text, as files state it.

use crate::language::facts;
use crate::model::Lang;

/// Metadata, each value as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Meta {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
    source: Option<String>,
}

impl Meta {
    /// Takes the value of a key; says whether it knows the key. Empty values count as absent.
    pub(super) fn set(&mut self, key: &str, value: &str) -> bool {
        let place = match key.trim().to_ascii_lowercase().as_str() {
            "id" => &mut self.id,
            "title" => &mut self.title,
            "outlet" => &mut self.outlet,
            "source" => &mut self.source,
            "date" => &mut self.date,
            "url" => &mut self.url,
            "lang" | "language" => &mut self.lang,
            _ => return false,
        };
        let value = value.trim();
        if !value.is_empty() {
            *place = Some(value.to_owned());
        }
        true
    }

    /// The outlet, or the source where no outlet is named.
    pub(super) fn outlet(&self) -> Option<String> {
        self.outlet.clone().or_else(|| self.source.clone())
    }
}

/// The language that a metadata value names.
pub(super) fn lang(value: &str) -> Option<Lang> {
    let value = value.trim().to_lowercase();
    Lang::from_code(value.strip_prefix("bahasa ").unwrap_or(&value))
}

/// A date as `YYYY-MM-DD`: from ISO 8601 (with or without a time), `29/10/2024`, `29 Oktober
/// 2024`, `October 29, 2024`. In English `3/4/2024` has two readings and is none.
pub(super) fn date(value: &str, lang: Lang) -> Option<String> {
    let parts: Vec<&str> =
        value.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
    let number = |at: usize| parts.get(at)?.parse::<u16>().ok();
    let first = *parts.first()?;
    if first.len() == 8
        && let Some(((year, month), day)) =
            first.split_at_checked(6).and_then(|(ym, d)| Some((ym.split_at_checked(4)?, d)))
    {
        return day_of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    }
    if first.len() == 4
        && let (Some(year), Some(month)) = (number(0), number(1))
    {
        // The day may have the time right behind it: 2024-10-29T10:20.
        let third = parts.get(2)?;
        let digits = third.find(|c: char| !c.is_ascii_digit()).unwrap_or(third.len());
        return day_of(year, month, third[..digits].parse().ok()?);
    }
    if let Some(at) = parts.iter().position(|p| month_named(p).is_some()) {
        let month = month_named(parts[at])?;
        let day = at
            .checked_sub(1)
            .and_then(number)
            .or_else(|| number(at + 1))
            .filter(|d| (1..=31).contains(d))?;
        let year = parts.iter().filter(|p| p.len() == 4).find_map(|p| p.parse().ok())?;
        return day_of(year, month.into(), day);
    }
    let (a, b, year) = (number(0)?, number(1)?, number(2)?);
    match lang {
        Lang::En if a <= 12 && b <= 12 && a != b => None,
        Lang::En if b > 12 => day_of(year, a, b),
        _ => day_of(year, b, a),
    }
}

fn month_named(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    [Lang::Id, Lang::En].iter().find_map(|&l| facts(l).months.get(word.as_str()).copied())
}

fn day_of(year: u16, month: u16, day: u16) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1000..=2999).contains(&year) && (1..=last).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_styles() {
        for value in [
            "2024-10-29",
            "2024-10-29T10:20:00+07:00",
            "2024/10/29 10:20",
            "20241029",
            "29/10/2024",
            "29.10.2024",
            "Selasa, 29 Oktober 2024 10:20 WIB",
            "29 Okt 2024",
        ] {
            assert_eq!(date(value, Lang::Id).as_deref(), Some("2024-10-29"), "{value}");
        }
        for value in ["October 29, 2024", "Tuesday, Oct. 29, 2024", "10/29/2024", "29/10/2024"] {
            assert_eq!(date(value, Lang::En).as_deref(), Some("2024-10-29"), "{value}");
        }
        assert_eq!(date("3/4/2024", Lang::Id).as_deref(), Some("2024-04-03"));
        for value in ["3/4/2024", "kemarin", "2024-13-01", "2023-02-29", "Oct 2024", "", "—"] {
            assert_eq!(date(value, Lang::En), None, "{value}");
        }
    }

    #[test]
    fn outlet_wins_over_source() {
        let mut meta = Meta::default();
        assert!(meta.set("Outlet", " Kanal ") && meta.set("source", "Agen"));
        assert_eq!(meta.outlet().as_deref(), Some("Kanal"));
        assert!(!meta.set("author", "x"));
        assert!(meta.set("title", "  ") && meta.title.is_none());
    }

    #[test]
    fn languages_by_name() {
        assert_eq!(lang("Bahasa Indonesia"), Some(Lang::Id));
        assert_eq!(lang("en-GB"), Some(Lang::En));
        assert_eq!(lang("nl"), None);
    }
}
