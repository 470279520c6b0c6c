// How fast the module opens a city and plans in it: node bench.mjs MODULE CITY.hinan [LAT LON]
// A pack instead of a region: node bench.mjs MODULE FOLDER

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { load } from "./hinan.mjs";

const [module, path, lat, lon] = process.argv.slice(2);
const bytes = await readFile(module);
const timed = (work) => {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
};
const show = (what, ms) => console.log(`${ms.toFixed(1).padStart(9)} ms  ${what}`);

const start = performance.now();
const hinan = await load(bytes);
show(`compile the module (${bytes.length} bytes)`, performance.now() - start);
const files = {};
if ((await stat(path)).isDirectory()) {
  for (const name of ["city", "map", "search"]) files[name] = await readFile(join(path, `${name}.bin`)).catch(() => undefined);
} else {
  files.region = await readFile(path);
}
const [opened, city] = timed(() => hinan.open(files));
if (city.error) throw new Error(city.error.sentence);
show(`open ${city.name}: ${city.counts.nodes} nodes, ${city.counts.shelters} shelters`, opened);

const [west, south, east, north] = city.bbox;
const middle = lat ? { lat: Number(lat), lon: Number(lon) } : { lat: (south + north) / 2, lon: (west + east) / 2 };
const plans = (from, more = {}) => hinan.ask({ verb: "plans", from, hazard: "air-raid", ...more });
const [first, answer] = timed(() => plans(middle));
if (answer.error) throw new Error(answer.error.sentence);
show(`first plan: the field of the city, ${answer.route.plans.length} ways`, first);

const times = [];
for (let number = 0; times.length < 200 && number < 2000; number += 1) {
  // Spread over the inner half, the same every time.
  const share = (step) => 0.25 + (0.5 * ((number * step) % 997)) / 997;
  const from = { lat: south + (north - south) * share(331), lon: west + (east - west) * share(577) };
  const [ms, told] = timed(() => plans(from));
  if (!told.error) times.push(ms);
}
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
show(`plan from another place, median of ${times.length}`, at(0.5));
show("the slowest of a hundred", at(0.99));
show("another walker: a new field", timed(() => plans(middle, { walker: "adult" }))[0]);
const [searched, found] = timed(() => hinan.ask({ verb: "search", words: "a" }));
show(`first search: ${found.found.length} names`, searched);
show("another search", timed(() => hinan.ask({ verb: "search", words: "ru" }))[0]);
show("confirm a place", timed(() => hinan.ask({ verb: "confirm", at: middle }))[0]);
