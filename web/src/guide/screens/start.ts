// Where somebody starts: a name, the device's position, a tap, a remembered place, a poster. What was
// found is said in words, and taken once somebody says yes.
import type { Place } from '../../api';
import { announce, button, el, field } from '../../dom';
import { lengthInWords, readPlace } from '../../measure';
import { t } from '../../texts';
import type { App } from '../app';
import { heading, small } from '../parts';
import type { Confirmed, Found, StartBy } from '../shapes';
import { Ways } from '../ways';
import { unixNow } from '../words';

/** How long a position may take, in milliseconds. */
const PATIENCE = 20_000;

/** The screen. */
export function startView(app: App): HTMLElement {
  const answer = el('div', { class: 'confirm', 'aria-live': 'polite' });
  const take = (place: Place, by: StartBy, name: string | null) => void propose(app, answer, place, by, name);
  return el(
    'div',
    { class: 'where-screen' },
    el(
      'div',
      { class: 'column' },
      heading(t('guide-where')),
      answer,
      searchBox(app, take),
      small('start', t('page-locate'), () => locate(app, answer, take), 'quiet wide'),
      el('p', { class: 'help' }, t('page-locate-note')),
      rememberedList(app, take),
      el('p', { class: 'help' }, t('guide-poster-help')),
    ),
    el('div', { class: 'map-slot' }, mapToTap(app, take)),
  );
}

function mapToTap(app: App, take: (place: Place, by: StartBy, name: string | null) => void): HTMLElement {
  const map = new Ways(
    (box, detail) => app.guide.draw(box, detail),
    (place) => {
      map.show({ start: place, answer: null, chosen: null });
      take(place, 'tap', null);
    },
  );
  const bbox = app.guide.city?.bbox;
  const at = app.guide.origin();
  if (at) map.look(at, 700);
  // Nobody can tap a place on a map without streets.
  const here = at ?? (bbox ? { lat: (bbox[1] + bbox[3]) / 2, lon: (bbox[0] + bbox[2]) / 2 } : null);
  if (here)
    void app.guide
      .draw([here.lon - 0.002, here.lat - 0.001, here.lon + 0.002, here.lat + 0.001], 2)
      .then((ground) => {
        if (!ground) map.element.parentElement?.remove();
      });
  if (!at && bbox) map.look({ lat: (bbox[1] + bbox[3]) / 2, lon: (bbox[0] + bbox[2]) / 2 }, 2500);
  return map.element;
}

function searchBox(app: App, take: (place: Place, by: StartBy, name: string | null) => void): HTMLElement {
  const results = el('ul', { class: 'results' });
  const input = el('input', {
    type: 'search',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: 200,
    'data-field': 'search',
    oninput: () => void look(),
  });
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    const words = input.value.trim();
    const typed = readPlace(words);
    if (typed) return list([{ kind: 'place', name: words, street: null, metres: null, ...typed }]);
    if (words.length < 2) return results.replaceChildren();
    try {
      const { found } = await app.guide.search(words);
      if (mine === asked) list(found);
    } catch {
      if (mine === asked) results.replaceChildren(el('li', { class: 'help' }, t('guide-engine-fault')));
    }
  };
  const list = (found: Found[]) => {
    if (found.length === 0) announce(t('page-search-none', { words: input.value }));
    else announce(t('page-search-results', { number: found.length }));
    results.replaceChildren(
      ...(found.length === 0
        ? [el('li', { class: 'help' }, t('page-search-none', { words: input.value }))]
        : []),
      ...found.map((one) =>
        el(
          'li',
          {},
          el(
            'button',
            {
              type: 'button',
              class: 'result',
              onclick: () => {
                results.replaceChildren();
                take(one, 'search', one.name);
              },
            },
            el('span', {}, one.name),
            el('span', { class: 'help' }, kindOf(one)),
          ),
        ),
      ),
    );
  };
  return el(
    'form',
    {
      class: 'search-box',
      role: 'search',
      onsubmit: (event) => {
        event.preventDefault();
        results.querySelector('button')?.click();
      },
    },
    field(t('guide-search'), input),
    results,
  );
}

