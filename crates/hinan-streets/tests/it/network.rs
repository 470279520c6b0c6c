//! Networks as tables and `.gr` files.

use std::collections::BTreeMap;

use hinan_model::network::{Measure, NodeIds, Streets};
use hinan_model::time::Ds;
use hinan_streets::{Options, StreetsError, read, read_gr, read_gr_binary, read_network};
use proptest::prelude::*;

fn network(nodes: &str, arcs: &str) -> Result<Streets, StreetsError> {
    read_network(nodes.as_bytes(), arcs.as_bytes(), "town", &Options::default())
}

/// Every direction that can be walked, by the source's ids.
fn arcs_of(streets: &Streets) -> BTreeMap<(String, String), u32> {
    let Measure::Given { forward_ds, backward_ds } = &streets.measure else { panic!("physical") };
    let mut arcs = BTreeMap::new();
    for (segment, [a, b]) in streets.segments.iter().enumerate() {
        let id = |node: u32| streets.node_ids.get(node as usize).unwrap();
        for (from, to, time) in [(*a, *b, forward_ds[segment]), (*b, *a, backward_ds[segment])] {
            if time != Ds::UNREACHABLE.0 {
                assert!(arcs.insert((id(from), id(to)), time).is_none(), "one segment a pair");
            }
        }
    }
    arcs
}

#[test]
fn columns_are_found_by_name_and_ids_kept_verbatim() {
    let streets = network(
        "\u{feff}people,extra,node,lon,lat\r\n3,\"a, \"\"b\"\"\",007,24.5,60.5\r\n,x,A-9,24.6,60.6\r\n",
        "way_id,time_ds,to,from\n12,45,A-9,007\n,50,007,A-9\n",
    )
    .unwrap();
    assert_eq!(streets.node_ids, NodeIds::Texts(vec!["007".to_owned(), "A-9".to_owned()]));
    assert_eq!(streets.people, [3, 0]);
    assert_eq!(streets.places[1].to_string(), "60.6000000,24.6000000");
    assert_eq!(streets.measure, Measure::Given { forward_ds: vec![45], backward_ds: vec![50] });
    assert_eq!((streets.ways[0].id, streets.segment_way.as_slice()), (12, &[0][..]));
    assert!(streets.complaints.is_empty(), "{:?}", streets.complaints);
}

#[test]
fn numbers_are_numbers_only_if_they_print_as_written() {
    let ids = |node: &str| {
        network(&format!("node\n5\n{node}\n"), &format!("from,to,time_ds\n5,{node},1\n")).unwrap().node_ids
    };
    assert_eq!(ids("-7"), NodeIds::Numbers(vec![5, -7]));
    for text in ["05", "+5", "-0", "5.0", "99999999999999999999", "é"] {
        assert_eq!(ids(text), NodeIds::Texts(vec!["5".to_owned(), text.to_owned()]));
    }
}

