//! The engine of phones, compiled to WebAssembly, and the cases of trust decided by it and by Python.
//!
//! A bare machine may lack the compiler's half for WebAssembly. In this order: it is there; `rustup` can
//! fetch it; Debian's `rustc-web` builds it from `rust-web-src`. Whichever it is, the module is the same
//! code and has to decide the same. Where the toolchain has the sources of its standard library, that is
//! built along, for size.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::machine;

const TARGET: &str = "wasm32-unknown-unknown";
/// Where Debian puts its compilers, and the sources of `rust-web-src` below a compiler's own folder.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// Its site may not be reachable: no longer than this.
const RUSTUP_TIME: Duration = Duration::from_secs(60);

/// Makes the module smaller by a fifteenth, where the standard library is built from its sources: no words for
/// panics, which nobody could read in a module without imports, and none for debugging.
const SMALL_RUSTFLAGS: &str = "-Zlocation-detail=none -Zfmt-debug=none --cfg=sha2_backend_soft=\"compact\"";
const SMALL: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.phone.panic='immediate-abort'",
];

/// What answers on a phone, and what makes a new pack of a difference there.
const ENGINE: &str = "hinan-phone";
const RENEW: &str = "hinan-renew";

/// How the module can be built here.
enum Route {
    /// With the toolchain and the standard library's sources that belong to it (`rustup component add
    /// rust-src`): what is shipped.
    Small,
    /// With the target of the toolchain.
    Target,
    /// With Debian's compiler and the standard library's sources; where the linker is.
    Sources { linker: PathBuf },
}

/// What the machine lacks to build the module and to run it.
pub(crate) fn lacks() -> Option<String> {
    if !machine::has(Command::new("node").arg("--version")) {
        return Some("node is missing (Node 20 or later).".to_owned());
    }
    route().err().map(|error| format!("{error:#}."))
}

/// Builds the module; decides the cases with it in Node, and compares its answers with the command's.
pub(crate) fn check() -> Result<()> {
    let route = route()?;
    // Phones have no cases to decide: the same code, with a door more.
    let with_cases = build(&route, ENGINE, &["--features", "cases"])?;
    machine::run(Command::new("node").arg(script("vectors.mjs")).arg(&with_cases).arg(vectors()))?;
    let module = build(&route, ENGINE, &[])?;
    // The pack command finds it beside the engine.
    build(&route, RENEW, &[])?;
    let mut size = Command::new("node");
    size.arg(script("size.mjs")).arg(&module);
    if !matches!(route, Route::Small) {
        println!(
            "rust-src is missing (rustup component add rust-src): the module is larger than the one that is shipped"
        );
        size.arg("larger");
    }
    machine::run(&mut size)?;
    let hinan = crate::build_hinan()?;
    let work = machine::target_folder()?.join("phone").join("check");
    machine::run(
        Command::new("node").arg(script("phone.mjs")).arg(module).arg(vectors()).arg(hinan).arg(work),
    )
}

fn script(name: &str) -> PathBuf {
    machine::root().join("crates").join("hinan-phone").join("js").join(name)
}

/// What the machine lacks to decide the cases in Python.
pub(crate) fn lacks_python() -> Option<String> {
    (!machine::has(Command::new("python3").arg("--version"))).then(|| "python3 is missing.".to_owned())
}

/// Decides the cases with the program that was written from the text alone, then looks for breaches of
/// the laws in towns made at random.
pub(crate) fn check_python() -> Result<()> {
    let folder = machine::root().join("crates").join("hinan-trust").join("python");
    machine::run(Command::new("python3").arg(folder.join("verify.py")).arg(vectors()))?;
    machine::run(Command::new("python3").arg(folder.join("laws.py")).args(["60", "1"]))
}

fn vectors() -> PathBuf {
    machine::root().join("crates").join("hinan-trust").join("vectors").join("vectors.json")
}

/// Compiles a crate and says where its module is.
fn build(route: &Route, name: &str, more: &[&str]) -> Result<PathBuf> {
    // Its own folder: the standard library that is built from sources stays there.
    let folder = machine::target_folder()?.join("phone");
    let mut cargo = machine::cargo();
    cargo.args(["build", "--locked", "-p", name, "--profile", "phone", "--target", TARGET]);
    cargo.arg("--no-default-features").args(more).arg("--target-dir").arg(&folder);
    match route {
        Route::Target => {}
        Route::Small => {
            cargo.args(SMALL).env("RUSTFLAGS", SMALL_RUSTFLAGS).env("RUSTC_BOOTSTRAP", "1");
        }
        Route::Sources { linker } => {
            cargo
                .arg("-Zbuild-std=std,panic_abort")
                .env("RUSTC", DEBIAN_RUSTC)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        }
    }
    machine::run(&mut cargo)?;
    Ok(folder.join(TARGET).join("phone").join(format!("{}.wasm", name.replace('-', "_"))))
}

fn route() -> Result<Route> {
    let has_sources = |rustc: &str| {
        let folder = Path::new(&sysroot(rustc).unwrap_or_default()).join("lib/rustlib/src/rust/library/std");
        folder.is_dir()
    };
    // The flags are those of the compiler that the project names; another one may not know them.
    if has_sources("rustc") && has_target() {
        return Ok(Route::Small);
    }
    if has_target() || rustup_adds_target() && has_target() {
        return Ok(Route::Target);
    }
    ensure!(
        has_sources(DEBIAN_RUSTC),
        "the compiler's half for WebAssembly is missing (rustup target add {TARGET}; or Debian: apt-get install rustc-web rust-web-src)"
    );
    Ok(Route::Sources { linker: linker()? })
}

/// The linker comes with the toolchain that runs us.
fn linker() -> Result<PathBuf> {
    let sysroot = sysroot("rustc").context("rustc does not say where it is")?;
    let mut hosts = Path::new(&sysroot).join("lib/rustlib").read_dir()?.flatten();
    let found = hosts.find_map(|host| {
        let linker = host.path().join("bin").join("rust-lld");
        linker.is_file().then_some(linker)
    });
    match found {
        Some(linker) => Ok(linker),
        None => bail!("the toolchain has no rust-lld"),
    }
}

fn sysroot(rustc: &str) -> Option<String> {
    let said = Command::new(rustc).args(["--print", "sysroot"]).output().ok()?;
    said.status.success().then(|| String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

/// Whether the toolchain has the core library of the target.
fn has_target() -> bool {
    let said = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(machine::root())
        .output();
    let Ok(said) = said else { return false };
    let folder = PathBuf::from(String::from_utf8_lossy(&said.stdout).trim());
    let Ok(files) = folder.read_dir() else { return false };
    files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
}

fn rustup_adds_target() -> bool {
    let started = Command::new("rustup")
        .args(["target", "add", TARGET])
        .current_dir(machine::root())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    started.is_ok_and(|mut child| ends_in_time(&mut child))
}

/// Waits for a program, and no longer than it may take.
fn ends_in_time(child: &mut Child) -> bool {
    let end = Instant::now() + RUSTUP_TIME;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if Instant::now() < end => std::thread::sleep(Duration::from_millis(200)),
            _ => {
                // It is given up either way; a child that is gone already is as good.
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}
