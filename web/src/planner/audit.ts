// What is wrong with the data: a list and signs on the map, each leading to the other.
import { type Finding, getAudit, type Place, type Question } from '../api';
import { button, el } from '../dom';
import { t } from '../texts';
import { problem } from './problem';

/** At most so many findings are listed and drawn; all of them are in the export. */
const MOST_FINDINGS = 200;

/** What the list of findings needs of the rest of the page. */
export interface AuditOutside {
  /** Draws where the data are wrong. */
  draw: (places: { number: number; place: Place }[]) => void;
  /** Rings one place on the map. */
  ring: (place: Place) => void;
  selectShelter: (id: string) => void;
}

/** The findings. */
export class AuditPart {
  readonly element = el('div', { class: 'audit' });
  private findings: Finding[] = [];
  private rows: HTMLElement[] = [];

  constructor(private readonly outside: AuditOutside) {}

  /** Asks for the findings of a question. */
  async load(question: Question): Promise<void> {
    this.element.replaceChildren(el('p', {}, t('page-counting')));
    try {
      const { findings } = await getAudit(question);
      this.findings = findings.slice(0, MOST_FINDINGS);
      this.rows = this.findings.map((one, number) => this.row(one, number));
      const none = el('p', { class: 'help' }, t('page-audit-none'));
      this.element.replaceChildren(
        el('p', {}, t('page-audit-findings', { number: findings.length })),
        this.rows.length > 0 ? el('ul', { class: 'findings' }, ...this.rows) : none,
      );
      this.draw();
    } catch (error) {
      this.element.replaceChildren(problem(error));
    }
  }

  /** Draws the signs; again where the map was taken for something else meanwhile. */
  draw(): void {
    this.outside.draw(
      this.findings.flatMap((one, number) => {
        const place = placeOf(one);
        return place ? [{ number, place }] : [];
      }),
    );
  }

  /** A sign on the map was clicked: its row comes into view. */
  choose(number: number): void {
    this.mark(number);
    const row = this.rows[number];
    const shelter = this.findings[number]?.shelter;
    if (shelter) this.outside.selectShelter(shelter);
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    row?.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' });
    row?.querySelector('button')?.focus({ preventScroll: true });
  }

  private mark(number: number): void {
    for (const [at, row] of this.rows.entries()) {
      if (at === number) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  private show(finding: Finding, number: number): void {
    const place = placeOf(finding);
    if (!place) return;
    this.mark(number);
    this.outside.ring(place);
    if (finding.shelter) this.outside.selectShelter(finding.shelter);
  }

  private row(finding: Finding, number: number): HTMLElement {
    const title = finding.name ?? finding.shelter ?? finding.file ?? '';
    const row = finding.file && finding.row ? `${finding.file}, ${finding.row}` : '';
    const costs =
      finding.people_only > 0 ? ` ${t('page-audit-costs', { people: finding.people_only })}` : null;
    return el(
      'li',
      {},
      title ? el('b', {}, title) : null,
      title ? ': ' : null,
      finding.what,
      costs ? el('span', { class: 'cost' }, costs) : null,
      row && row !== title ? el('span', { class: 'help' }, ` (${row})`) : null,
      placeOf(finding)
        ? button(t('page-show-on-map'), () => this.show(finding, number), {
            class: 'link',
            'aria-label': `${t('page-show-on-map')}: ${title} ${finding.what}`,
          })
        : null,
    );
  }
}

function placeOf({ lat, lon }: Finding): Place | null {
  return lat === null || lon === null ? null : { lat, lon };
}
