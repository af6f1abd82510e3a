//! `check-links`: where each law that a card cites leads to, and whether the addresses answer.

use std::collections::BTreeSet;

use site::data::{self, Pair};
use site::failure::Failure;
use site::node;

/// Prints each section with its link, or with the reason why it has none, then asks for every address of statutes, acts,
/// bills and their sources. What does not answer is told and is no failure: a server may be down, and some leave out a
/// certificate that browsers find by themselves.
///
/// # Errors
/// When the data cannot be read or Node cannot be started.
pub fn check() -> Result<(), Failure> {
    let mut addresses = BTreeSet::new();
    for pair in data::pairs()? {
        print_sections(&pair, &mut addresses);
        for bill in &pair.bills {
            println!("{:<24} {}", bill.number, bill.address);
            addresses.insert(bill.address.clone());
            addresses.extend(bill.sources.iter().map(|source| source.address.clone()));
        }
    }
    println!("\n{} addresses, asked one by one:", addresses.len());
    let input = addresses.into_iter().collect::<Vec<_>>().join("\n");
    let answers = node::answer("links.mjs", &[], &input)?;
    print!("{answers}");
    let found = answers.lines().filter(|line| line.starts_with("200 ")).count();
    println!("{found} of {} answered with a page.", answers.lines().count());
    Ok(())
}

fn print_sections(pair: &Pair, addresses: &mut BTreeSet<String>) {
    for statutes in &pair.statutes {
        for section in &statutes.sections {
            let address = statutes.address(section);
            let told = address.clone().unwrap_or_else(|| format!("no link: {}", section.basis));
            println!("§ {:<22} {told}", section.section);
            addresses.extend(address);
            addresses.extend(section.acts.iter().filter_map(|act| statutes.act_address(act)));
        }
    }
}
