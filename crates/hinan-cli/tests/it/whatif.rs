//! What-if: the same as building without the shelter or street.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::support::{Folder, done, refused, rows};

type Best = BTreeMap<String, (String, String)>;

fn best(city: &str) -> Best {
    rows(&done(&["reach", city, "--nodes", "--k", "1"]).out)
        .into_iter()
        .map(|row| (row[0].clone(), (row[2].clone(), row[3].clone())))
        .collect()
}

/// The answers before, with the rows of `whatif -o` laid over them.
fn after(before: &Best, changes: &str) -> Best {
    let mut after = before.clone();
    for row in rows(changes) {
        let old = before.get(&row[0]).cloned().unwrap_or_default();
        assert_eq!(old, (row[1].clone(), row[2].clone()), "{row:?}");
        if row[3].is_empty() {
            after.remove(&row[0]);
        } else {
            after.insert(row[0].clone(), (row[3].clone(), row[4].clone()));
        }
    }
    after
}

#[test]
fn it_equals_a_build_without_what_was_closed() {
    let folder = Folder::new();
    let city = folder.sample();
    let export = folder.path("net");
    done(&["export", &city, "--network", &export]);
    let given = folder.path("given.hinan");
    let list = format!("{export}/shelters.csv");
    done(&["build", "--streets", &export, "--shelters", &list, "-o", &given]);
    let before = best(&given);

    // A shelter less.
    let shelters = folder.read("net/shelters.csv");
    let closed = rows(&shelters)[0][0].clone();
    let rest: String = shelters
        .lines()
        .filter(|row| !row.starts_with(&format!("{closed},")))
        .map(|row| format!("{row}\n"))
        .collect();
    let rest = folder.write("rest.csv", &rest);
    let (without, changes) = (folder.path("without.hinan"), folder.path("changes.csv"));
    done(&["build", "--streets", &export, "--shelters", &rest, "-o", &without]);
    done(&["whatif", &given, "--close", &closed, "-o", &changes]);
    assert_eq!(after(&before, &folder.read("changes.csv")), best(&without));

    // A street less, in one direction: the first arc of the network that some best way takes.
    let arcs = folder.read("net/arcs.csv");
    let arc = rows(&arcs)
        .into_iter()
        .find(|arc| {
            let time = |node: &str| before.get(node).map(|best| best.1.parse::<u32>().unwrap());
            let steps = time(&arc[0]).zip(time(&arc[1]));
            steps.is_some_and(|(from, to)| from == to + arc[2].parse::<u32>().unwrap() && !arc[3].is_empty())
        })
        .unwrap();
    let rest: String = arcs
        .lines()
        .filter(|row| !row.starts_with(&format!("{},{},", arc[0], arc[1])))
        .map(|row| format!("{row}\n"))
        .collect();
    folder.write("net/arcs.csv", &rest);
    done(&["build", "--streets", &export, "--shelters", &list, "-o", &without, "--accept-smaller"]);
    let ends = format!("{},{}", arc[0], arc[1]);
    done(&["whatif", &given, "--close-arc", &ends, "-o", &changes]);
    assert_eq!(after(&before, &folder.read("changes.csv")), best(&without));
}

#[test]
fn it_tells_who_loses_what() {
    let folder = Folder::new();
    folder.write("net/nodes.csv", "node\n1\n2\n3\n4\n");
    folder.write(
        "net/arcs.csv",
        "from,to,time_ds,way_id\n1,2,10,77\n2,1,10,77\n2,3,10,78\n3,2,10,78\n4,3,5,79\n",
    );
    let list = folder.write("list.csv", "shelter,node,capacity\na,1,1\nb,3,1\n");
    let (net, city) = (folder.path("net"), folder.path("c.hinan"));
    done(&["build", "--streets", &net, "--shelters", &list, "-o", &city]);
    let report = |arguments: &[&str]| -> Value {
        serde_json::from_str(&done(&[&["whatif", &city, "--json"], arguments].concat()).out).unwrap()
    };
    // Before: 1 a0, 2 a10 (a tie, a stands first), 3 b0, 4 b5.
    let told = report(&["--close", "a"]);
    assert_eq!((&told["nodes"]["best_changed"], &told["nodes"]["later"]), (&2.into(), &1.into()));
    assert_eq!(told["nodes"]["added_worst_ds"], 20);
    let told = report(&["--close", "a", "b"]);
    assert_eq!(told["nodes"]["lose_every_shelter"], 4);
    let told = report(&["--close-way", "79"]);
    assert_eq!((&told["nodes"]["lose_every_shelter"], &told["nodes"]["changed"]), (&1.into(), &1.into()));
    let told = report(&["--close-arc", "3,2"]);
    assert_eq!(told["nodes"]["best_changed"], 0);
    assert_eq!(told["nodes"]["changed"], 2, "3 and 4 lose their second shelter");
}

#[test]
fn a_shelter_that_its_list_calls_closed_can_be_opened() {
    let folder = Folder::new();
    folder.write("net/nodes.csv", "node\n1\n2\n");
    folder.write("net/arcs.csv", "from,to,time_ds\n1,2,10\n2,1,10\n");
    let list = folder.write("feed.csv", "hinan_feed,id,node,status\n1,a,1,closed\n1,b,2,open\n");
    let (net, city) = (folder.path("net"), folder.path("c.hinan"));
    done(&["build", "--streets", &net, "--shelters", &list, "-o", &city]);
    let reach = done(&["reach", &city, "--nodes"]).out;
    assert!(!reach.contains(",a,"), "a closed shelter is not offered: {reach}");
    let changes = folder.path("changes.csv");
    done(&["whatif", &city, "--open", "a", "-o", &changes]);
    assert_eq!(rows(&folder.read("changes.csv")), [["1", "b", "10", "a", "0"]]);
    let export = folder.path("export");
    done(&["export", &city, "--network", &export]);
    assert_eq!(rows(&folder.read("export/shelters.csv")).len(), 1, "an export offers what reach offers");
    let said = done(&["whatif", &city, "--close", "a"]);
    assert!(said.err.contains("closed already"), "{}", said.err);
}

