//! Files of a pack: as they are, and with right checksums, which no mutation would ever hit.

use std::sync::LazyLock;

use hinan_pack::{CutOptions, Files, Limits, Manifest, Parts, apply, cut, decode_parts, encode};
use hinan_region::Region;

use crate::city;

/// What a fuzzer's machine takes.
const LIMITS: Limits = Limits { nodes: 200_000, text: 1 << 20 };

/// The files of the small city's pack.
pub static SMALL_PACK: LazyLock<Files> = LazyLock::new(|| {
    let packed = Region::from_bytes(&city::SMALL).map_err(|error| error.to_string()).and_then(|region| {
        let cut = cut(&region, &CutOptions::default()).map_err(|error| error.to_string())?;
        encode(&cut).map_err(|error| error.to_string())
    });
    match packed {
        Ok(files) => files,
        Err(error) => unreachable!("the small city packs: {error}"),
    }
});

/// A manifest, and what the bytes say they are: a city, a map, a search file or a difference.
pub fn pack_decode(data: &[u8]) {
    let _manifest = Manifest::read(data);
    for bytes in [data, &restamped(data)] {
        let small = SMALL_PACK.parts();
        // As what it says it is: a model of texts is large, and each file has to make its own.
        let parts = match (bytes.starts_with(b"HINANDIF"), bytes.get(12)) {
            (true, _) => {
                let _made = apply(&small, bytes, &LIMITS);
                continue;
            }
            (false, Some(2)) => Parts { map: Some(bytes), ..small },
            (false, Some(3)) => Parts { search: Some(bytes), ..small },
            (false, _) => Parts { city: bytes, map: None, search: None },
        };
        if let Ok(file) = decode_parts(&parts, &LIMITS)
            && let Ok(region) = Region::from_bytes(&file)
        {
            city::use_all(&region);
            // What opens can be cut and packed again, and comes back.
            if let Ok(cut) = cut(&region, &CutOptions::default())
                && let Ok(files) = encode(&cut)
            {
                let again = decode_parts(&files.parts(), &Limits::default());
                assert!(again.is_ok_and(|again| again == cut.bytes()), "a pack does not come back");
            }
        }
    }
}

/// `bytes` with the checksum that fits them at their end, and magic and format at their beginning.
fn restamped(bytes: &[u8]) -> Vec<u8> {
    let mut file = bytes.to_vec();
    let small = &SMALL_PACK.city;
    if file.len() < 21 {
        return file;
    }
    if !file.starts_with(b"HINANDIF") {
        file[..12].copy_from_slice(&small[..12]);
        if file[12] != 1 {
            // Map and search belong to the small city.
            file[13..17].copy_from_slice(&SMALL_PACK.map[13..17]);
        }
    }
    let end = file.len() - 4;
    let crc = crc32fast::hash(&file[..end]);
    file[end..].copy_from_slice(&crc.to_le_bytes());
    file
}
