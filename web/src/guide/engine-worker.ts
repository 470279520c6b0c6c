// Runs the engine's module: bytes and JSON in, JSON out (`crates/hinan-phone/js/hinan.mjs` says how).
import { load } from '../../../crates/hinan-phone/js/hinan.mjs';

type Asked = { wasm?: ArrayBuffer; open?: Record<string, Uint8Array>; ask?: object };
type Hinan = Awaited<ReturnType<typeof load>>;

let hinan: Promise<Hinan> | null = null;

// One after the other: the page counts on the order.
let last: Promise<unknown> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  last = last
    .then(() => answered(data))
    .then(
      (answer) => self.postMessage({ answer }),
      (error: unknown) =>
        self.postMessage({ broken: error instanceof Error ? error.message : String(error) }),
    );
});

async function answered(asked: Asked): Promise<unknown> {
  if (asked.wasm) {
    hinan = load(asked.wasm);
    await hinan;
    return true;
  }
  const module = await hinan;
  if (!module) throw new Error('no engine');
  return asked.open ? module.open(asked.open) : module.ask(asked.ask ?? {});
}
