// What every browser test needs: a running hinan with the sample, a browser, and the command to
// compare with. Without a browser the tests are skipped by name; under CI that is a failure.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The command under test. */
export const HINAN = process.env.HINAN ?? `${ROOT}target/debug/hinan`;

/** Why the tests cannot run here; `false` if they can. */
export function cannotRun() {
  const missing = [CHROMIUM, HINAN].filter((file) => !existsSync(file));
  if (missing.length === 0) return false;
  const words = `not here: ${missing.join(', ')} (apt-get install chromium; cargo build -p hinan-cli)`;
  if (process.env.CI) throw new Error(words);
  return words;
}

/** Starts hinan with the sample on a free port, or takes the one that HINAN_URL and HINAN_REGION name. */
export async function startHinan() {
  if (process.env.HINAN_URL) {
    return { url: process.env.HINAN_URL, region: process.env.HINAN_REGION, stop: () => {} };
  }
  const region = `${ownFolder()}/sample.hinan`;
  return { region, ...(await start(['up', '--output', region])) };
}

/** Starts hinan with the sample and, to compare with, the same without candidates. */
export async function startTwo() {
  const folder = ownFolder();
  const [region, other] = [`${folder}/sample.hinan`, `${folder}/official.hinan`];
  run(['up', '--no-serve', '--output', region]);
  const words = ['--shelters', 'osm', '--people', 'osm', '--name', 'No candidates', '--output', other];
  run(['build', '--streets', `${ROOT}samples/helsinki/Helsinki.osm.pbf`, ...words]);
  return { region, other, ...(await start(['serve', region, '--compare', other])) };
}

/** The western and the eastern half of a region, as districts. */
export function halvesOf(region) {
  const { min, max } = tell(['info', region]).bounds;
  const [south, north, west, east] = [min.lat_e7, max.lat_e7, min.lon_e7, max.lon_e7].map((value) => value / 1e7);
  const middle = (west + east) / 2;
  const half = (name, from, to) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Polygon', coordinates: [[[from, south], [to, south], [to, north], [from, north], [from, south]]] },
  });
  return { type: 'FeatureCollection', features: [half('West', west, middle), half('East', middle, east)] };
}

/** Drops a file on the map. */
export async function drop(page, name, text) {
  const data = await page.evaluateHandle(([name, text]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent('.map-area', 'drop', { dataTransfer: data });
}

/** A folder for this run's files. */
export const ownFolder = () => mkdtempSync(`${tmpdir()}/hinan-e2e-`);

/** Starts `hinan up` or `hinan serve` with these words on a free port. */
export async function start(words) {
  const child = spawn(HINAN, [...words, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const listen = (data) => {
      said += data;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`hinan ${words[0]} ended before it said where it listens: ${said}`)));
  });
  return { url, stop: () => child.kill('SIGTERM') };
}

/** Runs the command to its end. */
export const run = (words) => execFileSync(HINAN, words, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });

/** What the command says with --json. */
export function tell(words) {
  return JSON.parse(run([...words, '--json']));
}

/** A file of the real data beside the project, or `null` where they are not. */
export function shared(name) {
  const file = `${ROOT}../shared/data/${name}`;
  return existsSync(file) ? file : null;
}

/** What the command answers for a question as the page asked it. */
export function route(region, { from, hazard, walker, language, floor, delay_s, queue_s, within_s, inside, at }) {
  const words = ['route', region, '--from', `${from.lat},${from.lon}`, '--walker', walker];
  const options = { hazard, language, floor, inside, at };
  for (const [name, value] of Object.entries({ delay: delay_s, queue: queue_s, within: within_s }))
    if (value !== undefined) options[name] = `${value}s`;
  for (const [name, value] of Object.entries(options)) if (value !== undefined) words.push(`--${name}=${value}`);
  return tell(words);
}

/** The body of the page's last question to an address. */
export const lastAsked = (noted, path) =>
  JSON.parse(noted.requests.filter((one) => one.url.endsWith(path)).at(-1).body);

/** The plans as the page shows them. */
export function shown(page) {
  return page.locator('#plans article.plan').evaluateAll((cards) =>
    cards.map((card) => ({
      plan: card.dataset.plan,
      shelter: card.dataset.shelter,
      minutes: card.querySelector('.minutes b').textContent,
      answer: ['go', 'go-at-once', 'only-if-already-outside', 'late'].find((one) => card.classList.contains(one)) ?? null,
      way: [...card.querySelectorAll('.steps li')].map((step) => step.textContent),
    })),
  );
}

/** The plans of the command, in the same form. */
export const told = (answer) =>
  answer.plans.map(({ plan, shelter, minutes, answer: judged, way }) => ({
    plan,
    shelter,
    minutes: String(minutes),
    answer: judged,
    way,
  }));

/** No request leaves the host, and none has the place in its address. */
export function staysHere(requests, url, from) {
  const host = new URL(url).host;
  const degrees = [from.lat, from.lon].map((value) => String(value).slice(0, 6));
  for (const request of requests) {
    const address = new URL(request.url);
    if (address.protocol === 'blob:' || address.protocol === 'data:') continue;
    assert.equal(address.host, host, request.url);
    for (const part of degrees) assert.ok(!request.url.includes(part), request.url);
    assert.doesNotMatch(request.url, /[?&](lat|lon|from)=/);
  }
}

/** A browser that draws without a graphics card. */
export function openBrowser() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
}

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** Opens the page and waits for the map. Every request and every complaint of the page is noted. */
export async function openPage(browser, url, options = {}) {
  const { viewport = DESKTOP, theme = 'light', language = 'en', reducedMotion = 'reduce', ...rest } = options;
  const context = await browser.newContext({ viewport, colorScheme: theme, locale: language, reducedMotion, ...rest });
  const page = await context.newPage();
  const noted = { requests: [], complaints: [] };
  page.on('request', (request) => noted.requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
  page.on('console', (message) => {
    if (message.type() === 'error') noted.complaints.push(message.text());
  });
  page.on('pageerror', (error) => noted.complaints.push(error.message));
  await page.goto(url);
  await settled(page);
  return { page, noted, close: () => context.close() };
}

/** Waits until the map has drawn what it was asked for. */
export const settled = (page) => page.waitForSelector('.map-area .map[data-settled]', { timeout: 30_000 });

/** Clicks the map, that many parts of the way through what is not covered by the panel. */
export async function clickMap(page, right = 0.5, down = 0.5) {
  const box = await page.locator('.map-area .map canvas').boundingBox();
  const panel = await page.locator('.panel').boundingBox();
  const isBeside = panel.width < box.width / 2;
  const isAtEnd = isBeside && panel.x > box.x + box.width / 3;
  const left = isBeside && !isAtEnd ? panel.x + panel.width : box.x;
  const end = isAtEnd ? panel.x : box.x + box.width;
  const bottom = isBeside ? box.y + box.height : panel.y;
  const x = left + (end - left) * right;
  const asked = page.waitForResponse((response) => response.url().endsWith('/v1/route'));
  await page.mouse.click(x, box.y + (bottom - box.y) * down);
  return asked;
}
