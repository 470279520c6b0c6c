// An order signed ahead: who may raise which alerts alone, where, for how long. Two persons sign it.
import { button, el, field } from '../dom';
import { maybe, t } from '../texts';
import type { ArmWish, Setup } from './shapes';
import { minutesInWords } from './words';

/** Hours that are offered. */
const HOURS = [1, 2, 4, 8, 12, 24, 72, 168, 744];
/** Lengths of one alert that are offered, in minutes. */
const LIVES = [5, 10, 15];
/** More zones than this can be searched. */
const MANY_ZONES = 12;

/** What the form is made of. */
export interface ArmSetting {
  setup: Setup;
  /** Something was chosen: the map shows it. */
  changed: () => void;
  draft: (wish: ArmWish) => Promise<void>;
}

/** The form, with what is chosen. */
export class ArmForm {
  readonly element: HTMLElement;
  zones: string[] = [];
  private who: string[];
  private templates: string[] = [];
  private hours: number | null = null;
  private life: number;
  private readonly hoursBox = el('div', {});
  private readonly endBox = el('div', { class: 'write-box', 'aria-live': 'polite' });
  private readonly zonesBox = el('div', { class: 'where-box' });

  constructor(private readonly setting: ArmSetting) {
    const { holders, arming } = setting.setup;
    this.who = holders.filter((one) => one.me).map((one) => one.id);
    this.life = Math.max(...LIVES.filter((minutes) => minutes <= (arming?.alert ?? 15)), 0);
    this.element = this.draw();
    this.drawZones();
    this.drawHours();
    this.drawEnd();
  }

  private draw(): HTMLElement {
    const { setup } = this.setting;
    const who = setup.holders.map((one) =>
      this.check('who', one.id, one.feed ? t('desk-arm-feed', { name: one.name }) : one.name, one.me),
    );
    const hazards = [...new Set(setup.templates.map((one) => one.hazard))];
    const templates = hazards.map((hazard) => {
      const title = el('p', { class: 'hazard' }, t(`hazard-${hazard}`));
      const orders = setup.templates.filter((one) => one.hazard === hazard).reverse();
      const checks = orders.map((one) =>
        this.check('templates', one.id, maybe(`alert-order-${hazard}-${one.stage}`) ?? one.id, false),
      );
      return el('div', { class: 'of-hazard' }, title, ...checks);
    });
    const lives = LIVES.filter((minutes) => minutes <= (setup.arming?.alert ?? 15));
    return el(
      'form',
      { class: `draft world-${setup.world} arming`, onsubmit: (event: Event) => event.preventDefault() },
      el('h2', { class: 'verb', tabindex: -1, id: 'arm-title' }, t('desk-new-arm')),
      el('p', { class: 'help' }, t('desk-arm-help')),
      this.group('desk-arm-who', el('div', { class: 'checks', 'data-field': 'who' }, ...who)),
      this.group(
        'desk-arm-templates',
        el('div', { class: 'by-hazard', 'data-field': 'templates' }, ...templates),
      ),
      this.group('desk-where', this.zonesBox),
      this.group('desk-arm-hours', this.hoursBox),
      this.group(
        'desk-arm-life',
        this.chips('life', lives, this.life, (minutes) => {
          this.life = minutes;
        }),
      ),
      this.endBox,
    );
  }

  private group(id: string, inside: HTMLElement): HTMLElement {
    return el('fieldset', {}, el('legend', {}, t(id)), inside);
  }

  private check(name: 'who' | 'templates', id: string, words: string, checked: boolean): HTMLElement {
    const input = el('input', { type: 'checkbox', value: id, checked });
    input.addEventListener('change', () => {
      this[name] = this.listOf(name);
      if (name === 'who') this.drawHours();
      this.drawEnd();
    });
    return el('label', { class: 'check' }, input, words);
  }

  /** What is ticked in a list. */
  private listOf(name: 'who' | 'templates' | 'zones'): string[] {
    const boxes = this.element.querySelectorAll<HTMLInputElement>(`[data-field=${name}] input:checked`);
    return [...boxes].map((box) => box.value);
  }

  private chips(
    name: string,
    minutes: readonly number[],
    chosen: number | null,
    choose: (minutes: number) => void,
  ): HTMLElement {
    const radio = (one: number) => {
      const input = el('input', { type: 'radio', name, value: one, checked: one === chosen });
      input.addEventListener('change', () => {
        choose(one);
        this.drawEnd();
      });
      return el('label', { class: 'chip' }, input, el('span', {}, minutesInWords(one)));
    };
    return el('div', { class: 'chips' }, ...minutes.map(radio));
  }

  private drawZones(): void {
    const all = this.setting.setup.zones.features.map((zone) => zone.properties);
    const rows = all.map((zone) => {
      const input = el('input', { type: 'checkbox', value: zone.id, checked: this.zones.includes(zone.id) });
      input.addEventListener('change', () => {
        this.zones = this.listOf('zones');
        this.drawEnd();
        this.setting.changed();
      });
      return el('label', { class: 'check', 'data-zone': zone.id }, input, zone.name);
    });
    const find = el('input', { type: 'search', autocomplete: 'off' });
    find.addEventListener('input', () => {
      const words = find.value.trim().toLocaleLowerCase();
      for (const row of rows) row.hidden = !(row.textContent ?? '').toLocaleLowerCase().includes(words);
    });
    this.zonesBox.replaceChildren(
      ...(all.length === 0 ? [el('p', { class: 'note' }, t('desk-zones-none'))] : []),
      ...(all.length > MANY_ZONES ? [field(t('desk-zones-find'), find)] : []),
      el(
        'div',
        { class: 'checks zones', role: 'group', 'aria-label': t('desk-zones'), 'data-field': 'zones' },
        ...rows,
      ),
    );
  }

  /** A person's hours are fewer than a feed's. */
  private longest(): number {
    const { arming, holders } = this.setting.setup;
    if (!arming) return 0;
    const isFeed = (id: string) => holders.find((one) => one.id === id)?.feed === true;
    return this.who.every(isFeed) && this.who.length > 0 ? arming.feed : arming.person;
  }

  private drawHours(): void {
    const offered = HOURS.map((hours) => hours * 60).filter((minutes) => minutes <= this.longest());
    if (this.hours === null || !offered.includes(this.hours)) this.hours = offered.at(-1) ?? null;
    this.hoursBox.replaceChildren(
      this.chips('hours', offered, this.hours, (minutes) => {
        this.hours = minutes;
      }),
    );
  }

  /** Somebody chose a zone on the map. */
  chosen(zone: string): void {
    const box = this.zonesBox.querySelector<HTMLInputElement>(`input[value="${CSS.escape(zone)}"]`);
    box?.click();
  }

  private wish(): ArmWish | null {
    const { who, zones, templates, hours, life } = this;
    if (who.length === 0 || zones.length === 0 || templates.length === 0 || hours === null) return null;
    return { who, zones, templates, minutes: hours, life_minutes: life };
  }

  private drawEnd(): void {
    const wish = this.wish();
    if (!wish) {
      this.endBox.replaceChildren(el('p', { class: 'help' }, t('desk-arm-none')));
      return;
    }
    const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const press = button(
      t('desk-arm-write'),
      () => {
        press.disabled = true;
        this.setting.draft(wish).catch((error: unknown) => {
          press.disabled = false;
          problem.hidden = false;
          problem.textContent = error instanceof Error ? error.message : String(error);
        });
      },
      { class: 'main write', 'data-action': 'write' },
    );
    this.endBox.replaceChildren(problem, press, el('p', { class: 'help' }, t('desk-write-help')));
  }
}
