//! Making compiled programs smaller: without what only developers read and what Leptos never calls here, and optimised.

use std::path::Path;

use walrus::{FunctionKind, ModuleConfig, passes};

use crate::failure::{Failure, failed};
use crate::node;

/// Leptos 0.8 can hydrate an `AnyView` in two ways, and each of them has code for both. The asynchronous one serves
/// `Suspense` and islands, of which the calculator has none: 1.9 kB of the page in brotli. Leptos 0.9 lets the linker
/// see that (leptos#4852); then this can go. Named are the futures themselves and nothing within or around them, since
/// the compiler merges functions of equal code, and what is merged has the name of one of them. Were one polled all the
/// same, the program would trap, `boot.js` would render anew, and `prerendered.spec.mjs` would fail.
const NEVER_POLLED: &str = "::IntoAny>::into_any::hydrate_async::{{closure}}::h";

/// The program without its custom sections (names among them), without the bodies of functions that are never
/// called, and without what is called from there alone.
///
/// # Errors
/// When the bytes are not a program.
pub fn slim(program: &[u8]) -> Result<Vec<u8>, String> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(false).generate_producers_section(false);
    let mut module = config.parse(program).map_err(|error| error.to_string())?;
    for function in module.funcs.iter_mut() {
        let never = function.name.as_deref().is_some_and(|name| name.contains(NEVER_POLLED));
        if never && let FunctionKind::Local(local) = &mut function.kind {
            let entry = local.entry_block();
            let mut body = local.builder_mut().instr_seq(entry);
            body.instrs_mut().clear();
            body.unreachable();
        }
    }
    let custom: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for id in custom {
        module.customs.delete(id);
    }
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}

/// What the programs use beyond the first version of WebAssembly, and every browser of our range has: what rustc's
/// target and wasm-bindgen take for granted. The section that says so goes with the names.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Runs Binaryen's optimiser over a program: 2.0 kB of the page in brotli. `-O2`, since what `-Oz` makes smaller
/// compresses worse.
///
/// # Errors
/// When the program is not valid, or uses what is not named in [`FEATURES`].
pub fn optimise(file: &Path) -> Result<(), Failure> {
    let mut command = node::script("node_modules/binaryen/bin/wasm-opt");
    let output = command.args(FEATURES).arg("-O2").arg(file).arg("-o").arg(file).output();
    let output = output.map_err(|error| failed(file, node::missing(&error)))?;
    if output.status.success() {
        return Ok(());
    }
    // It names every instruction that it refuses; the first is enough.
    let said = String::from_utf8_lossy(&output.stderr);
    Err(failed(
        file,
        format!("wasm-opt: {}", said.lines().find(|line| line.contains("rror")).unwrap_or_default()),
    ))
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, FunctionId, Module, ModuleConfig, RawCustomSection, ValType};

    use super::slim;

    /// A function that gives a number.
    fn function(module: &mut Module, name: &str, number: i32) -> FunctionId {
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        builder.name(name.to_owned()).func_body().i32_const(number);
        builder.finish(Vec::new(), &mut module.funcs)
    }

    #[test]
    fn names_and_what_is_never_called_go_and_all_else_stays() {
        let mut module = Module::with_config(ModuleConfig::new());
        let wanted = function(&mut module, "wanted", 0x1234_5678);
        let hydrate = "<T as tachys::view::any_view::IntoAny>::into_any::hydrate_async::{{closure}}::h1";
        let never = function(&mut module, hydrate, 0x0765_4321);
        module.exports.add("wanted", wanted);
        module.exports.add("never", never);
        module.customs.add(RawCustomSection { name: "secret".to_owned(), data: vec![7; 9] });
        let whole = module.emit_wasm();
        let slim = slim(&whole).unwrap_or_default();
        let holds = |program: &[u8], bytes: &[u8]| program.windows(bytes.len()).any(|window| window == bytes);
        // The two numbers in LEB128, as a program has them.
        let (wanted, never) =
            ([0xf8, 0xac, 0xd1, 0x91, 0x01].as_slice(), [0xa1, 0x86, 0x95, 0x3b].as_slice());
        for stays in [wanted, b"wanted".as_slice()] {
            assert!(holds(&whole, stays) && holds(&slim, stays));
        }
        for goes in [never, b"secret".as_slice(), b"tachys".as_slice()] {
            assert!(holds(&whole, goes) && !holds(&slim, goes));
        }
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(slim(b"<!DOCTYPE html>").is_err());
        assert!(slim(b"\0asm\x01\0\0\0\x01\x05\x00").is_err());
    }
}