#[test]
fn the_ranking_of_doors_is_what_closing_each_comes_to() {
    let folder = Folder::new();
    let city = folder.sample();
    let net = folder.path("net");
    done(&["export", &city, "--network", &net]);
    let given = folder.path("given.hinan");
    done(&["build", "--streets", &net, "--shelters", &format!("{net}/shelters.csv"), "-o", &given]);
    let told: Value = serde_json::from_str(
        &done(&["whatif", &given, "--rank", "--within", "6min", "--people-each", "1", "--json"]).out,
    )
    .unwrap();
    let within = |city: &str| -> u64 {
        best(city).values().filter(|(_, time)| time.parse::<u32>().unwrap() <= 3600).count() as u64
    };
    assert_eq!(told["in_time"].as_u64().unwrap(), within(&given));
    let doors = told["doors"].as_array().unwrap();
    assert!(doors.len() > 3);
    let mut last = u64::MAX;
    for (number, door) in doors.iter().enumerate() {
        let lose = door["lose"].as_u64().unwrap();
        assert!(lose <= last, "the worst first");
        last = lose;
        if number < 3 {
            let rest: String = folder
                .read("net/shelters.csv")
                .lines()
                .filter(|row| !row.starts_with(&format!("{},", door["shelter"].as_str().unwrap())))
                .map(|row| format!("{row}\n"))
                .collect();
            let rest = folder.write("rest.csv", &rest);
            let without = folder.path("without.hinan");
            done(&["build", "--streets", &net, "--shelters", &rest, "--accept-smaller", "-o", &without]);
            assert_eq!(within(&given) - within(&without), lose);
        }
    }
    assert_eq!(told["pairs"].as_array().unwrap().len(), 5);
    let counted = ["--within", "6min", "--people-each", "1", "--places-each", "20", "--json"];
    let ranked = done(&[&["whatif", &given, "--rank", "--with-places", "--top", "2"][..], &counted].concat());
    let ranked: Value = serde_json::from_str(&ranked.out).unwrap();
    let assigned = |city: &str| -> Value {
        serde_json::from_str(&done(&[&["assign", city][..], &counted].concat()).out).unwrap()
    };
    let open = assigned(&given);
    assert_eq!(ranked["with_places"]["left_without_shelter"], open["left_without_shelter"]);
    assert_eq!(ranked["with_places"]["people_x_time_ds"], open["people_x_time_ds"]);
    assert!(ranked["doors"][2]["with_places"].is_null());
    // The last one that was built without: the third door.
    let third = &told["doors"][2]["shelter"];
    let all = done(&[&["whatif", &given, "--rank", "--with-places"][..], &counted].concat());
    let all: Value = serde_json::from_str(&all.out).unwrap();
    let door = all["doors"].as_array().unwrap().iter().find(|door| door["shelter"] == *third).unwrap();
    let locked = assigned(&folder.path("without.hinan"));
    let more = |what: &str| locked[what].as_i64().unwrap() - open[what].as_i64().unwrap();
    assert_eq!(door["with_places"]["more_without"].as_i64().unwrap(), more("left_without_shelter"));
    assert_eq!(door["with_places"]["more_people_x_time_ds"].as_i64().unwrap(), more("people_x_time_ds"));
    refused(&["whatif", &given, "--pairs", "3"], 2, &["--rank"]);
}

#[test]
fn the_ranking_of_streets_is_what_closing_each_comes_to() {
    let folder = Folder::new();
    let city = folder.sample();
    let json = |words: &[&str]| -> Value { serde_json::from_str(&done(words).out).unwrap() };
    let ranked = |most: &str| {
        let words = ["whatif", &city, "--rank", "--people-each", "1", "--streets", most, "--json"];
        json(&words)["closed_streets"].clone()
    };
    let (few, all) = (ranked("4"), ranked("1000"));
    let streets = all["streets"].as_array().unwrap();
    assert!(streets.len() > 100 && all["tried"].as_u64().unwrap() >= streets.len() as u64);
    assert_eq!(
        few["streets"].as_array().unwrap()[..],
        streets[..4],
        "few are tried, and the worst are found"
    );
    let number = |street: &Value, key: &str| street[key].as_u64().unwrap();
    let mut last = (u64::MAX, u64::MAX);
    for (rank, street) in streets.iter().enumerate() {
        assert!(number(street, "lose") + number(street, "longer") <= number(street, "walk_here"));
        let now = (number(street, "lose"), number(street, "longer_people_x_ds"));
        assert!(now <= last, "the worst first");
        last = now;
        if rank < 3 || rank % 100 == 0 {
            let closed = ["whatif", &city, "--close-way", &street["way"].to_string(), "--json"];
            let doorsteps = &json(&closed)["doorsteps"];
            assert_eq!(street["lose"], doorsteps["lose_every_shelter"], "{street}");
            assert_eq!(street["longer"], doorsteps["later"], "{street}");
        }
    }
}
