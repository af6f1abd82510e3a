//! The programs that building and testing need, built from source into `.tools` at pinned versions.

use std::path::{Path, PathBuf};
use std::process::Command;

use site::failure::Failure;
use site::files::{read, root};
use site::process::{cargo, run};
use site::{home, node};

use crate::programs;

/// Trunk without what fetches updates and certificates: all it does here is compile and serve.
const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    features: &["--no-default-features"],
    duration: "about three minutes",
};

const CARGO_FUZZ: Tool =
    Tool { package: "cargo-fuzz", version: "0.13.2", features: &[], duration: "half a minute" };

const CARGO_MUTANTS: Tool =
    Tool { package: "cargo-mutants", version: "27.1.0", features: &[], duration: "two minutes" };

/// Firefox speaks WebDriver through this; Debian has no package of it.
const GECKODRIVER: Tool =
    Tool { package: "geckodriver", version: "0.37.1", features: &[], duration: "two minutes" };

struct Tool<'a> {
    package: &'a str,
    version: &'a str,
    features: &'a [&'a str],
    duration: &'a str,
}

/// Makes sure that the page can be built.
///
/// # Errors
/// When the target or a tool cannot be installed.
pub fn ready_to_build() -> Result<(), Failure> {
    wasm_target()?;
    TRUNK.install()?;
    wasm_bindgen()?;
    node::finishing_packages()?;
    // Trunk compiles without the network, so everything must be there before.
    run(&mut cargo(&["fetch", "--locked"]))
}

/// Makes sure that there is a wasm-bindgen, with its test runner.
///
/// # Errors
/// When it cannot be installed.
pub fn wasm_bindgen() -> Result<(), Failure> {
    let version = locked_version("wasm-bindgen")?;
    let tool =
        Tool { package: "wasm-bindgen-cli", version: &version, features: &[], duration: "about a minute" };
    tool.install()
}

/// Makes sure that there is a cargo-fuzz.
///
/// # Errors
/// When it cannot be installed.
pub fn cargo_fuzz() -> Result<(), Failure> {
    CARGO_FUZZ.install()
}

/// Makes sure that there is a cargo-mutants.
///
/// # Errors
/// When it cannot be installed.
pub fn cargo_mutants() -> Result<(), Failure> {
    CARGO_MUTANTS.install()
}

/// Runs Trunk with one word, and tells its last step where the page will be.
///
/// # Errors
/// When it does not succeed.
pub fn trunk(word: &str, home: Option<&str>) -> Result<(), Failure> {
    programs::compile()?;
    let mut trunk = Command::new(folder().join("bin/trunk"));
    with_tools(trunk.arg(word));
    if let Some(home) = home {
        trunk.env(home::VARIABLE, home);
    }
    // Trunk takes NO_COLOR for a switch of its own and stumbles over the usual value 1.
    run(for_the_page(&mut trunk).env_remove("NO_COLOR"))
}

/// Lets what compiles the page leave out where a crate's source lies on this machine, which is nobody's business there.
pub fn for_the_page(command: &mut Command) -> &mut Command {
    match std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(default_cargo_home) {
        Some(home) => command.env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            format!("--remap-path-prefix={}=cargo", home.display()),
        ),
        None => command,
    }
}

fn default_cargo_home() -> Option<PathBuf> {
    Some(std::env::home_dir()?.join(".cargo"))
}

/// Lets a program find the installed tools.
pub fn with_tools(command: &mut Command) -> &mut Command {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(folder().join("bin")).chain(std::env::split_paths(&path));
    match std::env::join_paths(paths) {
        Ok(path) => command.env("PATH", path),
        Err(_) => command,
    }
}

/// A program and the package of Debian that it comes in.
type Packaged = (&'static str, &'static str);

const CHROMIUM: [Packaged; 3] = [
    ("/usr/bin/chromium", "chromium"),
    ("/usr/bin/chromedriver", "chromium-driver"),
    ("/usr/bin/pdfinfo", "poppler-utils"),
];

/// WebKit’s driver comes with the browser that it drives, which draws on a screen only.
const OTHER_ENGINES: [Packaged; 3] = [
    ("/usr/bin/firefox-esr", "firefox-esr"),
    ("/usr/bin/WebKitWebDriver", "webkit2gtk-driver"),
    ("/usr/bin/Xvfb", "xvfb"),
];

