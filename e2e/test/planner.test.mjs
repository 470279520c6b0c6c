// The planner's view: what a closed door or street changes, districts, findings, files, two cities.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  cannotRun,
  clickMap,
  drop,
  halvesOf,
  lastAsked,
  openBrowser,
  openPage,
  ownFolder,
  settled,
  startTwo,
  tell,
} from '../lib/setup.mjs';

const skip = cannotRun();
describe('planner', { skip }, () => {
  let hinan;
  let browser;
  let page;
  let noted;
  before(async () => {
    hinan = await startTwo();
    browser = await openBrowser();
    ({ page, noted } = await openPage(browser, hinan.url));
    // Without any hazard, as `hinan whatif` asks.
    await page.selectOption('[data-field=hazard]', '');
    await page.click('#tab-planner');
    await page.locator('.findings li').first().waitFor();
    await page.locator('.counted table').first().waitFor();
  });
  after(async () => {
    assert.deepEqual(noted?.complaints ?? [], []);
    await browser?.close();
    hinan?.stop();
  });

  it('a shelter closed with a click changes what `hinan whatif` says', async () => {
    await page.locator('.findings li', { has: page.locator('button') }).first().locator('button').click();
    const answered = page.waitForResponse((response) => response.url().endsWith('/v1/whatif'));
    await page.click('[data-action=flip]');
    const answer = await (await answered).json();
    const { close: closed } = lastAsked(noted, '/v1/whatif');
    assert.equal(closed.length, 1);
    await changesEqual(page, answer, tell(['whatif', hinan.region, '--close', closed[0]]));
    // And back.
    await page.click('[data-action=flip]');
    await page.locator('.changes .help').waitFor();
  });

  it('a street closed with a click changes what `hinan whatif` says, and is drawn closed', async () => {
    await page.locator('.selected').getByText('Done').click();
    const way = await chooseStreet(page);
    const answered = page.waitForResponse((response) => response.url().endsWith('/v1/whatif'));
    await page.click('[data-action=flip]');
    const answer = await (await answered).json();
    assert.deepEqual(lastAsked(noted, '/v1/whatif').close_ways, [way]);
    assert.ok(answer.closed_streets.coordinates.length > 0);
    await changesEqual(page, answer, tell(['whatif', hinan.region, '--close-way', way]));
    // The plans shown are those with the street closed.
    await page.waitForFunction(() => document.querySelector('#plans')?.ariaBusy !== 'true');
    assert.equal(lastAsked(noted, '/v1/route').whatif, answer.session);
    // Escape folds what was selected, then the plans.
    for (const selector of ['.selection', '#plans']) {
      assert.ok(await page.locator(selector).evaluate((one) => one.hasChildNodes()));
      await page.locator('.changes').click();
      await page.keyboard.press('Escape');
      assert.ok(!(await page.locator(selector).evaluate((one) => one.hasChildNodes())));
    }
    await page.locator('.changes').getByText('Undo all').click();
    await page.locator('.changes .help').waitFor();
  });

  it('a file of districts dropped anywhere is counted, drawn, and saved in every form', async () => {
    const districts = halvesOf(hinan.region);
    const file = `${ownFolder()}/halves.geojson`;
    writeFileSync(file, JSON.stringify(districts));
    await drop(page, 'halves.geojson', JSON.stringify(districts));
    const rows = page.locator('.districts tbody tr');
    await rows.nth(1).waitFor();
    const { hazard, walker } = { hazard: 'air-raid', walker: 'older' };
    const told = tell(['coverage', hinan.region, '--hazard', hazard, '--walker', walker, '--districts', file]);
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
  });

  it('everything is saved in every form, as it was asked', async () => {
    for (const what of ['doorsteps', 'shelters', 'audit']) {
      // Chromium drops what one page saves beyond ten files in a second; nobody presses that fast.
      await page.waitForTimeout(1100);
      for (const [form, begins] of [['csv', ''], ['geojson', '{'], ['gpkg', 'SQLite format 3'], ['parquet', 'PAR1']]) {
        const link = page.locator(`a[download="${what}.${form}"]`);
        await link.focus();
        assert.match(await link.getAttribute('href'), /walker=older/);
        const saved = page.waitForEvent('download');
        await link.press('Enter');
        const text = readFileSync(await (await saved).path(), 'latin1');
        assert.ok(text.length > 100 && text.startsWith(begins), `${what}.${form}: ${text.slice(0, 60)}`);
      }
    }
  });

  it('findings lead to the map, and signs on the map to their rows', async () => {
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
  });

  it('who gets a place, what one more is worth, and what locked doors cost, as the command says', async () => {
    await page.locator('.everyone summary').click();
    await page.fill('#places-each', '40');
    await page.click('[data-action=everyone]');
    await page.locator('.everyone table').waitFor({ timeout: 60_000 });
    const body = lastAsked(noted, '/v1/assign');
    assert.equal(body.places_each, 40);
    const words = ['--walker', body.walker, '--places-each', '40'];
    const told = tell(['assign', hinan.region, ...words]);
    const shown = await page.locator('.everyone tbody tr').evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('button').dataset.shelter, ...[...row.querySelectorAll('td')].map((cell) => cell.textContent)]),
    );
    const digits = (text) => Number(text.replace(/[^0-9]/g, ''));
    const headline = await page.textContent('.everyone .headline');
    assert.deepEqual(headline.match(/\d[\d,]*/g).map(digits), [told.placed, told.people, told.left_without_shelter]);
    assert.ok(shown.length > 3);
    const { doors } = tell(['whatif', hinan.region, '--rank', '--walker', body.walker]);
    for (const [shelter, places, load, price, lose, longer] of shown) {
      const isInstead = told.prices[shelter] >= told.no_place_ds / 2;
      assert.equal(price === 'a place for somebody', isInstead, `${shelter}: ${price}`);
      assert.equal(digits(places), 40);
      assert.equal(digits(load), told.loads[shelter] ?? 0, shelter);
      const door = doors.find((one) => one.shelter === shelter);
      assert.deepEqual([digits(lose), digits(longer)], [door.lose, door.longer], shelter);
    }
    // A row leads to its shelter; closing that shelter counts again.
    const [busiest] = shown[0];
    await page.click(`.everyone [data-shelter="${busiest}"]`);
    // Its circle leads back to the row: it is the largest, and stands in the middle of what is not covered.
    await settled(page);
    await page.waitForTimeout(300);
    await page.evaluate(() => document.querySelector('.everyone tr[aria-current]').removeAttribute('aria-current'));
    const map = await page.locator('.map-area .map canvas').boundingBox();
    const covered = (await page.locator('.panel').boundingBox()).width + 16;
    await page.mouse.click(map.x + (covered + map.width - 250) / 2 - 25, map.y + map.height / 2 + 16);
    await page.locator(`.everyone tr[aria-current] [data-shelter="${busiest}"]:focus`).waitFor();
    const again = page.waitForResponse((response) => response.url().endsWith('/v1/assign'));
    await page.click('[data-action=flip]');
    const closed = await (await again).json();
    assert.ok(closed.shelters.every((one) => one.shelter !== busiest));
    const locked = tell(['whatif', hinan.region, '--rank', '--walker', body.walker, '--with-places', '--places-each', '40']);
    const loss = locked.doors.find((one) => one.shelter === busiest).with_places;
    assert.equal(closed.left_without_shelter, told.left_without_shelter + loss.more_without);
    assert.equal(closed.people_x_time_ds, told.people_x_time_ds + loss.more_people_x_time_ds);
    // Taken back, what was counted before is there at once.
    const undone = page.waitForResponse((response) => response.url().endsWith('/v1/assign'));
    await page.click('[data-action=flip]');
    const opened = await (await undone).json();
    for (const key of Object.keys(told)) {
      if (key === 'remarks') continue;
      assert.deepEqual(opened[key], told[key], key);
    }
    await page.locator('.everyone table').waitFor({ timeout: 60_000 });
    // Sorted by another column, with the keyboard, and the other way around.
    const price = page.locator('.everyone thead button').nth(2);
    await price.focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.everyone thead th').nth(3).getAttribute('aria-sort'), 'descending');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.everyone thead th').nth(3).getAttribute('aria-sort'), 'ascending');
    assert.equal(await page.locator('.everyone .signs li').count(), 3);
  });

  it('where new shelters should be, as the command says, in a table and on the map', async () => {
    const flee = async (hazard) => {
      await page.click('#tab-resident');
      await page.selectOption('[data-field=hazard]', hazard);
      await page.click('#tab-planner');
    };
    await flee('air-raid');
    await page.fill('#sites-new', '4');
    await page.click('[data-action=sites]');
    await page.locator('.sites table').waitFor({ timeout: 60_000 });
    const body = lastAsked(noted, '/v1/sites');
    const asking = ['--new', '4', '--walker', body.walker, '--hazard', body.hazard];
    const told = tell(['site', hinan.region, ...asking]);
    const digits = (text) => Number(text.replace(/[^0-9]/g, ''));
    const rows = await page.locator('.sites tbody tr').evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    assert.ok(told.value > told.value_now && told.value < told.people, 'some are added, and not all');
    assert.deepEqual(rows.map(([, adds]) => digits(adds)), told.sites.map((site) => site.adds));
    assert.equal(digits(rows.at(-1)[2]), told.value);
    const headline = await page.textContent('.sites .headline');
    const numbers = headline.match(/\d[\d,]*/g).map(digits);
    assert.deepEqual(numbers, [told.value, told.people, told.sites.length, told.value_now]);
    assert.equal(await page.locator('.sites .drawing rect').count(), 5);
    // A row leads to its sign, and the sign back to its row.
    await page.click('.sites [data-site="2"]');
    assert.equal(await page.locator('.sites tr[aria-current] button').getAttribute('data-site'), '2');
    await settled(page);
    await page.waitForTimeout(300);
    await page.evaluate(() => document.querySelector('.sites tr[aria-current]').removeAttribute('aria-current'));
    const box = await page.locator('.map-area .map canvas').boundingBox();
    const covered = (await page.locator('.panel').boundingBox()).width + 16;
    await page.mouse.click(box.x + (covered + box.width - 250) / 2, box.y + box.height / 2 + 12);
    await page.locator('.sites tr[aria-current]').waitFor();
    assert.equal(await page.locator('.sites tr[aria-current] button').getAttribute('data-site'), '2');
    // Another objective, with the keyboard.
    await page.selectOption('#sites-objective', 'median');
    const asked = page.waitForResponse((response) => response.url().endsWith('/v1/sites'));
    await page.locator('[data-action=sites]').press('Enter');
    const median = await (await asked).json();
    const walks = tell(['site', hinan.region, ...asking, '--objective', 'median']);
    assert.deepEqual([median.value, median.bound, median.without], [walks.value, walks.bound, walks.without]);
    // Places counted.
    await page.selectOption('#sites-objective', 'cover');
    await page.check('#sites-capacitated');
    await page.fill('#sites-places', '300');
    await page.fill('#sites-places-each', '100');
    await page.fill('#sites-reserve', '10');
    const counted = page.waitForResponse((response) => response.url().endsWith('/v1/sites'), { timeout: 90_000 });
    await page.click('[data-action=sites]');
    const shown = await (await counted).json();
    const flags = ['--capacitated', '--site-places', '300', '--places-each', '100', '--reserve', '10%'];
    const held = tell(['site', hinan.region, ...asking, ...flags]);
    for (const key of ['value_now', 'value', 'bound', 'without', 'places_now', 'sites']) assert.deepEqual(shown[key], held[key], key);
    await page.waitForSelector('.sites .headline:has-text("a place in time")');
    assert.deepEqual((await page.textContent('.sites .headline')).match(/\d[\d,]*/g).map(digits), [held.value, held.people, held.sites.length, held.value_now]);
    await page.uncheck('#sites-capacitated');
    await flee('');
  });

  it('two cities stand side by side: numbers as of the command, and both maps', async () => {
    const rows = page.locator('section:has(> .second) .part tbody tr');
    await rows.first().waitFor();
    await page.waitForSelector('.second .map[data-settled]');
    const count = (city) => tell(['coverage', city, '--hazard', 'air-raid', '--walker', 'older']).cases[0].all;
    const [one, other] = [count(hinan.region), count(hinan.other)];
    const cells = await rows.nth(3).locator('td').allTextContents();
    const digits = cells.map((cell) => Number(cell.replaceAll(/[^\d+−-]/g, '').replace('−', '-')));
    assert.deepEqual(digits, [one.in_time, other.in_time, other.in_time - one.in_time]);
    const tiles = noted.requests.filter((request) => /\/v1\/tiles\/\d+.*city=compare/.test(request.url));
    assert.ok(tiles.length > 0);
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

/** Clicks until a street is hit that has an id of its own, and gives that. */
async function chooseStreet(page) {
  for (const [right, down] of [[0.2, 0.3], [0.3, 0.25], [0.2, 0.7], [0.45, 0.4]]) {
    const { from } = await (await clickMap(page, right, down)).json();
    if (!from?.way) continue;
    await page.waitForSelector('.selected');
    return from.way;
  }
  assert.fail('no street was hit');
}
