//! The size budgets: what a visitor waits for, in brotli.

use std::path::Path;

use crate::assets::{Built, Name, Role, STYLE};
use crate::failure::{Failure, failed};

/// What there may be until the page can be read, in bytes of brotli at its highest quality: the page itself, its
/// style sheet and its start script.
const UNTIL_IT_READS: usize = 30_000;

/// What there may be until the front page can be read. It has the names of all cards.
const UNTIL_THE_FRONT_READS: usize = 30_000;

/// What there may be until the largest page of a framework can be read: it has 190 cards, what search engines read of it, and in a fold the biggest
/// reformers of 50 years, so that they can be read without scripts; each name in it leads to a page. Its start script is that of cards that are brought, too.
/// What has its place before scripts run, so that nothing moves when they do, is 0.5 kB of it; what marks the sentences that ask
/// for scripts, and the style of memos and letters, 0.2 kB.
const UNTIL_A_FRAMEWORK_READS: usize = 32_750;

/// What a first visit may load until the calculator answers. What asks for all to be kept for use without a network comes
/// after ten idle seconds (`src/idle.js`), and the service worker after that.
const UNTIL_IT_ANSWERS: usize = 120_000;

/// What the tools may be, in all languages.
const OF_TOOLS: usize = 190_000;

/// What the planner may be, with the worker that it runs in.
const OF_PLANNER: usize = 85_000;

/// What the program of the frameworks’ pages may be. It has the tools inside, and is loaded when a visitor opens a card.
/// The search among the questions, with how many of the others have what, is 9.5 kB of it, and
/// reading and showing it in steps, between which the page answers, 1.4 kB; what saved scenarios came to, and those of other cards
/// beside them, 4.9 kB; findings and years of brought cards 1.8 kB.
const OF_FRAMEWORKS: usize = 353_000;

/// What reads a brought card may be: the program with the readers of spreadsheets, its script, and the texts of all
/// languages, of which a visitor loads one. Findings on the law of each of several subjects, and cards of one year, are 12 kB of it.
const OF_READER: usize = 490_000;

/// What there may be until the page on which authors make cards can be read.
const UNTIL_MAKING_READS: usize = 30_000;

/// What the program of that page may be, with its worker and its texts in all languages. It reads and writes workbooks; findings on
/// the law of each of several subjects are 7 kB of it, and what saved scenarios came to 1 kB.
const OF_MAKING: usize = 728_500;

/// What there may be until the page of workshops can be read.
const UNTIL_A_WORKSHOP_READS: usize = 30_000;

/// What the program of that page may be: it reads cards of any shape and has no views.
const OF_WORKSHOPS: usize = 190_000;

/// What a calculator may load for a task of a workshop, with the code that draws QR codes.
const OF_A_TASK: usize = 8_000;

/// What a file counts to.
#[derive(Clone, Copy, PartialEq)]
enum Share {
    Front,
    FrontReads,
    Page,
    Reads,
    Answers,
    Tools,
    Planner,
    FrameworkPage,
    FrameworkReads,
    Frameworks,
    MakePage,
    MakeReads,
    Making,
    Cards,
    Reader,
    Workshop,
    WorkshopReads,
    Workshops,
    Task,
    Others,
}

impl Share {
    fn of(role: Role) -> Self {
        match role {
            Role::Front => Self::Front,
            Role::FrontReads => Self::FrontReads,
            Role::Page => Self::Page,
            Role::Reads => Self::Reads,
            Role::Answers | Role::Beside => Self::Answers,
            Role::Tools => Self::Tools,
            Role::Planner => Self::Planner,
            Role::FrameworkProgram => Self::Frameworks,
            Role::FrameworkPage => Self::FrameworkPage,
            Role::MakePage => Self::MakePage,
            Role::MakeReads => Self::MakeReads,
            Role::MakeProgram => Self::Making,
            Role::CardPage => Self::Cards,
            Role::FrameworkReads => Self::FrameworkReads,
            Role::Reader => Self::Reader,
            Role::Workshop => Self::Workshop,
            Role::WorkshopReads => Self::WorkshopReads,
            Role::WorkshopProgram => Self::Workshops,
            Role::Task => Self::Task,
            Role::Brought | Role::BroughtReads | Role::Own => Self::Others,
            Role::Idle | Role::Worker | Role::FrameworkWorker | Role::FrameworkFold | Role::Before => {
                Self::Others
            }
            Role::Embeds | Role::Programs | Role::Manual => Self::Others,
            Role::Download | Role::Installing | Role::Hosting => Self::Others,
        }
    }
}

/// A file with its size, as it is and in brotli.
struct Measured {
    share: Share,
    name: String,
    plain: usize,
    compressed: usize,
}

