//! Weights as the file that holds them.

use padan::bitext::Model;

pub(super) fn print(model: &Model) {
    println!(
        "{}",
        include_str!("../../src/bitext/weights.rs")
            .split("/// What the program ships.")
            .next()
            .unwrap_or("")
    );
    println!("/// What the program ships.\n#[rustfmt::skip]\npub const MODEL: Model = Model {{");
    for (name, net) in [("single", &model.single), ("joined", &model.joined)] {
        println!("    {name}: Net {{\n        plain: [");
        print_rows(&net.plain, "            ");
        println!("        ],\n        units: [");
        for unit in &net.units {
            println!("            [");
            print_rows(unit, "                ");
            println!("            ],");
        }
        println!("        ],\n        worth: [");
        print_rows(&net.worth, "            ");
        println!("        ],\n    }},");
    }
    let rows: [(&str, &[f32]); 6] = [
        ("gap", &model.gap),
        ("swap", &model.swap),
        ("known_single", &model.known_single),
        ("known_joined", &model.known_joined),
        ("known_gap", &model.known_gap),
        ("known_swap", &model.known_swap),
    ];
    for (name, numbers) in rows {
        println!("    {name}: [");
        print_rows(numbers, "        ");
        println!("    ],");
    }
    println!("}};");
}

pub(super) fn print_rows(numbers: &[f32], indent: &str) {
    for line in numbers.chunks(8) {
        let parts: Vec<String> = line.iter().map(|n| format!("{n:.4}")).collect();
        println!("{indent}{},", parts.join(", "));
    }
}
