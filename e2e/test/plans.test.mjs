// The sample opens, a doorstep is clicked, and the page shows what `hinan route` answers; nothing
// leaves the host, and no place stands in any address.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { cannotRun, clickMap, openBrowser, openPage, route, startHinan } from '../lib/setup.mjs';

const skip = cannotRun();

describe('plans', { skip }, () => {
  let hinan;
  let browser;
  before(async () => {
    hinan = await startHinan();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    hinan?.stop();
  });

  for (const language of ['en', 'ja', 'uk', 'ru']) {
    it(`equal those of the command (${language})`, async () => {
      const { page, noted, close } = await openPage(browser, hinan.url, { language });
      assert.equal(await page.getAttribute('html', 'lang'), language);
      await clickMap(page, 0.45, 0.55);
      await page.waitForSelector('article.plan');
      const asked = JSON.parse(noted.requests.filter((one) => one.url.endsWith('/v1/route')).at(-1).body);
      const told = route(hinan.region, asked);
      assert.deepEqual(await shown(page), told.plans.map((plan) => ({
        plan: plan.plan,
        shelter: plan.shelter,
        minutes: String(plan.minutes),
        answer: plan.answer,
        way: plan.way,
      })));
      assert.equal(await page.locator('.late-words').count(), told.any_in_time ? 0 : 1);
      staysHere(noted.requests, hinan.url, asked.from);
      assert.deepEqual(noted.complaints, []);
      await close();
    });
  }

  it('say what to do instead, in large letters, where nothing is in time', async () => {
    const { page, close } = await openPage(browser, hinan.url);
    await clickMap(page, 0.45, 0.55);
    await page.waitForSelector('article.plan');
    await page.selectOption('[data-field=hazard]', 'tsunami');
    const words = page.locator('.late-words', { hasText: /^Go up now/ });
    await words.waitFor();
    const size = await words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    assert.ok(size >= 20, `${size} px`);
    await close();
  });

  it('are kept apart from a place that no street is near: the reason is said', async () => {
    const { page, close } = await openPage(browser, hinan.url);
    await page.fill('[data-field=search]', '0,0');
    await page.press('[data-field=search]', 'Enter');
    await page.waitForSelector('.problem');
    assert.equal(await page.locator('article.plan').count(), 0);
    await close();
  });
});

/** The plans as the page shows them. */
function shown(page) {
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

/** No request leaves the host, and none has the place in its address. */
function staysHere(requests, url, from) {
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
