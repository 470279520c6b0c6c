declare module 'texts:*' {
  const texts: string;
  export default texts;
}

declare module 'desk-texts:*' {
  const texts: string;
  export default texts;
}

declare module 'guide-texts:*' {
  const texts: string;
  export default texts;
}

declare module '*/renew.mjs' {
  type Data = Record<'city' | 'map' | 'search', Uint8Array>;
  /** The files of the held pack and a difference in, those of the new pack out. */
  export function renew(bytes: BufferSource, held: Data, difference: Uint8Array): Promise<Data>;
}

declare module '*/hinan.mjs' {
  /** The compiled engine of phones: bytes and JSON in, JSON out. */
  export function load(bytes: BufferSource): Promise<{
    open(files: Record<string, Uint8Array>): unknown;
    ask(question: object): unknown;
  }>;
}