/// Makes sure that there are a Chromium, its driver and what reads a PDF, from Debian's packages if need be.
///
/// # Errors
/// When they are missing and cannot be installed here.
pub fn browsers() -> Result<(), Failure> {
    from_debian(&CHROMIUM)
}

/// Makes sure that there are Chromium, Firefox and WebKitGTK, with their drivers.
///
/// # Errors
/// When they are missing and cannot be installed here.
pub fn engines() -> Result<(), Failure> {
    browsers()?;
    from_debian(&OTHER_ENGINES)?;
    GECKODRIVER.install()
}

/// Web servers that the release is tried behind; those that come from npm are in the package folder of the tests.
const SERVERS: [Packaged; 3] =
    [("/usr/sbin/nginx", "nginx"), ("/usr/bin/caddy", "caddy"), ("/usr/sbin/apache2", "apache2")];

/// Makes sure that there are nginx, Caddy and Apache.
///
/// # Errors
/// When they are missing and cannot be installed here.
pub fn servers() -> Result<(), Failure> {
    from_debian(&SERVERS)
}

/// A WordPress with three themes and what it runs on.
const WORDPRESS: [Packaged; 6] = [
    ("/usr/bin/php", "php-cli"),
    ("/usr/sbin/mariadbd", "mariadb-server"),
    ("/usr/share/wordpress/wp-load.php", "wordpress"),
    ("/usr/share/wordpress/wp-content/themes/twentytwentyone/style.css", "wordpress-theme-twentytwentyone"),
    ("/usr/share/wordpress/wp-content/themes/twentytwentytwo/style.css", "wordpress-theme-twentytwentytwo"),
    (
        "/usr/share/wordpress/wp-content/themes/twentytwentythree/style.css",
        "wordpress-theme-twentytwentythree",
    ),
];

/// Makes sure that there are a WordPress, PHP and a database.
///
/// # Errors
/// When they are missing and cannot be installed here.
pub fn wordpress() -> Result<(), Failure> {
    from_debian(&WORDPRESS)
}

fn from_debian(needed: &[Packaged]) -> Result<(), Failure> {
    let missing = || needed.iter().filter(|(program, _)| !Path::new(program).exists());
    let packages: Vec<_> = missing().map(|(_, package)| *package).collect();
    if !packages.is_empty() && Path::new("/usr/bin/apt-get").exists() {
        println!("Installing from Debian’s packages: {}.", packages.join(", "));
        let mut install = Command::new("apt-get");
        install.args(["install", "-y", "--no-install-recommends"]).args(&packages);
        let done = run(Command::new("apt-get").arg("update"))
            .and_then(|()| run(install.env("DEBIAN_FRONTEND", "noninteractive")));
        if let Err(failure) = done {
            eprintln!("{failure}");
        }
    }
    let programs: Vec<_> = missing().map(|(program, _)| *program).collect();
    if programs.is_empty() {
        return Ok(());
    }
    Err(Failure::Missing(format!(
        "The browser tests need {}. On Debian, as root:\napt-get update && apt-get install {}",
        programs.join(", "),
        packages.join(" ")
    )))
}

fn wasm_target() -> Result<(), Failure> {
    let installed =
        Command::new("rustup").args(["target", "list", "--installed"]).current_dir(root()).output();
    let present = installed.is_ok_and(|output| {
        String::from_utf8_lossy(&output.stdout).lines().any(|line| line == "wasm32-unknown-unknown")
    });
    if present {
        Ok(())
    } else {
        run(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
    }
}

impl Tool<'_> {
    fn install(&self) -> Result<(), Failure> {
        let Self { package, version, features, duration } = self;
        let record = std::fs::read_to_string(folder().join(".crates.toml")).unwrap_or_default();
        if record.contains(&format!("\"{package} {version} (")) {
            return Ok(());
        }
        println!("Installing {package} {version} into .tools: once, {duration} on two cores.");
        let root = folder();
        let mut install = cargo(&["install", "--locked", "--root"]);
        install.arg(root).args(*features).args(["--version", version, package]);
        // These tools wait for the compiler and the disk; what counts is how soon they are there.
        install
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        run(&mut install)
    }
}

fn folder() -> PathBuf {
    root().join(".tools")
}

/// The version of a package in Cargo.lock: wasm-bindgen's tool must match its crate to the letter.
fn locked_version(package: &str) -> Result<String, Failure> {
    let lock = read(&root().join("Cargo.lock"))?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| Failure::Missing(format!("Cargo.lock names no version of {package}")))
}
