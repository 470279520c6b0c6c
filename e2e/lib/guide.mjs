// What every test of the guide with its stand-in engine needs: alerts as the engine would list them, a host
// that the page is opened from, and what is asked of any host.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PHONE } from './setup.mjs';
import { DIST, fakePack, readFirst, serve } from './site.mjs';

/** A start within the stand-in's city. */
export const AT = '60.1699,24.9384';

/** An alert as the engine would list it. */
export function alertOf(part = {}) {
  const now = Math.floor(Date.now() / 1000);
  return {
    name: 'a1', world: 'live', drill: false, shown: 'warning', tone: 'alarm', state: 'in-force', kind: 'alert', stage: 'take-cover',
    hazard: 'air-raid', standing: 'full', second_awaited: false, concerns: true, why: 'here', remembered: null, place_unknown: false,
    issued: now - 10, age_s: 10, impact_at: null, expires: now + 900, left_ds: 4800, budget_ds: 5400, order: 'Take cover now',
    late: 'Go inside to an inner room.', headline: 'Take cover now: air raid, Kluuvi.', description: '', language: 'en',
    instruction: 'Go into the nearest shelter at once.', area: 'Kluuvi', sender: 'City (a test)', notes: [], by: null, reason: null, polygons: [],
    ...part,
  };
}

/** What lies in the folder of alerts: the stand-in believes what says that it is signed. */
export function put(site, alerts) {
  site.put('alerts/index.json', JSON.stringify({ files: alerts.map((_, index) => `m${index}.dsse.json`) }));
  for (const [index, alert] of alerts.entries()) site.put(`alerts/m${index}.dsse.json`, JSON.stringify(alert));
}

/** An alert that the stand-in believes. */
export const signed = (part) => ({ signed: true, alert: alertOf(part) });

/** Opens the guide on a host of its own; everything that it asks of anybody is noted. */
export async function openGuide(browser, options = {}) {
  const { language = 'en', theme = 'light', viewport = PHONE, alerts = [], hash = '', isRead = true, texts = true, relay = null, without = [], ...rest } = options;
  const site = await serve([DIST], fakePack(), texts);
  for (const name of without) site.put(name, null);
  // As `hinan pack` names the ring's relays in the page's policy.
  if (relay) site.put('guide.html', readFileSync(`${DIST}/guide.html`, 'utf8').replace("connect-src 'self'", `connect-src 'self' ${relay}`));
  if (!isRead) put(site, alerts);
  const context = await browser.newContext({ viewport, colorScheme: theme, locale: language, reducedMotion: 'reduce', serviceWorkers: 'allow', ...rest });
  const page = await context.newPage();
  const noted = { requests: [], complaints: [] };
  context.on('request', (request) => noted.requests.push({ url: request.url(), method: request.method(), body: request.postData() }));
  page.on('console', (message) => {
    if (message.type() === 'error') noted.complaints.push(message.text());
  });
  page.on('pageerror', (error) => noted.complaints.push(error.message));
  if (isRead) {
    await page.goto(site.url);
    await readFirst(page);
    await page.goto('about:blank');
    put(site, alerts);
  }
  await page.goto(site.url + hash);
  return {
    page,
    context,
    noted,
    site,
    close: async () => {
      await context.close();
      await site.stop();
    },
  };
}

/** Nothing was asked of anybody but these hosts, and nothing tells where somebody is. */
export function staysHome({ requests }, hosts, place = /60\.1|24\.9/) {
  const origins = hosts.map((host) => new URL(host.url).origin);
  for (const { url, method, body } of requests) {
    if (/^(blob|data|about):/.test(url)) continue;
    const address = new URL(url);
    assert.ok(origins.includes(address.origin), url);
    assert.equal(method, 'GET', url);
    assert.equal(body, null, url);
    assert.equal(address.search, '', url);
    assert.doesNotMatch(address.pathname, place, url);
  }
  for (const host of hosts)
    for (const path of host.asked) {
      assert.doesNotMatch(path, place, path);
      assert.doesNotMatch(path, /[?#]/, path);
    }
}

/** What reaches over the window, or is cut off within its own box. */
export function cutOff(page) {
  return page.evaluate(() => {
    const faults = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} of ${innerWidth} wide`);
    for (const one of document.querySelectorAll('button, label, h1, h2, h3, p, li, summary, a, legend, .pill, .figure')) {
      if (one.closest('.only-read, .skip, [hidden]') || one.offsetParent === null) continue;
      const { left, right, width } = one.getBoundingClientRect();
      if (width <= 1) continue;
      const what = `${one.tagName} ${one.className} "${one.textContent.slice(0, 40)}"`;
      if (left < -1 || right > innerWidth + 1) faults.push(`outside: ${what}`);
      if (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline') faults.push(`cut off: ${what}`);
    }
    return faults;
  });
}
