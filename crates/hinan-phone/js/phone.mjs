// Asks the module what the command answers, and holds the screen to what is signed:
//   node phone.mjs MODULE VECTORS HINAN WORK [CITY.hinan ...]
// HINAN is the command; WORK a folder for the sample, which is built where no city is named.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { load } from "./hinan.mjs";

const [module, vectors, command, work, ...cities] = process.argv.slice(2);
const hinan = (...args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
const root = fileURLToPath(new URL("../../../", import.meta.url));
const bytes = await readFile(module);
const phone = await load(bytes);
let wrong = 0;
const fail = (what, ...more) => {
  wrong += 1;
  console.log(`WRONG: ${what}`, ...more);
};

await mkdir(work, { recursive: true });
if (cities.length === 0) {
  const sample = join(work, "sample.hinan");
  hinan("build", "--streets", join(root, "samples/helsinki/Helsinki.osm.pbf"), "--shelters", "osm", "--with-candidates", "--people", "osm", "--name", "Helsinki", "-o", sample);
  cities.push(sample);
}
for (const city of cities) await plans(city);
await messages();
await signed(cities[0]);
console.log(wrong === 0 ? "the phone answers as the command does" : `${wrong} wrong`);
process.exitCode = wrong > 0 ? 1 : 0;

/** The very answers of `hinan route --json`, from places all over a city; the same out of its pack. */
async function plans(path) {
  const region = await readFile(path);
  let told = phone.open({ region });
  if (told.error) return fail(`${path}: ${told.error.sentence}`);
  const [west, south, east, north] = told.bbox;
  const questions = [];
  const cases = [
    { hazard: "air-raid", floor: 4, at: "2026-11-22T03:00" },
    { hazard: "earthquake+tsunami", walker: "wheelchair", lang: "ja" },
    { hazard: "untold", walker: "adult", within_s: 300, lang: "uk" },
    { k: 5, lang: "ru" },
  ];
  for (let number = 1; questions.length < 12 && number < 200; number += 1) {
    const share = (step) => 0.15 + (0.7 * ((number * step) % 101)) / 101;
    const place = { lat: +(south + (north - south) * share(37)).toFixed(6), lon: +(west + (east - west) * share(61)).toFixed(6) };
    const question = { from: place, ...cases[questions.length % cases.length] };
    if (!phone.ask({ verb: "plans", ...question }).error) questions.push(question);
  }
  if (questions.length < 12) fail(`${told.name}: only ${questions.length} places have a street`);
  const answers = questions.map((question) => byCommand(path, question));
  const compare = (what) =>
    questions.forEach((question, number) => {
      const { route } = phone.ask({ verb: "plans", ...question });
      const { lines, ...said } = route ?? {};
      if (!isDeepStrictEqual(said, answers[number])) fail(`${told.name}, ${what}: the command answers otherwise to`, question);
      if (route && lines.features.length !== said.plans.length) fail(`${told.name}: a plan without its line`);
    });
  compare("region");
  const pack = join(work, "pack");
  hinan("pack", path, "-o", pack);
  const manifest = JSON.parse(await readFile(join(pack, "pack.json"), "utf8"));
  const file = async (role) => {
    const { path } = manifest.files.find((file) => file.role === role) ?? {};
    return path && readFile(join(pack, path));
  };
  const files = { city: await file("city"), map: await file("map"), search: await file("search") };
  if (!files.city) fail(`${told.name}: no city.bin in ${pack}`);
  else {
    told = phone.open(files);
    if (told.error) fail(`${path}: ${told.error.sentence}`);
    else compareInPack(questions, answers, told.name);
    // A damaged pack leaves the last good one open.
    const damaged = Uint8Array.from(files.city);
    damaged[damaged.length >> 1] ^= 64;
    if (!phone.open({ ...files, city: damaged }).error) fail("a damaged pack was opened");
    if (phone.ask({ verb: "plans", ...questions[0] }).error) fail("a damaged pack closed the good one");
  }
  const called = answers.flatMap((answer) => answer.plans).find((plan) => plan.name)?.name;
  const { found } = phone.ask({ verb: "search", words: called ?? "a" });
  if (called && !found.some(({ name }) => name === called)) fail(`${told.name}: a shelter of a plan is not found by its name`);
  const { words } = phone.ask({ verb: "confirm", at: questions[0].from });
  if (!words) fail(`${told.name}: no words for a place`);
  console.log(`${told.name}: ${questions.length} places, ${answers.reduce((sum, answer) => sum + answer.plans.length, 0)} plans`);
}

/** Shelters, times and steps; a pack keeps fewer ids and sources than its region. */
function compareInPack(questions, answers, name) {
  const core = ({ plans, plan_0: zero, late, any_in_time: inTime, budget }) => ({
    plans: plans.map(({ plan, shelter, time_ds: time, total_ds: total, answer, way, metres }) => ({ plan, shelter, time, total, answer, way, metres })),
    zero: [zero.inside, zero.shelter, zero.answer],
    late,
    inTime,
    budget,
  });
  questions.forEach((question, number) => {
    const { route, error } = phone.ask({ verb: "plans", ...question });
    if (error || !isDeepStrictEqual(core(route), core(answers[number]))) fail(`${name}, pack: the command answers otherwise to`, question);
  });
}

function byCommand(path, { from, hazard, walker, floor, at, within_s: within, k, lang }) {
  const options = { hazard, walker, floor, at, k, language: lang, within: within && `${within}s` };
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const args = given.flatMap(([name, value]) => [`--${name}`, String(value)]);
  return JSON.parse(hinan("route", path, `--from=${from.lat},${from.lon}`, "--json", ...args));
}

/** Every case of trust: what is believed appears, what is forged never does. */
async function messages() {
  const { documents, cases } = JSON.parse(await readFile(vectors, "utf8"));
  const document = (name) => (name === undefined ? undefined : (documents[name].base64 ?? Buffer.from(documents[name].text).toString("base64")));
  const all = (names) => (names ?? []).map(document);
  const outside = ["near", "first_seen", "seen", "shelter_zones", "device"];
  let [appeared, refused] = [0, 0];
  // One without a city: which zones there are is not known, as in the cases.
  const phone = await load(bytes);
  for (const one of cases) {
    if (outside.some((member) => member in one) || one.expect.first_root) continue;
    const clock = { ...one.clock, relays: (one.clock.relays ?? []).map((relay) => ({ ...relay, active: document(relay.active) })) };
    const carried = ({ envelope, cap }) => ({ envelope: document(envelope), cap: document(cap) });
    phone.ask({ verb: "forget" });
    phone.ask({ verb: "trust_begin", scope: one.scope, root: document(one.first), clock });
    phone.ask({ verb: "receive", roots: all(one.roots), rings: all(one.rings), clock });
    phone.ask({ verb: "receive", roots: all(one.later_roots), rings: all(one.later_rings), clock });
    phone.ask({ verb: "receive", messages: (one.earlier ?? []).map(carried), clock });
    const { decisions, error } = phone.ask({ verb: "receive", messages: one.envelope ? [carried(one)] : [], clock });
    if (error) fail(`${one.name}: ${error.sentence}`);
    const [decision] = decisions ?? [];
    if (!decision) continue;
    if (decision.verdict !== one.expect.verdict) fail(`${one.name}: ${decision.verdict}, not ${one.expect.verdict}`);
    const screen = phone.ask({ verb: "alerts", clock, lang: "en" });
    const shown = screen.alerts.find((alert) => alert.name === decision.name);
    if (decision.verdict === "refused" && !decision.kept) {
      refused += 1;
      if (shown) fail(`${one.name}: a forged message is on the screen`);
    } else if (shown?.state === "in-force" && decision.verdict === "believed") {
      appeared += 1;
      if (shown.tone !== one.expect.tone || shown.shown !== one.expect.shown) fail(`${one.name}: ${shown.shown}, ${shown.tone}`);
    }
  }
  if (appeared < 50 || refused < 50) fail(`only ${appeared} appeared and ${refused} were refused`);
  console.log(`${appeared} messages appeared, ${refused} forged ones did not`);
}

/** A pack signed on the command line is taken; what is damaged, older or signed by nobody is not. */
async function signed(city) {
  const at = (name) => join(work, "signed", name);
  await rm(at(""), { recursive: true, force: true });
  await mkdir(at("night"), { recursive: true });
  const settings = { encoding: "utf8", env: { ...process.env, XDG_CONFIG_HOME: at("config") }, stdio: ["pipe", "pipe", "pipe"] };
  const run = (...args) => execFileSync(command, args, settings);
  const keyed = (...args) => execFileSync(command, [...args, "--passphrase-fd", "0"], { ...settings, input: "four small boats upstream\n" });
  const [root, ring] = [at("night/root1.dsse.json"), at("night/ring1.dsse.json")];
  for (const name of ["olena", "petro", "mill"]) keyed("keys", "new", at(`${name}.age`), "--label", name);
  const sign = (file, ...names) => names.forEach((name) => keyed("keys", "sign", file, "--key", at(`${name}.age`), "--yes"));
  const people = ["olena", "petro"].map((name) => `${name}=${at(`${name}.pub`)}`);
  run("keys", "root", "--person", ...people, "--threshold", "2", "--keeper", ...people, "-o", root);
  sign(root, "olena", "petro");
  const relay = "https://relay-a.example";
  run("keys", "ring", "--root", root, "--officer", ...people, "--machine", `mill:builder:Town=${at("mill.pub")}`, "--right", "olena,petro,mill:pack:::", "--relay", relay, "-o", ring);
  sign(ring, "olena", "petro");
  run("keys", "trust", root, "--yes");
  const pack = (name, day, ...more) => {
    run("pack", city, "-o", at(name), "--trust", at("night"), "--built", day, ...more);
    return at(name);
  };
  const base64 = async (path) => (await readFile(path)).toString("base64");
  const clock = { device: 1_800_000_000 };
  const check = async (folder, current, spoil = (question) => question) => {
    const manifest = JSON.parse(await readFile(join(folder, "pack.json"), "utf8"));
    const files = [];
    for (const { path } of manifest.files) {
      const bytes = await readFile(join(folder, path));
      files.push({ path, sha256: createHash("sha256").update(bytes).digest("hex"), len: bytes.length });
    }
    const question = { manifest: await base64(join(folder, "pack.json")), envelope: await base64(join(folder, "pack.dsse.json")), files };
    return phone.ask({ verb: "pack_check", ...spoil(question), current, now: clock.device });
  };
  const known = ({ pack: { name, epoch, n, sha256, is_signed } }) => ({ name, epoch, n, sha256, is_signed });
  const kept = (told, why) => {
    if (told.do !== "keep" || told.because !== why) fail(`a pack that is ${why}`, told);
  };

  const first = pack("one", "2026-01-02");
  const { scope } = JSON.parse(await readFile(join(first, "pack.json"), "utf8"));
  phone.ask({ verb: "forget" });
  phone.ask({ verb: "trust_begin", scope, root: await base64(root), clock });
  const { ring_relays: relays } = phone.ask({ verb: "receive", rings: [await base64(ring)], clock });
  if (!isDeepStrictEqual(relays, [relay])) fail("the ring's relays", relays);
  kept(await check(first), "refused");
  sign(join(first, "pack.dsse.json"), "mill", "olena");
  kept(await check(first), "held");
  sign(join(first, "pack.dsse.json"), "petro");
  const taken = await check(first);
  if (taken.do !== "take" || !taken.pack.is_signed) fail("a signed pack is not taken", taken);
  const second = pack("two", "2026-02-03", "--previous", first);
  sign(join(second, "pack.dsse.json"), "mill", "olena");
  const newer = await check(second, known(taken));
  if (newer.do !== "take") fail("the next pack is not taken", newer);
  kept(await check(first, known(newer)), "older");
  kept(await check(second, known(newer)), "same");
  kept(await check(second, known(taken), (question) => ({ ...question, envelope: undefined })), "unsigned");
  kept(await check(second, known(taken), (question) => ({ ...question, files: question.files.slice(1) })), "damaged");
  const other = await base64(join(first, "pack.dsse.json"));
  kept(await check(second, known(taken), (question) => ({ ...question, envelope: other })), "refused");
  console.log("a signed pack is taken, a bad one never");
}
