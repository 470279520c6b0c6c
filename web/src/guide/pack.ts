// The city on this device: fetched whole, checked against its digests, replaced only by a whole one
// that the engine takes. The last good one stays, whatever comes.
import { type Data, RENEW, renewed } from './renew';
import type { Store } from './store';

/** A file of a pack, as its manifest names it. */
export interface PackFile {
  path: string;
  sha256: string;
  len: number;
  /** What it is for: `city`, `map`, `search`, `engine`, `root`, `ring`; told by its name where nobody says. */
  role: string | null;
}

/** A difference from the pack whose manifest has the digest `from`. */
type Difference = Pick<PackFile, 'path' | 'sha256' | 'len'> & { from: string };

/** What a pack says of itself. */
export interface Manifest {
  name: string;
  version: string;
  built: number | null;
  /** With `n`, which of two packs is the newer one. */
  epoch: number;
  n: number;
  files: PackFile[];
  deltas: Difference[];
  /** Whose alerts are believed: the name of the first root. */
  scope: string | null;
}

/** A pack that is whole. */
export interface Pack {
  manifest: Manifest;
  /** The manifest's own bytes, which carry what the engine asks for. */
  text: string;
  files: Map<string, Uint8Array>;
  /** What the engine opens. */
  parts: Record<string, Uint8Array>;
}

const MANIFEST = 'pack.json';
const STATEMENT = 'pack.dsse.json';
/** Nothing that a pack names may be larger: a broken host must not fill a phone. */
const MOST_BYTES = 256 << 20;
const MOST_FILES = 200;

/** What is wrong with a pack; `code` is for the self-test, the page has sentences of its own. */
export class PackFault extends Error {
  constructor(
    readonly code: 'missing' | 'unreadable' | 'too-large' | 'damaged',
    what: string,
  ) {
    super(what);
  }
}

const isPath = (path: unknown): path is string =>
  typeof path === 'string' && /^[\w][\w.-]*(\/[\w][\w.-]*)*$/.test(path) && path.length <= 200;

/** What a file is for, by its name. */
function roleOf(path: string): string | null {
  const name = path.split('/').at(-1) ?? '';
  if (name.endsWith('.wasm')) return 'engine';
  if (name.endsWith('.hinan')) return 'region';
  return ['city', 'map', 'search', 'root', 'ring'].find((role) => name.startsWith(role)) ?? null;
}

/** A pack of these files. */
function packOf(manifest: Manifest, text: string, files: Map<string, Uint8Array>): Pack {
  const parts: Record<string, Uint8Array> = {};
  for (const { path, role } of manifest.files) {
    const bytes = files.get(path);
    if (bytes && role && ['city', 'map', 'search', 'region'].includes(role)) parts[role] = bytes;
  }
  return { manifest, text, files, parts };
}

/** The files of a pack for one purpose, in the order of the manifest. */
export function filesFor(pack: Pack, role: string): Uint8Array[] {
  return pack.manifest.files
    .filter((file) => file.role === role)
    .flatMap((file) => pack.files.get(file.path) ?? []);
}

/** Reads a manifest; anything that does not look like one is a fault. */
export function readManifest(text: string): Manifest {
  let read: Record<string, unknown>;
  try {
    read = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new PackFault('unreadable', MANIFEST);
  }
  const files = Array.isArray(read?.files) ? (read.files as Record<string, unknown>[]) : [];
  if (files.length === 0 || files.length > MOST_FILES) throw new PackFault('unreadable', MANIFEST);
  const entry = ({ path, sha256, len }: Record<string, unknown>) => {
    if (!isPath(path) || typeof sha256 !== 'string' || !Number.isSafeInteger(len))
      throw new PackFault('unreadable', MANIFEST);
    return { path, sha256: sha256.toLowerCase(), len: len as number };
  };
  const listed = files.map((file) => {
    const named = entry(file);
    return { ...named, role: typeof file.role === 'string' ? file.role : roleOf(named.path) };
  });
  const deltas = (Array.isArray(read.deltas) ? (read.deltas as Record<string, unknown>[]) : [])
    .slice(0, MOST_FILES)
    .map((delta) => ({ ...entry(delta), from: String(delta.from) }));
  if (listed.reduce((sum, file) => sum + file.len, 0) > MOST_BYTES)
    throw new PackFault('too-large', MANIFEST);
  const built = typeof read.built === 'number' ? read.built : null;
  return {
    name: typeof read.name === 'string' ? read.name : '',
    version: String(read.version ?? ''),
    built,
    epoch: Number.isSafeInteger(read.epoch) ? (read.epoch as number) : 0,
    n: Number.isSafeInteger(read.n) ? (read.n as number) : 0,
    files: listed,
    deltas,
    scope: typeof read.scope === 'string' ? read.scope : null,
  };
}

export async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function isWhole(bytes: Uint8Array | null, file: Pick<PackFile, 'sha256' | 'len'>): Promise<boolean> {
  return bytes !== null && bytes.length === file.len && (await digestOf(bytes)) === file.sha256;
}

/** The pack that this device holds; `null` where there is none or it is damaged. */
export async function keptPack(store: Store): Promise<Pack | null> {
  const text = await store.get<string>('values', MANIFEST);
  if (!text) return null;
  try {
    const manifest = readManifest(text);
    const files = new Map<string, Uint8Array>();
    for (const file of manifest.files) {
      const bytes = await store.get<Uint8Array>('files', file.sha256);
      if (!(await isWhole(bytes, file))) return null;
      files.set(file.path, bytes as Uint8Array);
    }
    return packOf(manifest, text, files);
  } catch {
    return null;
  }
}

