// A new alert or drill from a template: danger, what people are to do, where, for how long. Nothing
// is written by hand but the place; what comes of it is shown before it is drafted.
import { button, choice, el, field } from '../dom';
import { language, maybe, t } from '../texts';
import { saidView } from './board';
import { type Corner, MOST_CORNERS, read, written } from './place';
import { formsView, languageName } from './review';
import type { Item, Preview, Setup, Template, Wish, World } from './shapes';
import { clock, list, minutesInWords, reachInWords, spillInWords } from './words';

/** Lengths of time that are offered, in minutes. */
const MINUTES = [10, 15, 30, 60, 120, 360, 720, 1440];
/** More zones than this can be searched. */
const MANY_ZONES = 12;

/** What the form is made of. */
export interface Setting {
  setup: Setup;
  world: World;
  /** The alert that is to be replaced. */
  target: Item | null;
  /** The order signed ahead that it is raised under. */
  order: Item | null;
  /** Something was chosen: the map shows it. */
  changed: (form: DraftForm) => void;
  preview: (wish: Wish, signal: AbortSignal) => Promise<Preview>;
  draft: (wish: Wish) => Promise<void>;
}

/** The form, with what is chosen. */
export class DraftForm {
  readonly element: HTMLElement;
  /** What is previewed now; the map shows its ground. */
  preview: Preview | null = null;
  hazard: string;
  stage: string | null = null;
  mode: 'zones' | 'drawn';
  zones: string[] = [];
  corners: Corner[] = [];
  private place = '';
  private minutes: number | null = null;
  private impact: number | null = null;
  private languages: string[];
  private asking: AbortController | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly stageBox = el('div', { class: 'orders', role: 'radiogroup' });
  private readonly whereBox = el('div', { class: 'where-box' });
  private readonly durationBox = el('div', {});
  private readonly previewBox = el('section', { class: 'preview', 'aria-live': 'polite' });
  private cornersInput: HTMLTextAreaElement | null = null;

  constructor(private readonly setting: Setting) {
    const { setup, target } = setting;
    this.hazard = target?.hazard ?? this.templates()[0]?.hazard ?? '';
    this.stage = target?.stage ?? null;
    this.languages = [...setup.languages];
    this.mode = this.zoneFacts().length > 0 ? 'zones' : 'drawn';
    if (target) this.take(target);
    this.element = this.draw();
    this.drawStages();
    this.drawWhere();
    this.drawDuration();
    this.showPreview();
  }

  /** What is to be replaced, as it stands: the officer changes what is to be another. */
  private take(target: Item): void {
    const known = new Set(this.zoneFacts().map((zone) => zone.id));
    this.zones = target.zones.filter((id) => known.has(id));
    const said = new Set(target.texts.map((text) => text.language.split('-')[0]));
    this.languages = this.languages.filter((tag) => said.has(tag));
    const ring = target.area?.coordinates.length === 1 ? target.area.coordinates[0]?.[0] : undefined;
    if (this.zones.length > 0 || !ring || ring.length > MOST_CORNERS) return;
    this.mode = 'drawn';
    this.corners = ring.slice(0, -1).map(([lon = 0, lat = 0]): Corner => [lat, lon]);
    this.place = target.place;
  }

  /** What can be sent: under an order only what it names. */
  private templates(): Template[] {
    const { setup, order } = this.setting;
    const named = order?.order?.templates;
    return setup.templates.filter((one) => named === undefined || named.includes(one.id));
  }

  private zoneFacts() {
    const { setup, order } = this.setting;
    const named = order?.order?.zones;
    const all = setup.zones.features.map((zone) => zone.properties);
    return all.filter((zone) => named === undefined || named.includes(zone.id));
  }

