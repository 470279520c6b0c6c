// The planner's view: what a closed door or street changes, districts, findings, files, two cities.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  cannotRun,
  clickMap,
  lastAsked,
  openBrowser,
  openPage,
  ownFolder,
  run,
  settled,
  start,
  tell,
} from '../lib/setup.mjs';

const skip = cannotRun();
const FOLDER = ownFolder();
const SAMPLE = fileURLToPath(new URL('../../samples/helsinki/Helsinki.osm.pbf', import.meta.url));
const [CITY, OTHER] = [`${FOLDER}/sample.hinan`, `${FOLDER}/official.hinan`];

describe('planner', { skip }, () => {
  let hinan;
  let browser;
  before(async () => {
    run(['up', '--no-serve', '--output', CITY]);
    // Without candidates: another state of the same city.
    run(['build', '--streets', SAMPLE, '--shelters', 'osm', '--people', 'osm', '--name', 'No candidates', '--output', OTHER]);
    hinan = await start(['serve', CITY, '--compare', OTHER]);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    hinan?.stop();
  });

  /** Opens the planner's view on a question without any hazard, as `hinan whatif` asks it. */
  async function openPlanner(options) {
    const opened = await openPage(browser, hinan.url, options);
    const { page } = opened;
    await page.selectOption('[data-field=hazard]', '');
    await page.click('#tab-planner');
    await page.locator('.findings li').first().waitFor();
    await page.locator('.counted table').first().waitFor();
    return opened;
  }

  it('a shelter closed with a click changes what `hinan whatif` says', async () => {
    const { page, noted, close } = await openPlanner();
    await page.locator('.findings li', { has: page.locator('button') }).first().locator('button').click();
    const answered = page.waitForResponse((response) => response.url().endsWith('/v1/whatif'));
    await page.click('[data-action=flip]');
    const answer = await (await answered).json();
    const { close: closed } = lastAsked(noted, '/v1/whatif');
    assert.equal(closed.length, 1);
    await changesEqual(page, answer, tell(['whatif', CITY, '--close', closed[0]]));
    // And back.
    await page.click('[data-action=flip]');
    await page.locator('.changes .help').waitFor();
    assert.deepEqual(noted.complaints, []);
    await close();
  });

  it('a street closed with a click changes what `hinan whatif` says, and is drawn closed', async () => {
    const { page, noted, close } = await openPlanner();
    await clickMap(page, 0.35, 0.5);
    await page.waitForSelector('[data-action=flip]');
    const { way } = await answerOf(noted, page);
    const answered = page.waitForResponse((response) => response.url().endsWith('/v1/whatif'));
    await page.click('[data-action=flip]');
    const answer = await (await answered).json();
    assert.deepEqual(lastAsked(noted, '/v1/whatif').close_ways, [way]);
    assert.ok(answer.closed_streets.coordinates.length > 0);
    await changesEqual(page, answer, tell(['whatif', CITY, '--close-way', way]));
    // The plans shown are those with the street closed.
    await page.waitForFunction(() => document.querySelector('#plans')?.ariaBusy !== 'true');
    assert.equal(lastAsked(noted, '/v1/route').whatif, answer.session);
    assert.deepEqual(noted.complaints, []);
    await close();
  });

  it('a file of districts dropped anywhere is counted, drawn, and saved in every form', async () => {
    const { page, noted, close } = await openPlanner();
    const districts = halves(tell(['info', CITY]).bounds);
    const file = `${FOLDER}/halves.geojson`;
    writeFileSync(file, JSON.stringify(districts));
    await drop(page, 'halves.geojson', JSON.stringify(districts));
    const rows = page.locator('.districts tbody tr');
    await rows.nth(1).waitFor();
    const { hazard, walker } = { hazard: 'air-raid', walker: 'older' };
    const told = tell(['coverage', CITY, '--hazard', hazard, '--walker', walker, '--districts', file]);
    const expected = told.cases[0].districts.map(({ name, tally }) => [name, String(tally.in_time)]);
    const cells = (row) => row.locator('th, td').allTextContents();
    for (const [index, [name, inTime]] of expected.entries()) {
      const [head, first] = await cells(rows.nth(index));
      assert.deepEqual([head, first.replaceAll(/\D/g, '')], [name, inTime]);
    }
    for (const [form, begins] of [['CSV', 'district'], ['GEOJSON', '{'], ['GPKG', 'SQLite format 3'], ['PARQUET', 'PAR1']]) {
      const saved = page.waitForEvent('download');
      await page.locator('.districts .exports').getByText(form, { exact: true }).click();
      const download = await saved;
      assert.equal(download.suggestedFilename(), `districts.${form.toLowerCase()}`);
      const text = readFileSync(await download.path(), 'latin1');
      assert.ok(text.replace(/^(#[^\n]*\n)*/, '').startsWith(begins), text.slice(0, 80));
    }
    // A row leads to its district on the map.
    await rows.first().locator('button').click();
    await settled(page);
    // What is no such file is said to be none.
    await drop(page, 'notes.geojson', '{"type": "nothing"}');
    await page.locator('.drop [role=status]', { hasText: 'no GeoJSON' }).waitFor();
    assert.deepEqual(noted.complaints, []);
    await close();
  });

  it('everything is saved in every form, as it was asked', async () => {
    const { page, close } = await openPlanner();
    for (const what of ['doorsteps', 'shelters', 'audit'])
      for (const [form, begins] of [['csv', ''], ['geojson', '{'], ['gpkg', 'SQLite format 3'], ['parquet', 'PAR1']]) {
        const link = page.locator(`a[download="${what}.${form}"]`);
        await link.focus();
        assert.match(await link.getAttribute('href'), /walker=older/);
        const saved = page.waitForEvent('download');
        await link.press('Enter');
        const text = readFileSync(await (await saved).path(), 'latin1');
        assert.ok(text.length > 100 && text.startsWith(begins), `${what}.${form}: ${text.slice(0, 60)}`);
      }
    await close();
  });

  it('findings lead to the map, and signs on the map to their rows', async () => {
    const { page, close } = await openPlanner();
    const withPlace = page.locator('.findings li', { has: page.locator('button') });
    await withPlace.nth(2).locator('button').click();
    assert.equal(await page.locator('.findings li[aria-current]').count(), 1);
    await settled(page);
    await page.waitForTimeout(300);
    // Its sign stands in the middle of what is not covered, a little up and aside.
    const chosen = await page.locator('.findings li[aria-current]').textContent();
    await page.evaluate(() => document.querySelector('.findings li[aria-current]').removeAttribute('aria-current'));
    const box = await page.locator('.map-area .map canvas').boundingBox();
    const covered = (await page.locator('.panel').boundingBox()).width + 16;
    await page.mouse.click(box.x + (covered + box.width - 250) / 2 + 13, box.y + box.height / 2 + 12 - 12);
    await page.locator('.findings li[aria-current]').waitFor();
    // Several may be about one place.
    const found = await page.locator('.findings li[aria-current]').textContent();
    assert.equal(found.split(':')[0], chosen.split(':')[0]);
    await close();
  });

  it('two cities stand side by side: numbers as of the command, and both maps', async () => {
    const { page, noted, close } = await openPlanner();
    const rows = page.locator('section:has(> .second) .part tbody tr');
    await rows.first().waitFor();
    await page.waitForSelector('.second .map[data-settled]');
    const count = (city) => tell(['coverage', city, '--hazard', 'air-raid', '--walker', 'older']).cases[0].all;
    const [one, other] = [count(CITY), count(OTHER)];
    const cells = await rows.nth(3).locator('td').allTextContents();
    const digits = cells.map((cell) => Number(cell.replaceAll(/[^\d+−-]/g, '').replace('−', '-')));
    assert.deepEqual(digits, [one.in_time, other.in_time, other.in_time - one.in_time]);
    const tiles = noted.requests.filter((request) => /\/v1\/tiles\/\d+.*city=compare/.test(request.url));
    assert.ok(tiles.length > 0);
    assert.deepEqual(noted.complaints, []);
    await close();
  });
});

/** The page's words and numbers are the server's, and those the command's. */
async function changesEqual(page, answer, told) {
  const { changed } = answer;
  assert.deepEqual(
    [changed.doorsteps, changed.later, changed.lose_every_shelter, changed.added_median_ds, changed.added_worst_ds],
    ['best_changed', 'later', 'lose_every_shelter', 'added_median_ds', 'added_worst_ds'].map((one) => told.doorsteps[one]),
  );
  await page.locator('.changes .headline').waitFor();
  const lines = (await page.locator('.changes .changed').allTextContents()).join(' ');
  for (const number of [changed.later, changed.lose_every_shelter])
    if (number > 0) assert.ok(lines.replaceAll(/[,\s]/g, '').includes(String(number)), lines);
  const inTime = await page.locator('.changes tbody tr').first().locator('td').allTextContents();
  const digits = inTime.map((cell) => Number(cell.replaceAll(/[^\d+-]/g, '')));
  const [before, after] = [answer.before.in_time, answer.after.in_time];
  assert.deepEqual(digits, [before, after, after - before]);
}

/** Where the last answer of the route starts. */
async function answerOf(noted, page) {
  const asked = lastAsked(noted, '/v1/route');
  const answer = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/v1/route', { method: 'POST', headers, body: JSON.stringify(body) })).json();
  }, asked);
  return answer.from;
}

/** The western and the eastern half. */
function halves({ min, max }) {
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
async function drop(page, name, text) {
  const data = await page.evaluateHandle(([name, text]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    return transfer;
  }, [name, text]);
  await page.dispatchEvent('.map-area', 'drop', { dataTransfer: data });
}