#[test]
fn rows_that_are_wrong_are_told_and_left_out() {
    let streets = network(
        "node,lat,lon,people\n1,60,24,1\n2,91,24,x\n1,60,24,1\n,60,24,1\n9,60,24,5\n",
        "from,to,time_ds\n1,2,10\n1,2,7\n2,1,8\n1,1,3\n1,77,5\n2,1,-4\n2,1,100000001\n2,1,1.5\n1,2\n9,2,100000000\n",
    )
    .unwrap();
    assert_eq!(streets.node_ids, NodeIds::Numbers(vec![1, 2, 9]));
    let arcs = arcs_of(&streets);
    let expected = [(("1", "2"), 7), (("2", "1"), 8), (("9", "2"), 100_000_000)];
    assert!(arcs.iter().map(|((a, b), t)| ((a.as_str(), b.as_str()), *t)).eq(expected));
    let said: Vec<String> = streets.complaints.iter().map(ToString::to_string).collect();
    let wanted = [
        "nodes.csv, row 3, column lat: '91', '24' is no place on Earth",
        "nodes.csv, row 3, column people: 'x' is no number of people",
        "nodes.csv, row 4, column node: node '1' was there before",
        "nodes.csv, row 5, column node: no id",
        "arcs.csv, row 6, column to: node '77' is not in nodes.csv",
        "arcs.csv, row 7, column time_ds: '-4' is no time",
        "arcs.csv, row 8, column time_ds: '100000001' is no time",
        "arcs.csv, row 9, column time_ds: '1.5' is no time",
        "arcs.csv, row 10, column time_ds: '' is no time",
    ];
    assert_eq!(said.len(), wanted.len(), "{said:#?}");
    for (said, wanted) in said.iter().zip(wanted) {
        assert!(said.starts_with(wanted), "{said} / {wanted}");
    }
    assert!(streets.places.is_empty());
    assert_eq!(streets.sources[0].complaints, 9);
    let dropped: Vec<_> = streets.steps.iter().flat_map(|step| &step.dropped).collect();
    assert!(dropped.contains(&&("arcs from a node to itself".to_owned(), 1)));
    assert!(dropped.contains(&&("slower of parallel arcs".to_owned(), 1)));
}

#[test]
fn tables_that_are_no_use_are_errors() {
    let says = |result: Result<Streets, StreetsError>, words: &str| {
        let sentence = result.unwrap_err().to_string();
        assert!(sentence.contains(words), "'{sentence}' does not say '{words}'");
    };
    says(network("", "from,to,time_ds\n"), "nodes.csv, row 1: the file is empty");
    says(network("id\n1\n", "from,to,time_ds\n"), "no column 'node'; the columns are: id");
    says(network("node\n1\n", "from,to\n"), "no column 'time_ds'");
    says(network("node\n1\n2\n", "from,to,time_ds\n"), "arcs.csv has 0 rows and not one arc");
    says(network("node\n1\n2\n", "from,to,time_ds\n1,3,4\n"), "node '3' is not in nodes.csv");
    let cell = "x".repeat(10 << 20);
    says(
        network(&format!("node\n1\n{cell}\n"), "from,to,time_ds\n"),
        "row 3: the row is longer than 1048576 bytes",
    );
    says(network(&format!("node\n1\n\"{cell}\n"), "from,to,time_ds\n"), "a quote that is never closed?");
    let cell = "x".repeat(100 << 10);
    says(
        network(&format!("node\n{cell}\n"), "from,to,time_ds\n"),
        "the cell in column 1 is longer than 65536 bytes",
    );
}

#[test]
fn complaints_are_told_up_to_a_thousand() {
    let rows: String = (0..3000).map(|_| "1,5,1\n").collect();
    let streets = network("node\n1\n2\n", &format!("from,to,time_ds\n1,2,1\n{rows}")).unwrap();
    assert_eq!(streets.complaints.len(), 1001);
    assert!(streets.complaints[1000].reason.starts_with("2000 more rows"));
    assert_eq!(streets.sources[0].complaints, 3000);
}

#[test]
fn a_folder_is_read_with_its_checksum() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("nodes.csv"), "node\n1\n2\n").unwrap();
    std::fs::write(folder.path().join("arcs.csv"), "from,to,time_ds\n1,2,9").unwrap();
    std::fs::write(folder.path().join("other.csv"), "ignored").unwrap();
    let streets = read(folder.path(), &Options::default()).unwrap();
    assert_eq!(streets.segments, [[0, 1]]);
    assert_eq!(streets.sources[0].sha256.len(), 64);
    assert_eq!(streets.sources[0].format, "network-csv");
    std::fs::remove_file(folder.path().join("arcs.csv")).unwrap();
    let error = read(folder.path(), &Options::default()).unwrap_err().to_string();
    assert!(error.contains("/arcs.csv: cannot be read"), "{error}");
}