  private draw(): HTMLElement {
    const { world, target, order } = this.setting;
    const hazards = [...new Set(this.templates().map((one) => one.hazard))];
    const hazard = choice(
      hazards.map((one): [string, string] => [one, t(`hazard-${one}`)]),
      this.hazard,
      (value) => {
        this.hazard = value;
        if (!this.template()) this.stage = null;
        this.drawStages();
        this.drawDuration();
        this.changed();
      },
    );
    hazard.dataset.field = 'hazard';
    const first = order ? 'desk-new-armed' : world === 'drill' ? 'desk-new-drill' : 'desk-new-alert';
    const title = target ? 'desk-new-update' : first;
    return el(
      'form',
      { class: `draft world-${world}`, onsubmit: (event: Event) => event.preventDefault() },
      el(
        'h2',
        { class: 'verb', tabindex: -1, id: 'draft-title' },
        world === 'drill' ? el('span', { class: 'world-badge drill' }, t('alert-drill-word')) : null,
        world === 'drill' ? ' ' : null,
        t(title),
      ),
      order ? el('p', { class: 'armed-note' }, t('desk-armed-note')) : null,
      field(t('desk-hazard'), hazard),
      el('fieldset', {}, el('legend', {}, t('desk-stage')), this.stageBox),
      el('fieldset', {}, el('legend', {}, t('desk-where')), this.whereBox),
      el('fieldset', {}, el('legend', {}, t('desk-duration')), this.durationBox),
      el(
        'details',
        { class: 'more' },
        el('summary', {}, t('page-more-options')),
        this.impactField(),
        this.languageField(),
      ),
      this.previewBox,
    );
  }

  private template(): Template | undefined {
    return this.templates().find((one) => one.hazard === this.hazard && one.stage === this.stage);
  }

  /** The orders of the danger, the sternest first: big, since this is read at night. */
  private drawStages(): void {
    const { setup } = this.setting;
    const offered = this.templates()
      .filter((one) => one.hazard === this.hazard)
      .reverse();
    const radio = (one: Template) => {
      const input = el('input', {
        type: 'radio',
        name: 'stage',
        value: one.stage,
        checked: one.stage === this.stage,
      });
      input.addEventListener('change', () => {
        this.stage = one.stage;
        this.drawDuration();
        this.changed();
      });
      return el(
        'label',
        { class: `order stage-${one.stage}` },
        input,
        el(
          'span',
          {},
          el('b', {}, maybe(`alert-order-${one.hazard}-${one.stage}`) ?? one.id),
          el('span', { class: 'how-near' }, t(`alert-stage-${one.stage}`)),
        ),
      );
    };
    const missing = setup.refused
      .filter((one) => one.hazard === this.hazard && one.stage !== 'clear')
      .map((one) => {
        const order = maybe(`alert-order-${one.hazard}-take-cover`) ?? '';
        const why = maybe(`desk-why-${one.hazard}-${one.stage}`, { order });
        const words = el('span', why === null ? { lang: 'en' } : {}, why ?? one.why);
        return el('p', { class: 'help' }, `${t(`alert-stage-${one.stage}`)}: `, words);
      });
    this.stageBox.setAttribute('aria-label', t('desk-stage'));
    this.stageBox.replaceChildren(...offered.map(radio), ...missing);
  }

  private drawWhere(): void {
    const mode = (name: 'zones' | 'drawn') => {
      const input = el('input', { type: 'radio', name: 'mode', value: name, checked: this.mode === name });
      input.addEventListener('change', () => {
        this.mode = name;
        this.drawWhere();
        this.changed();
      });
      return el('label', { class: 'check' }, input, t(`desk-where-${name}`));
    };
    this.cornersInput = null;
    const inside = this.mode === 'zones' ? this.zonesView() : this.drawnView();
    // Under an order ground is named, never drawn.
    const modes = this.setting.order ? [] : [el('div', { class: 'checks' }, mode('zones'), mode('drawn'))];
    this.whereBox.replaceChildren(...modes, ...inside);
  }

  private zonesView(): HTMLElement[] {
    const all = this.zoneFacts();
    if (all.length === 0) return [el('p', { class: 'note' }, t('desk-zones-none'))];
    const rows = all.map((zone) => {
      const input = el('input', { type: 'checkbox', value: zone.id, checked: this.zones.includes(zone.id) });
      input.addEventListener('change', () => this.toggleZone(zone.id, input.checked));
      const count =
        zone.people === null
          ? ` · ${t('desk-people-zone-nobody')}`
          : ` · ${t('desk-people', { people: zone.people })}`;
      return el('label', { class: 'check', 'data-zone': zone.id }, input, `${zone.name}${count}`);
    });
    const chosen = all.filter((zone) => this.zones.includes(zone.id)).map((zone) => zone.name);
    const find = el('input', { type: 'search', 'data-field': 'find-zone', autocomplete: 'off' });
    find.addEventListener('input', () => {
      const words = find.value.trim().toLocaleLowerCase();
      for (const row of rows) row.hidden = !(row.textContent ?? '').toLocaleLowerCase().includes(words);
    });
    return [
      ...(all.length > MANY_ZONES ? [field(t('desk-zones-find'), find)] : []),
      el('div', { class: 'checks zones', role: 'group', 'aria-label': t('desk-zones') }, ...rows),
      el(
        'p',
        { class: 'help chosen' },
        chosen.length > 0 ? t('desk-zones-chosen', { names: list(chosen) }) : '',
      ),
    ];
  }