/** A file of the kept pack for one purpose; `null` where there is none or it is damaged. */
export async function keptFile(store: Store, role: string): Promise<Uint8Array | null> {
  const text = await store.get<string>('values', MANIFEST);
  const file = text ? readManifest(text).files.find((one) => one.role === role) : undefined;
  if (!file) return null;
  const bytes = await store.get<Uint8Array>('files', file.sha256);
  return (await isWhole(bytes, file)) ? bytes : null;
}

/** Which files of the kept pack are missing or damaged. */
export async function faultsOf(store: Store): Promise<string[]> {
  const text = await store.get<string>('values', MANIFEST);
  if (!text) return [MANIFEST];
  const faults: string[] = [];
  for (const file of readManifest(text).files) {
    const bytes = await store.get<Uint8Array>('files', file.sha256);
    if (!(await isWhole(bytes, file))) faults.push(file.path);
  }
  return faults;
}

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(path, {
    cache: 'no-cache',
    referrerPolicy: 'no-referrer',
    credentials: 'omit',
  });
  if (!answer.ok) throw new PackFault('missing', path);
  return answer;
}

const bytesAt = async (path: string) => new Uint8Array(await (await fetched(path)).arrayBuffer());

/** The data of a new pack out of the held one and the host's difference from it; `null` where there is
 * none, or nothing whole comes of it. */
async function madeOf(held: Pack | null, manifest: Manifest): Promise<Data | null> {
  const { city, map, search } = held?.parts ?? {};
  if (!held || !city || !map || !search || manifest.deltas.length === 0) return null;
  const from = await digestOf(new TextEncoder().encode(held.text));
  const delta = manifest.deltas.find((one) => one.from === from);
  if (!delta) return null;
  try {
    const [difference, wasm] = await Promise.all([bytesAt(delta.path), bytesAt(RENEW)]);
    if (!(await isWhole(difference, delta))) return null;
    return await renewed(wasm.buffer as ArrayBuffer, { city, map, search }, difference);
  } catch {
    return null;
  }
}

/** The pack that the host has now, whole; files that are kept already are not fetched again, and those that
 * a difference from the held pack gives are not either. */
export async function hostedPack(
  store: Store,
  held: Pack | null,
  told: (share: number) => void,
): Promise<Pack> {
  const text = await (await fetched(MANIFEST)).text();
  const manifest = readManifest(text);
  const made = await madeOf(held, manifest);
  const all = manifest.files.reduce((sum, file) => sum + file.len, 0);
  let done = 0;
  const files = new Map<string, Uint8Array>();
  for (const file of manifest.files) {
    const own = made?.[file.role as keyof Data] ?? (await store.get<Uint8Array>('files', file.sha256));
    const bytes = (await isWhole(own, file)) ? (own as Uint8Array) : await bytesAt(file.path);
    if (!(await isWhole(bytes, file))) throw new PackFault('damaged', file.path);
    files.set(file.path, bytes);
    done += file.len;
    told(all ? done / all : 1);
  }
  return packOf(manifest, text, files);
}

/** The statement over a hosted pack, with its signatures; `null` where nobody signed it. */
export async function statementOf(): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await (await fetched(STATEMENT)).arrayBuffer());
  } catch {
    return null;
  }
}

/** Bytes as the engine takes them. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

/** Whether the host has another pack than this one; `null` where it cannot be asked. */
export async function hasNews(pack: Pack): Promise<boolean | null> {
  try {
    return (await (await fetched(MANIFEST)).text()) !== pack.text;
  } catch {
    return null;
  }
}

/** Keeps a pack instead of the one before: its files first, the name of the whole last. */
export async function keepPack(store: Store, pack: Pack): Promise<void> {
  for (const file of pack.manifest.files) {
    const bytes = pack.files.get(file.path);
    if (bytes) await store.put('files', file.sha256, bytes);
  }
  await store.put('values', MANIFEST, pack.text);
  const wanted = new Set(pack.manifest.files.map((file) => file.sha256));
  for (const name of await store.names('files')) if (!wanted.has(name)) await store.drop('files', name);
}

const MAGIC = 'hinan-pack-file 1\n';

/** A pack as one file, to be handed on: a line, the manifest's length, the manifest, its files in order. */
export function packFile(pack: Pack): Blob {
  const text = new TextEncoder().encode(pack.text);
  const parts = pack.manifest.files.map((file) => pack.files.get(file.path) ?? new Uint8Array());
  return new Blob([MAGIC, `${text.length}\n`, text, ...(parts as Uint8Array<ArrayBuffer>[])], {
    type: 'application/octet-stream',
  });
}

/** A pack from such a file; every digest is checked. */
export async function readPackFile(bytes: Uint8Array): Promise<Pack> {
  const head = new TextDecoder().decode(bytes.subarray(0, 64));
  const found = /^hinan-pack-file 1\n(\d{1,9})\n/.exec(head);
  if (!found) throw new PackFault('unreadable', MANIFEST);
  let at = found[0].length;
  const text = new TextDecoder().decode(bytes.subarray(at, at + Number(found[1])));
  at += Number(found[1]);
  const manifest = readManifest(text);
  const files = new Map<string, Uint8Array>();
  for (const file of manifest.files) {
    const part = bytes.slice(at, at + file.len);
    if (!(await isWhole(part, file))) throw new PackFault('damaged', file.path);
    files.set(file.path, part);
    at += file.len;
  }
  return packOf(manifest, text, files);
}
