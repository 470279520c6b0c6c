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

declare module '*/hinan.mjs' {
  /** The compiled engine of phones: bytes and JSON in, JSON out. */
  export function load(bytes: BufferSource): Promise<{
    open(files: Record<string, Uint8Array>): unknown;
    ask(question: object): unknown;
  }>;
}
