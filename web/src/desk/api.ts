// How the desk's program is asked. Every question carries the token of this start; a page that does
// not know it gets nothing. The passphrase goes into one body and is forgotten.
import { Refusal } from '../api';
import { maybe } from '../texts';
import type { Board, Preview, Review, Setup, Wish } from './shapes';

const KEPT = 'desk-token';

/** Takes the token out of the address, where it would end up in a history. */
export function takeToken(): string | null {
  const given = /^#([0-9a-f]{32})$/.exec(location.hash)?.[1];
  try {
    if (given) {
      sessionStorage.setItem(KEPT, given);
      history.replaceState(null, '', location.pathname + location.search);
    }
    return given ?? sessionStorage.getItem(KEPT);
  } catch {
    // A browser that keeps nothing keeps the address.
    return given ?? null;
  }
}

/** Asks on behalf of one start of the program. */
export class DeskApi {
  constructor(private readonly token: string) {}

  private async ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const response = await fetch(`/desk/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        accept: 'application/json',
        'x-hinan-desk': this.token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      ...(signal ? { signal } : {}),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer as T;
    const { detail, code } = (answer ?? {}) as { detail?: unknown; code?: unknown };
    const known = typeof code === 'string' ? maybe(`desk-error-${code}`) : null;
    throw new Refusal(response.status, known ?? (typeof detail === 'string' ? detail : response.statusText));
  }

  readonly setup = () => this.ask<Setup>('setup');
  /** The folder, as soon as it differs from `version`, or after some seconds. */
  readonly board = (version: string | null, signal?: AbortSignal) =>
    this.ask<Board>(version ? `board?since=${version}` : 'board', undefined, signal);
  readonly review = (name: string) => this.ask<Review>(`messages/${name}`);
  readonly preview = (wish: Wish, signal: AbortSignal) => this.ask<Preview>('preview', wish, signal);
  readonly draft = (wish: Wish) => this.ask<Review>('draft', wish);
  readonly sign = (name: string, passphrase: string, people: number | null) =>
    this.ask<Review>('sign', { name, passphrase, people });
  /** Drafts what calls an alert back, or ends it; nothing is signed yet. */
  readonly cancel = (target: string, reason: 'error' | 'withdrawn') =>
    this.ask<Review>('cancel', { target, reason });
  readonly clear = (target: string) => this.ask<Review>('clear', { target });
  readonly discard = (name: string) => this.ask<null>('discard', { name });
}