#[test]
fn graphs_of_metres_have_lengths_and_all_walkers() {
    let text = "c a comment\np sp 3 3\na 0 5 100\na 5 0 90\na 5 7 12.5\na 7 7 3\nb 1 2 3\na 1 x 3\n";
    let streets = read_gr(text.as_bytes(), None, "town.gr", &Options::default()).unwrap();
    assert_eq!(streets.node_ids, NodeIds::Numbers(vec![0, 5, 7]));
    assert_eq!(streets.segments, [[0, 1], [1, 2]]);
    let Measure::Physical { length_mm, walkers, .. } = &streets.measure else { panic!() };
    assert_eq!((length_mm.as_slice(), walkers.len()), (&[90_000, 12_500][..], 8));
    assert_eq!(streets.complaints.len(), 2);
    let mut places = "v 0 24000000 60000000\nv 5 24100000 60000000\nv 7 24100000 60100000\n".as_bytes();
    let placed = read_gr(text.as_bytes(), Some(&mut places), "town.gr", &Options::default()).unwrap();
    assert_eq!(placed.places[1].to_string(), "60.0000000,24.1000000");
    assert!(read_gr("a 1 1 1\n".as_bytes(), None, "x.gr", &Options::default()).is_err());
    assert!(read_gr("a".repeat(5000).as_bytes(), None, "x.gr", &Options::default()).is_err());
}

#[test]
fn binary_graphs_measure_their_lines() {
    let ints = |list: &[i32]| list.iter().flat_map(|i| i.to_le_bytes()).collect::<Vec<u8>>();
    let streets =
        read_gr_binary(&ints(&[1, 2, 2, 1]), &ints(&[0, 0, 3, 4, 9, 9]), "m.gr.bin", &Options::default());
    let streets = streets.unwrap();
    assert_eq!((streets.node_ids.len(), streets.segments.len()), (3, 1));
    let Measure::Physical { length_mm, .. } = &streets.measure else { panic!() };
    assert_eq!(length_mm, &[5_000]);
    let read = |arcs: &[i32]| read_gr_binary(&ints(arcs), &ints(&[0, 0]), "m.gr.bin", &Options::default());
    assert!(read(&[1, 2]).unwrap_err().to_string().contains("there are 1 nodes"));
    assert!(read(&[0, 1]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Against the plainest way to say it: a map from pairs to the least time.
    #[test]
    fn random_networks_keep_the_quickest_arcs(
        arcs in proptest::collection::vec((0_i64..12, 0_i64..12, 0_u32..50), 1..80),
    ) {
        let nodes: String = (0..12).rev().map(|n| format!("{}\n", n * 1_000_003 - 5)).collect();
        let rows: String = arcs.iter().map(|(a, b, t)| format!("{},{},{t}\n", a * 1_000_003 - 5, b * 1_000_003 - 5)).collect();
        let mut expected = BTreeMap::new();
        for (a, b, t) in arcs.iter().filter(|(a, b, _)| a != b) {
            let id = |n: &i64| (n * 1_000_003 - 5).to_string();
            let time: &mut u32 = expected.entry((id(a), id(b))).or_insert(*t);
            *time = (*time).min(*t);
        }
        match network(&format!("node\n{nodes}"), &format!("from,to,time_ds\n{rows}")) {
            Ok(streets) => {
                prop_assert_eq!(arcs_of(&streets), expected);
                prop_assert_eq!(streets.node_ids.len(), 12);
            }
            Err(_) => prop_assert!(expected.is_empty()),
        }
    }

    #[test]
    fn any_bytes_are_streets_or_a_sentence(nodes in "[0-9,\"a\n\r]{0,60}", arcs in "[0-9,\"a\n\r]{0,60}") {
        let _ = network(&format!("node,lat,lon\n{nodes}"), &format!("from,to,time_ds\n{arcs}"));
        let _ = network(&nodes, &arcs);
    }
}
