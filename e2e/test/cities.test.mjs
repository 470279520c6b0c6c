// Real cities: `hinan up` with their streets and lists opens, a doorstep is clicked, and the page shows
// what `hinan route` answers. The data are not part of the project: where they are not beside it, the
// test says so and is skipped.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  cannotRun,
  clickMap,
  lastAsked,
  openBrowser,
  openPage,
  ownFolder,
  route,
  settled,
  shared,
  shown,
  start,
  staysHere,
  told,
} from '../lib/setup.mjs';

const skip = cannotRun();
const FOLDER = ownFolder();

const CITIES = [
  { name: 'oslo', streets: 'osm/oslo-east-filtered.osm.pbf', shelters: 'shelters/norway-tilfluktsrom.json' },
  { name: 'taichung', streets: 'osm/taichung-osm_bbox.osm.xml.gz', shelters: 'shelters/taiwan/臺中市.csv' },
  {
    name: 'tel-aviv',
    streets: 'osm/tel-aviv-drive-2023-01-10.osm.gz',
    shelters: 'shelters/tel-aviv-shelters-2026-03-06.csv',
    letters: /[\u05d0-\u05ea]/,
  },
  // No list of shelters is there: the schools that its cells count are candidates.
  { name: 'porto-alegre', streets: 'osm/poa_osm.osm.pbf', shelters: 'population/poa_hexgrid.csv' },
];

describe('cities', { skip }, () => {
  let browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.close());

  for (const city of CITIES) {
    const [streets, list] = [shared(city.streets), shared(city.shelters)];
    const lacks = streets && list ? false : `SKIPPED: ../shared/data/${city.streets} is not beside the project`;
    it(`${city.name}: the plans equal those of the command`, { skip: lacks }, async () => {
      const region = `${FOLDER}/${city.name}.hinan`;
      const hinan = await start(['up', '--streets', streets, '--shelters', list, '--output', region]);
      try {
        const { page, noted, close } = await openPage(browser, hinan.url);
        await clickMap(page, 0.45, 0.55);
        await page.waitForSelector('article.plan, .card.none');
        await settled(page);
        const asked = lastAsked(noted, '/v1/route');
        const answer = route(region, asked);
        assert.deepEqual(await shown(page), told(answer));
        assert.ok(answer.plans.length > 0, 'a place with plans was clicked');
        if (city.letters) await namesAreApart(page, city.letters);
        staysHere(noted.requests, hinan.url, asked.from);
        assert.deepEqual(noted.complaints, []);
        await close();
      } finally {
        hinan.stop();
      }
    });
  }
});

/** Names that run from right to left stand in elements of their own, so that no number runs with them. */
async function namesAreApart(page, letters) {
  const loose = await page.evaluate((source) => {
    const wanted = new RegExp(source);
    const walker = document.createTreeWalker(document.querySelector('#plans'), NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (wanted.test(node.data) && !node.parentElement.closest('bdi')) found.push(node.data);
    return found;
  }, letters.source);
  assert.deepEqual(loose, []);
  assert.ok((await page.locator('#plans bdi').count()) > 0);
}
