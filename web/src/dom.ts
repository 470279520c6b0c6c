// Elements in one line. No markup is ever parsed from text, so nothing that comes from a list or a
// file can become markup.

import { apart } from './bidi';

type Child = Node | string | null | undefined | false;
type Listener = (event: Event) => void;

/** Attributes; those that start with `on` are listeners, `true` and `false` set or leave out. */
export type Attributes = Record<string, string | number | boolean | null | undefined | Listener>;

function dress(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (typeof child === 'string') element.append(...written(element, child));
    else if (child) element.append(child);
  }
}

/** Elements that hold plain text only. */
const PLAIN = new Set(['option', 'title', 'text']);

/** Text, with names of another direction kept apart from what stands around them. */
function written(element: Element, text: string): (Node | string)[] {
  if (PLAIN.has(element.localName)) return [text];
  return apart(text).map((part) => {
    if (!part.isApart) return part.text;
    const name = document.createElement('bdi');
    name.textContent = part.text;
    return name;
  });
}

/** An element of the page. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  dress(element, attributes, children);
  return element;
}

/** An element of a drawing. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  dress(element, attributes, children);
  return element;
}

/** A button with words. */
export function button(words: string, press: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return el('button', { type: 'button', onclick: press, ...attributes }, words);
}

/** An input with its label. */
export function field(words: string, input: HTMLElement, help?: string): HTMLElement {
  input.id ||= `field-${++fields}`;
  const note = help ? el('span', { class: 'help', id: `${input.id}-help` }, help) : null;
  if (note) input.setAttribute('aria-describedby', note.id);
  return el('div', { class: 'field' }, el('label', { for: input.id }, words), input, note);
}
let fields = 0;

/** A list to choose one from; `options` are values and words. */
export function choice(
  options: [string, string][],
  chosen: string,
  choose: (value: string) => void,
): HTMLSelectElement {
  const select = el('select', { onchange: () => choose(select.value) });
  for (const [value, words] of options)
    select.append(el('option', { value, selected: value === chosen }, words));
  return select;
}

let status: HTMLElement | null = null;

/** The element that screen readers listen to. */
export function statusElement(): HTMLElement {
  status ??= el('p', { class: 'only-read', role: 'status', 'aria-live': 'polite' });
  return status;
}

/** Says something to those who listen instead of looking. */
export function announce(words: string): void {
  statusElement().textContent = words;
}
