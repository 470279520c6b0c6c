//! `hinan desk` where there is nothing to open; what it does otherwise, two browsers test in `e2e`.

use crate::support::{Folder, refused};

#[test]
fn a_desk_says_what_it_lacks() {
    let folder = Folder::new();
    let (missing, key) = (folder.path("nowhere"), folder.path("olena.age"));
    refused(&["desk", "--folder", &missing, "--key", &key], 1, &["nowhere"]);
    let note = folder.write("night/note.txt", "no root here");
    let night = note.strip_suffix("/note.txt").unwrap();
    refused(&["desk", "--folder", night, "--key", &key], 1, &["no root*.dsse.json"]);
    let root = folder.write("root.json", "{}");
    refused(&["desk", "--folder", night, "--key", &key, "--root", &root], 1, &["root.json", "envelope"]);
    refused(&["desk", "--folder", night], 2, &["--key"]);
}
