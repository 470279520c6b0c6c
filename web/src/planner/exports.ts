// Answers as files for other tools: tables, layers, in every form that the server writes.
import type { FeatureCollection } from 'geojson';
import { getDistricts } from '../api';
import { button, el } from '../dom';
import { t } from '../texts';
import { problem } from './problem';

const FORMS = ['csv', 'geojson', 'gpkg', 'parquet'];

/** Links to doorsteps, shelters and findings; `parameters` is what is asked when a link is used. */
export function exportLinks(parameters: () => string): HTMLElement {
  const whats: [string, string][] = [
    ['doorsteps', t('unit-doorsteps')],
    ['shelters', t('page-shelters')],
    ['audit', t('page-audit')],
  ];
  const asked = parameters();
  const list = el('ul', { class: 'exports' }, ...whats.map(([what, words]) => line(what, words, asked)));
  // A link says the question of the moment when it is used, whatever brings one to it.
  const renew = () => {
    const now = parameters();
    for (const link of list.querySelectorAll('a')) link.search = now;
  };
  for (const event of ['pointerenter', 'touchstart', 'focusin'])
    list.addEventListener(event, renew, { passive: true });
  return list;
}

function line(what: string, words: string, asked: string): HTMLElement {
  const links = FORMS.map((form) =>
    el(
      'a',
      {
        href: `/v1/export/${what}.${form}${asked}`,
        download: `${what}.${form}`,
        title: t(`page-export-${form}`),
        'aria-label': `${words}: ${form.toUpperCase()}`,
      },
      form.toUpperCase(),
    ),
  );
  return el('li', {}, el('b', {}, `${words}: `), ...links);
}

/** Buttons that save districts with what was counted of each: those of a file, or of the server. */
export function districtExports(parameters: () => string, districts: FeatureCollection | null): HTMLElement {
  const failed = el('div', {});
  const save = async (form: string) => {
    failed.replaceChildren();
    try {
      keep(await getDistricts(form, parameters(), districts), `districts.${form}`);
    } catch (error) {
      failed.replaceChildren(problem(error));
    }
  };
  return el(
    'div',
    { class: 'exports' },
    el(
      'p',
      {},
      el('b', {}, `${t('page-districts')}: `),
      ...FORMS.map((form) =>
        button(form.toUpperCase(), () => void save(form), {
          class: 'link',
          title: t(`page-export-${form}`),
          'aria-label': `${t('page-districts')}: ${form.toUpperCase()}`,
        }),
      ),
    ),
    failed,
  );
}

/** Lets the browser keep a file. */
function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  el('a', { href: address, download: name }).click();
  // Not at once: some browsers begin to read only after the click is over.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