  private drawnView(): HTMLElement[] {
    const corners = el('textarea', { rows: 4, spellcheck: 'false', 'data-field': 'corners' });
    corners.value = written(this.corners);
    corners.addEventListener('change', () => {
      const { corners: typed, wrong } = read(corners.value);
      corners.setAttribute('aria-invalid', String(wrong !== null));
      complaint.hidden = wrong === null;
      complaint.textContent = wrong === null ? '' : t('desk-corners-wrong', { line: wrong });
      if (wrong !== null) return;
      this.corners = typed;
      this.changed();
    });
    const complaint = el('p', { class: 'problem', role: 'alert', hidden: true });
    this.cornersInput = corners;
    const place = el('input', {
      type: 'text',
      maxlength: 120,
      value: this.place,
      autocomplete: 'off',
      'data-field': 'place',
    });
    place.addEventListener('input', () => {
      this.place = place.value;
      this.changed();
    });
    return [
      el('p', { class: 'help' }, t('desk-draw-help')),
      el(
        'div',
        { class: 'actions' },
        button(t('desk-corner-undo'), () => this.setCorners(this.corners.slice(0, -1)), {
          class: 'quiet',
          'data-action': 'undo',
        }),
        button(t('desk-corners-clear'), () => this.setCorners([]), { class: 'quiet' }),
      ),
      field(t('desk-corners'), corners),
      complaint,
      field(t('desk-place-name'), place),
    ];
  }

  private toggleZone(id: string, isOn: boolean): void {
    this.zones = isOn
      ? [...this.zones.filter((one) => one !== id), id]
      : this.zones.filter((one) => one !== id);
    const names = this.setting.setup.zones.features
      .filter((zone) => this.zones.includes(zone.properties.id))
      .map((zone) => zone.properties.name);
    const said = this.whereBox.querySelector('.chosen');
    if (said) said.textContent = names.length > 0 ? t('desk-zones-chosen', { names: list(names) }) : '';
    this.changed();
  }

  private setCorners(corners: Corner[]): void {
    this.corners = corners.slice(0, MOST_CORNERS);
    if (this.cornersInput) this.cornersInput.value = written(this.corners);
    this.changed();
  }

  /** Somebody chose a place on the map: a corner, or a zone. */
  chosen(corner: Corner, zone: string | null): void {
    if (this.mode === 'drawn') {
      this.setCorners([...this.corners, corner]);
    } else if (zone !== null) {
      if (!this.zoneFacts().some((one) => one.id === zone)) return;
      const box = this.whereBox.querySelector<HTMLInputElement>(`input[value="${CSS.escape(zone)}"]`);
      if (box) box.checked = !this.zones.includes(zone);
      this.toggleZone(zone, !this.zones.includes(zone));
    }
  }

  private longest(): number {
    const { life } = this.setting.setup;
    const stage = this.stage ? life[this.stage] : undefined;
    const most = (this.hazard === 'tsunami' ? life.tsunami : stage) ?? 60;
    const order = this.setting.order?.order;
    return order ? Math.min(most, Math.floor(order.life / 60)) : most;
  }

  private drawDuration(): void {
    const most = this.longest();
    const offered = MINUTES.filter((minutes) => minutes <= most);
    if (this.minutes === null || this.minutes > most)
      this.minutes = offered.includes(60) ? 60 : (offered.at(-1) ?? most);
    const radio = (minutes: number) => {
      const input = el('input', {
        type: 'radio',
        name: 'minutes',
        value: minutes,
        checked: minutes === this.minutes,
      });
      input.addEventListener('change', () => {
        this.minutes = minutes;
        this.changed();
      });
      return el('label', { class: 'chip' }, input, el('span', {}, minutesInWords(minutes)));
    };
    this.durationBox.replaceChildren(el('div', { class: 'chips' }, ...offered.map(radio)));
  }

