// Makes a new pack of the one that is held and a difference, away from the page: a large city takes a second.
import { renew } from '../../../crates/hinan-renew/js/renew.mjs';

type Asked = { wasm: ArrayBuffer; held: Parameters<typeof renew>[1]; difference: Uint8Array };

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  renew(data.wasm, data.held, data.difference).then(
    (files) => self.postMessage({ files }),
    (error: unknown) => self.postMessage({ broken: String(error) }),
  );
});
