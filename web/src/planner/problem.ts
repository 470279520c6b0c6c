// What went wrong, in a sentence.
import { el } from '../dom';
import { t } from '../texts';

/** A sentence for what went wrong. */
export function problem(error: unknown): HTMLElement {
  const reason = error instanceof Error ? error.message : String(error);
  return el('p', { class: 'problem', role: 'alert' }, t('page-error', { reason }));
}
