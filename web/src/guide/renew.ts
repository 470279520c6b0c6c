// Updates by difference: a pack that changed a little is made from the one that is held. What comes out is
// held against the new manifest's digests by whoever asked; where anything fails, the new pack is fetched whole.

/** What makes it, beside the page: fetched when it is wanted. */
export const RENEW = 'renew.wasm';

/** The three files of a city's data, by their roles. */
export type Data = Record<'city' | 'map' | 'search', Uint8Array>;

/** The new files; throws where they cannot be made. */
export async function renewed(wasm: ArrayBuffer, held: Data, difference: Uint8Array): Promise<Data> {
  const worker = new Worker(new URL('./renew-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<{ files?: Data; broken?: string }>) =>
        data.files ? resolve(data.files) : reject(new Error(data.broken)),
      );
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage({ wasm, held, difference });
    });
  } finally {
    worker.terminate();
  }
}