  private impactField(): HTMLElement {
    const input = el('input', {
      type: 'text',
      inputmode: 'numeric',
      autocomplete: 'off',
      'data-field': 'impact',
    });
    input.addEventListener('change', () => {
      const words = input.value.trim();
      const isNumber = /^\d{1,4}$/.test(words);
      input.setAttribute('aria-invalid', String(words !== '' && !isNumber));
      this.impact = isNumber ? Number(words) : null;
      this.changed();
    });
    return field(t('desk-impact'), input);
  }

  private languageField(): HTMLElement {
    const boxes = this.setting.setup.languages.map((tag) => {
      const input = el('input', { type: 'checkbox', value: tag, checked: true });
      input.addEventListener('change', () => {
        const others = this.languages.filter((one) => one !== tag);
        this.languages = this.setting.setup.languages.filter((one) =>
          one === tag ? input.checked : others.includes(one),
        );
        this.changed();
      });
      return el('label', { class: 'check', lang: tag }, input, languageName(tag));
    });
    return el(
      'fieldset',
      {},
      el('legend', {}, t('desk-languages')),
      el('div', { class: 'checks' }, ...boxes),
    );
  }

  /** What is chosen, as it is asked for; `null` while something is missing. */
  wish(): Wish | null {
    const template = this.template();
    const hasGround = this.mode === 'zones' ? this.zones.length > 0 : this.corners.length > 2;
    if (!template || !hasGround || this.languages.length === 0 || this.minutes === null) return null;
    const { world, target, order } = this.setting;
    return {
      world,
      template: template.id,
      target: target?.key ?? null,
      arming: order?.key ?? null,
      zones: this.mode === 'zones' ? this.zones : [],
      polygon: this.mode === 'drawn' ? this.corners : [],
      place: this.mode === 'drawn' ? this.place.trim() : '',
      minutes: this.minutes,
      impact_minutes: this.impact,
      languages: this.languages,
    };
  }

  private changed(): void {
    this.setting.changed(this);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(), 200);
  }

  private async ask(): Promise<void> {
    this.asking?.abort();
    const wish = this.wish();
    if (!wish) {
      this.preview = null;
      this.showPreview();
      return;
    }
    const asking = new AbortController();
    this.asking = asking;
    try {
      const preview = await this.setting.preview(wish, asking.signal);
      if (asking.signal.aborted) return;
      this.preview = preview;
      this.showPreview();
    } catch (error) {
      if (asking.signal.aborted) return;
      this.preview = null;
      this.showPreview(error);
    }
    this.setting.changed(this);
  }

  private showPreview(error?: unknown): void {
    const { preview } = this;
    const title = el('h3', {}, t('desk-preview'));
    if (!preview) {
      const words = error === undefined ? null : error instanceof Error ? error.message : String(error);
      this.previewBox.replaceChildren(
        title,
        words ? el('p', { class: 'problem' }, words) : el('p', { class: 'help' }, t('desk-preview-none')),
      );
      return;
    }
    const now = Date.now() / 1000;
    const mine = preview.forms.find((one) => one.language.split('-')[0] === language()) ?? preview.forms[0];
    const isMine = (one: object) => one === mine;
    const spill = spillInWords(preview.reach);
    this.previewBox.replaceChildren(
      title,
      el(
        'p',
        { class: 'comes-to' },
        el('b', {}, reachInWords(preview.reach)),
        spill ? ` · ${spill}` : null,
        ` · ${t('desk-ends', { time: clock(preview.until, now) })}`,
      ),
      formsView(preview.forms.filter(isMine), ['headline', 'description', 'instruction']),
      el('details', {}, el('summary', {}, t('desk-form-all')), formsView(preview.forms)),
      ...preview.problems.map((said) =>
        el('p', { class: 'problem', 'data-code': said.code }, ...saidView(said)),
      ),
      ...(preview.problems.length > 0 ? [] : [this.writeButton()]),
    );
  }

  private writeButton(): HTMLElement {
    const { world, order } = this.setting;
    const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
    const press = button(
      t(world === 'drill' ? 'desk-write-drill' : 'desk-write'),
      () => {
        const wish = this.wish();
        if (!wish) return;
        press.disabled = true;
        this.setting.draft(wish).catch((error: unknown) => {
          press.disabled = false;
          problem.hidden = false;
          problem.textContent = error instanceof Error ? error.message : String(error);
        });
      },
      { class: 'main write', 'data-action': 'write' },
    );
    return el(
      'div',
      { class: 'write-box' },
      problem,
      press,
      el('p', { class: 'help' }, t(order ? 'desk-armed-write-help' : 'desk-write-help')),
    );
  }
}
