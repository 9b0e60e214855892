use super::*;

fn check(pairs: &[(&str, &str)], kind: Option<EntryKind>, same: bool) {
    let wrong: Vec<String> = pairs
        .iter()
        .filter_map(|(a, b)| {
            let c = compare(a, b, kind, Lexicon::builtin());
            (c.same != same).then(|| format!("{a} | {b}: {:.2} {}", c.score, c.reason))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn people_in_several_spellings() {
    check(
        &[
            ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
            ("Choe Son Hui", "Choe Son-hui"),
            ("KIM Jong Un", "Kim Jong-un"),
            ("Anthony Blinken", "Antony Blinken"),
            ("Blinken, Antony", "Antony J. Blinken"),
            ("Soekarno", "Sukarno"),
            ("Владимир Путин", "Vladimir Putin"),
            ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
            ("习近平", "Xi Jinping"),
            ("محمود عباس", "Mahmoud Abbas"),
            ("Dr. Hj. Siti Rahmawati Djafar, S.H., M.H.", "Siti Rahmawati Jafar"),
            ("Bill Clinton", "William Clinton"),
            ("Henrik Østergård", "Henrik Oestergaard"),
            ("Usama bin Ladin", "Osama bin Laden"),
        ],
        Some(EntryKind::Person),
        true,
    );
}

#[test]
fn other_people() {
    check(
        &[
            ("Kim Jong Un", "Kim Jong Il"),
            ("George Bush", "Laura Bush"),
            ("Prabowo Subianto", "Prabowo Sugianto"),
            ("Ivan Petrov", "Ivan Sidorov"),
            ("Megawati Sukarnoputri", "Guruh Sukarnoputra"),
            ("Iran", "Irak"),
        ],
        None,
        false,
    );
}

#[test]
fn bodies() {
    check(
        &[
            ("PT Bank Maju Jaya Tbk", "Bank Maju Jaya"),
            ("Acme Holdings Ltd.", "Acme Holdings Limited"),
            ("World Health Organization", "WHO"),
            ("Kementerian Kesehatan", "Ministry of Health"),
            ("Universitas Nusantara", "University of Nusantara"),
            ("Korea Utara", "North Korea"),
        ],
        Some(EntryKind::Organisation),
        true,
    );
    check(
        &[
            ("Power Unit 5", "Power Unit 6"),
            ("Bank Maju Jaya", "Bank Sentosa Jaya"),
            ("Ministry of Health", "Ministry of Finance"),
            ("Korea Utara", "Korea Selatan"),
        ],
        Some(EntryKind::Organisation),
        false,
    );
}
