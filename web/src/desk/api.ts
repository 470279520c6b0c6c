// How the desk's program is asked. Every question carries the token of this start; a page that does
// not know it gets nothing. The passphrase goes into one body and is forgotten.
import { Refusal } from '../api';
import { told } from './codes';
import type { ArmWish, Board, Preview, Review, Setup, Wish } from './shapes';

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

/** What went wrong, as the program says it. */
interface Problem {
  detail: string;
  code: string;
  values: Record<string, string>;
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
    const { detail, code, values } = (answer ?? {}) as Partial<Problem>;
    const words = detail ?? response.statusText;
    const said = told({ family: 'error', code: code ?? '', words, detail: '', values: values ?? {} });
    throw new Refusal(response.status, said.words);
  }

  readonly setup = () => this.ask<Setup>('setup');
  /** The folder, as soon as it differs from `version`, or after some seconds. */
  readonly board = (version: string | null, signal?: AbortSignal) =>
    this.ask<Board>(version ? `board?since=${version}` : 'board', undefined, signal);
  readonly review = (key: string) => this.ask<Review>(`messages/${key}`);
  readonly preview = (wish: Wish, signal: AbortSignal) => this.ask<Preview>('preview', wish, signal);
  readonly draft = (wish: Wish) => this.ask<Review>('draft', wish);
  readonly sign = (key: string, passphrase: string, people: number | null) =>
    this.ask<Review>('sign', { key, passphrase, people });
  /** Drafts what calls an alert back, or ends it; nothing is signed yet. */
  readonly cancel = (target: string, reason: 'error' | 'withdrawn') =>
    this.ask<Review>('cancel', { target, reason });
  readonly clear = (target: string) => this.ask<Review>('clear', { target });
  /** Drafts an order signed ahead, or what calls one back. */
  readonly arm = (wish: ArmWish) => this.ask<Review>('arm', wish);
  readonly void = (target: string) => this.ask<Review>('void', { target });
  readonly discard = (key: string) => this.ask<null>('discard', { key });
}