function kindOf({ kind, street, metres }: Found): string {
  const kinds = ['place', 'shelter', 'street', 'address'];
  const words = kinds.includes(kind) ? t(`guide-kind-${kind}`) : kind;
  return [words, street, metres === null ? null : lengthInWords(metres)].filter(Boolean).join(' · ');
}

/** The device's position, asked for now and not before. */
function locate(
  app: App,
  answer: HTMLElement,
  take: (place: Place, by: StartBy, name: string | null) => void,
): void {
  const fail = () =>
    answer.replaceChildren(el('p', { class: 'problem', role: 'alert' }, t('guide-locate-failed')));
  if (!('geolocation' in navigator)) {
    fail();
    return;
  }
  answer.replaceChildren(el('p', { class: 'help' }, t('guide-locating')));
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const fix = {
        lat: coords.latitude,
        lon: coords.longitude,
        accuracy_m: Math.ceil(coords.accuracy),
        made: unixNow(),
      };
      app.guide.setFix(fix);
      void app.live.judge();
      take(fix, 'position', null);
    },
    fail,
    { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 },
  );
}

/** Says what was found, and asks whether it is right. */
async function propose(
  app: App,
  answer: HTMLElement,
  place: Place,
  by: StartBy,
  name: string | null,
): Promise<void> {
  let confirmed: Confirmed | null = null;
  try {
    confirmed = await app.guide.confirm({ lat: place.lat, lon: place.lon });
  } catch {
    // Said below.
  }
  if (!confirmed?.inside_region) {
    answer.replaceChildren(el('p', { class: 'problem', role: 'alert' }, t('page-error-outside')));
    return;
  }
  const words = inWords(confirmed, name);
  const yes = button(
    t('guide-yes-start'),
    () => {
      app.guide.begin(place, by, words, true);
      void app.live.judge();
      app.go('now');
    },
    { class: 'main wide', 'data-key': 'yes' },
  );
  const named = el('input', {
    type: 'text',
    maxlength: 40,
    'data-field': 'place-name',
    placeholder: t('guide-home'),
  });
  const keep = button(
    t('guide-remember'),
    () => {
      app.guide.begin(place, by, words, true);
      app.guide.remember(named.value.trim() || t('guide-home'));
      void app.live.judge();
      app.go('now');
    },
    { class: 'quiet' },
  );
  answer.replaceChildren(
    el('p', {}, t('guide-is-it-here')),
    el('p', { class: 'lead' }, words),
    yes,
    el(
      'details',
      { class: 'more' },
      el('summary', {}, t('guide-remember-here')),
      field(t('guide-place-name'), named, t('guide-places-stay')),
      keep,
    ),
  );
  answer.scrollIntoView({ block: 'nearest' });
  yes.focus();
}

/** A place in words: its name, its street, the next crossing, what is near. */
export function inWords(confirmed: Confirmed, name: string | null): string {
  const { street, crossing, near } = confirmed;
  const parts = [
    name,
    street && street !== name ? street : null,
    crossing ? t('guide-by-crossing', { street: crossing }) : null,
    near ? t('guide-near', { name: near.name, length: lengthInWords(near.metres) }) : null,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : confirmed.words;
}

function rememberedList(
  app: App,
  take: (place: Place, by: StartBy, name: string | null) => void,
): HTMLElement | null {
  const { remembered } = app.guide;
  if (remembered.length === 0) return null;
  return el(
    'section',
    {},
    el('h2', {}, t('guide-remembered')),
    el(
      'div',
      { class: 'chips' },
      ...remembered.map((one) =>
        button(one.name, () => take(one, 'remembered', one.name), { class: 'chip' }),
      ),
    ),
  );
}
