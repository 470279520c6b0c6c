// "Where are you?": a place typed as numbers, a shelter or street by its name, or the device's
// position. Everything is looked up on this device.
import { shelterTitle } from '../answers';
import type { Place, ShelterFeature } from '../api';
import { announce, button, el, field } from '../dom';
import { readPlace } from '../measure';
import { t } from '../texts';

/** At most so many results are listed. */
const MOST = 8;

/** Where names are looked up. */
export interface Known {
  shelters: () => ShelterFeature[];
  streets: () => { name: string; place: Place }[];
}

interface Result {
  words: string;
  place: Place;
}

/** What has all the words in its name, shelters first. */
export function found(words: string, known: Known): Result[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const fits = (result: Result) => wanted.every((word) => result.words.toLocaleLowerCase().includes(word));
  const shelters = known.shelters().flatMap(({ properties, geometry }) => {
    const [lon, lat] = geometry?.coordinates ?? [];
    if (lon === undefined || lat === undefined) return [];
    return [{ words: shelterTitle(properties, properties.id), place: { lat, lon } }];
  });
  const streets = known.streets().map(({ name, place }) => ({ words: name, place }));
  return [...shelters, ...streets].filter(fits).slice(0, MOST);
}

/** Whether hinan runs on this very device: a position is asked for only where it cannot leave it. */
function isHere(): boolean {
  return 'geolocation' in navigator && ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);
}

/** The form with the input, its results below. */
export function searchForm(known: Known, choose: (place: Place) => void): HTMLElement {
  const input = el('input', {
    type: 'search',
    autocomplete: 'off',
    'data-field': 'search',
    enterkeyhint: 'search',
    maxlength: 200,
  });
  const results = el('ul', { class: 'results' });
  const say = (words: string) => {
    results.replaceChildren(el('li', { class: 'help' }, words));
    announce(words);
  };
  const go = (place: Place) => {
    results.replaceChildren();
    choose(place);
  };
  const search = () => {
    const words = input.value.trim();
    if (!words) return;
    const place = readPlace(words);
    if (place) return go(place);
    const list = found(words, known);
    if (list.length === 0) return say(t('page-search-none', { words }));
    results.replaceChildren(
      ...list.map((one) =>
        el(
          'li',
          {},
          button(one.words, () => go(one.place), { class: 'result' }),
        ),
      ),
    );
    announce(t('page-search-results', { number: list.length }));
  };
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => go({ lat: coords.latitude, lon: coords.longitude }),
      () => say(t('page-locate-failed')),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  return el(
    'form',
    {
      class: 'search',
      role: 'search',
      onsubmit: (event: Event) => {
        event.preventDefault();
        search();
      },
    },
    field(t('page-search-or-place'), input),
    el('button', { type: 'submit', class: 'quiet' }, t('page-search-go')),
    isHere()
      ? button(t('page-locate'), locate, {
          class: 'quiet',
          'data-action': 'locate',
          title: t('page-locate-note'),
        })
      : null,
    results,
  );
}
