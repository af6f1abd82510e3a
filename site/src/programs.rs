//! The programs that Trunk has compiled: smaller, and under names that change with their content.

use std::path::Path;

use crate::assets::{
    Hashed, PAGE_PROGRAM, PAGE_SCRIPT, PLANNER_PROGRAM, PLANNER_SCRIPT, PLANNER_WORKER, TOOLS_PROGRAM,
    TOOLS_SCRIPT, TOOLS_STYLE,
};
use crate::failure::{Failure, failed};
use crate::files::{files, read, taken, write};
use crate::html::{named, tell_boot_script};
use crate::{minify, node, wasm};

/// Makes what Trunk wrote smaller: the programs without what never runs and optimised, their scripts minified.
pub fn slim(staging: &Path) -> Result<(), Failure> {
    node::finishing_packages()?;
    // Two at a time: each takes seconds and one core.
    for programs in files(staging, "wasm")?.chunks(2) {
        std::thread::scope(|scope| {
            let running: Vec<_> = programs.iter().map(|file| scope.spawn(|| slim_program(file))).collect();
            running.into_iter().try_for_each(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err(failed(staging, "a thread that made programs smaller panicked")))
            })
        })?;
    }
    for file in files(staging, "js")? {
        write(&file, minify::module(&read(&file)?)?)?;
    }
    Ok(())
}

fn slim_program(file: &Path) -> Result<(), Failure> {
    let program = std::fs::read(file).map_err(|error| failed(file, error))?;
    write(file, wasm::slim(&program).map_err(|error| failed(file, error))?)?;
    wasm::optimise(file)
}

/// Gives the page's program new names: Trunk has named it from what it was before it was slimmed, and what may be
/// kept for a year must never stand under the name of something else.
pub fn name_page_program(html: &str, staging: &Path) -> Result<String, Failure> {
    let mut html = html.to_owned();
    for (attribute, asset) in [("data-page-js", PAGE_SCRIPT), ("data-page-wasm", PAGE_PROGRAM)] {
        let by_trunk = named(&html, attribute)?.trim_start_matches("./");
        let name = asset.write(staging, taken(&staging.join(by_trunk))?)?;
        html = html.replace(by_trunk, &name);
    }
    Ok(html)
}

/// Gives the tools' program names from its content, and tells the start script.
pub fn name_tools(html: &str, staging: &Path) -> Result<String, Failure> {
    let [js, wasm] = name_program(staging, "tools", [TOOLS_SCRIPT, TOOLS_PROGRAM])?;
    let css = TOOLS_STYLE.write(staging, minify::style_files(&["style/tools.css"])?)?;
    tell_boot_script(
        html,
        &format!("data-tools-js=\"{js}\" data-tools-wasm=\"{wasm}\" data-tools-css=\"{css}\""),
    )
}

/// The names of the planner's files: its script, itself, and the worker that it runs in.
pub struct Planner {
    script: String,
    program: String,
    worker: String,
}

impl Planner {
    pub fn write(staging: &Path) -> Result<Self, Failure> {
        let [script, program] = name_program(staging, "planner", [PLANNER_SCRIPT, PLANNER_PROGRAM])?;
        Ok(Self {
            script,
            program,
            worker: PLANNER_WORKER.write(staging, minify::module_file("src/planner-worker.js")?)?,
        })
    }

    /// Its script, and itself.
    pub fn program(&self) -> [&str; 2] {
        [&self.script, &self.program]
    }

    /// What tells a start script of them, as seen from a page whose way to them begins with `way`.
    pub fn names(&self, way: &str) -> String {
        let Self { script, program, worker } = self;
        format!(
            "data-planner-js=\"{way}{script}\" data-planner-wasm=\"{way}{program}\" data-planner-worker=\"{way}{worker}\""
        )
    }
}

/// Names a program that Trunk has compiled beside the page's from its content: its script and itself.
///
/// # Errors
/// When it is not there.
pub fn name_program(
    staging: &Path,
    program: &str,
    [script, wasm]: [Hashed; 2],
) -> Result<[String; 2], Failure> {
    Ok([
        script.write(staging, taken(&staging.join(format!("{program}.js")))?)?,
        wasm.write(staging, taken(&staging.join(format!("{program}_bg.wasm")))?)?,
    ])
}
