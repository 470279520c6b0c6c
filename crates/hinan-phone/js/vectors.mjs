// Decides the cases of trust in WebAssembly: node vectors.mjs MODULE VECTORS

import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { load } from "./hinan.mjs";

const [module, vectors] = process.argv.slice(2);
const hinan = await load(await readFile(module));
const questions = JSON.parse(await readFile(vectors, "utf8"));
const started = performance.now();
const { answers, error } = hinan.decide(questions);
if (error) throw new Error(error);
const took = performance.now() - started;
let wrong = 0;
for (const [at, { name, ...given }] of answers.entries()) {
  const { name: wanted, about, expect } = questions.cases[at];
  if (name !== wanted || !isDeepStrictEqual(given, expect)) {
    wrong += 1;
    console.log(`${wanted}: ${about}\n  expected ${JSON.stringify(expect)}\n  decided  ${JSON.stringify(given)}`);
  }
}
console.log(`${answers.length} cases in ${took.toFixed(0)} ms, ${wrong} decided otherwise`);
process.exitCode = wrong > 0 || answers.length === 0 || answers.length !== questions.cases.length ? 1 : 0;