/// Measures every file of the build and its compressed form beside it, prints a table, and fails when the page has outgrown its budget.
///
/// # Errors
/// When the build is too large, or cannot be read.
pub fn hold(dist: &Path) -> Result<(), Failure> {
    let mut sizes: Vec<Measured> = Built::all(dist)?.into_iter().map(measured).collect::<Result<_, _>>()?;
    sizes.sort_by_key(|file| std::cmp::Reverse(file.compressed));
    let mut of = |share| sizes.extract_if(.., |file| file.share == share).collect::<Vec<_>>();
    let (mut pages, mut reads, answers) = (of(Share::Page), of(Share::Reads), of(Share::Answers));
    // A visitor loads the page in one language; the largest counts.
    if !pages.is_empty() {
        reads.insert(0, pages.remove(0));
    }
    // The front page and those of frameworks have the style of the calculator's own as well.
    let style = reads.iter().filter(|file| STYLE.is(&file.name)).map(|file| file.compressed).sum::<usize>();
    let mut of_frameworks = of(Share::FrameworkPage);
    let mut framework = of(Share::FrameworkReads);
    if !of_frameworks.is_empty() {
        framework.insert(0, of_frameworks.remove(0));
    }
    let mut fronts = of(Share::Front);
    let mut front = of(Share::FrontReads);
    if !fronts.is_empty() {
        front.insert(0, fronts.remove(0));
    }
    let mut make_pages = of(Share::MakePage);
    let mut making_reads = of(Share::MakeReads);
    if !make_pages.is_empty() {
        making_reads.insert(0, make_pages.remove(0));
    }
    let mut workshop_pages = of(Share::Workshop);
    let mut workshop_reads = of(Share::WorkshopReads);
    if !workshop_pages.is_empty() {
        workshop_reads.insert(0, workshop_pages.remove(0));
    }
    println!("\n{:>9} {:>9}  file", "bytes", "brotli");
    print(&of(Share::Others), "for other pages and programs, and to download");
    print(&pages, "the page in smaller languages");
    print(&fronts, "the front page in smaller languages");
    let front = style
        + print(
            &front,
            &format!(
                "the front page until it reads; with the calculator’s style, the budget is {UNTIL_THE_FRONT_READS}"
            ),
        );
    let making_reads = style
        + print(
            &making_reads,
            &format!(
                "the page to make cards on until it reads; with the calculator’s style, the budget is {UNTIL_MAKING_READS}"
            ),
        );
    let making =
        print(&of(Share::Making), &format!("the program that makes cards; the budget is {OF_MAKING}"));
    print(&of_frameworks, "the other pages of frameworks");
    print_all(&of(Share::Cards), "the pages of all cards");
    let framework = style
        + print(
            &framework,
            &format!(
                "the largest page of a framework until it reads; with the calculator’s style, the budget is {UNTIL_A_FRAMEWORK_READS}"
            ),
        );
    let frameworks = print(
        &of(Share::Frameworks),
        &format!("the program of the frameworks’ pages; the budget is {OF_FRAMEWORKS}"),
    );
    let tools = print(
        &of(Share::Tools),
        &format!("the tools, when opened or in the background; the budget is {OF_TOOLS}"),
    );
    let planner = print(
        &of(Share::Planner),
        &format!("the planner, when asked for or in the background; the budget is {OF_PLANNER}"),
    );
    let workshop_reads = style
        + print(
            &workshop_reads,
            &format!(
                "the page of workshops until it reads; with the calculator’s style, the budget is {UNTIL_A_WORKSHOP_READS}"
            ),
        );
    let workshops =
        print(&of(Share::Workshops), &format!("the program of workshops; the budget is {OF_WORKSHOPS}"));
    let task = print(&of(Share::Task), &format!("a task above a calculator; the budget is {OF_A_TASK}"));
    let reader = print(&of(Share::Reader), &format!("what reads a brought card; the budget is {OF_READER}"));
    let reads = print(&reads, &format!("until the page reads; the budget is {UNTIL_IT_READS}"));
    let program = print(&answers, "and until it answers");
    let answers = reads + program;
    println!("{answers:>19}  all that a first visit loads; the budget is {UNTIL_IT_ANSWERS}\n");
    within("the page until it reads, in brotli,", reads, UNTIL_IT_READS)?;
    within("the page until it answers, in brotli,", answers, UNTIL_IT_ANSWERS)?;
    within("the front page until it reads, in brotli,", front, UNTIL_THE_FRONT_READS)?;
    within("the largest page of a framework until it reads, in brotli,", framework, UNTIL_A_FRAMEWORK_READS)?;
    within("the page to make cards on until it reads, in brotli,", making_reads, UNTIL_MAKING_READS)?;
    within("the program that makes cards, in brotli,", making, OF_MAKING)?;
    within("the page of workshops until it reads, in brotli,", workshop_reads, UNTIL_A_WORKSHOP_READS)?;
    within("the program of workshops, in brotli,", workshops, OF_WORKSHOPS)?;
    within("a task above a calculator, in brotli,", task, OF_A_TASK)?;
    within("the tools, in brotli,", tools, OF_TOOLS)?;
    within("the planner, in brotli,", planner, OF_PLANNER)?;
    within("what reads a brought card, in brotli,", reader, OF_READER)?;
    within("the program of the frameworks’ pages, in brotli,", frameworks, OF_FRAMEWORKS)
}

/// Holds something to its budget, in bytes.
///
/// # Errors
/// When it is larger.
pub fn within(what: &'static str, actual: usize, budget: usize) -> Result<(), Failure> {
    if actual > budget { Err(Failure::TooLarge { what, actual, budget }) } else { Ok(()) }
}

/// Prints a line for each file and one for all, and returns their size in brotli.
fn print(files: &[Measured], together: &str) -> usize {
    for Measured { name, plain, compressed, .. } in files {
        println!("{plain:>9} {compressed:>9}  {name}");
    }
    print_all(files, together)
}

/// Prints a line for all of some files, and returns their size in brotli.
fn print_all(files: &[Measured], together: &str) -> usize {
    let plain: usize = files.iter().map(|file| file.plain).sum();
    let compressed = files.iter().map(|file| file.compressed).sum();
    println!("{plain:>9} {compressed:>9}  {together}\n");
    compressed
}

fn measured(file: Built) -> Result<Measured, Failure> {
    let plain = size(&file.path)?;
    let [in_brotli, _] = file.compressed();
    let compressed = if file.shrinks() { size(&in_brotli)? } else { plain };
    Ok(Measured { share: Share::of(file.asset.role), plain, compressed, name: file.name })
}

fn size(path: &Path) -> Result<usize, Failure> {
    let metadata = std::fs::metadata(path).map_err(|error| failed(path, error))?;
    Ok(usize::try_from(metadata.len()).unwrap_or(usize::MAX))
}
