// The engine in a worker of its own, so that the page stays awake while it computes. Calls are answered
// in their order.
import type { City, Engine } from './shapes';
import { EngineFault } from './shapes';

type Waiting = { resolve: (answer: unknown) => void; reject: (error: unknown) => void };

/** The compiled engine, of `crates/hinan-phone`. */
export class Module implements Engine {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private hasBegun = false;

  /** `bytes` are asked for when the first city is opened: a pack may bring its own engine. */
  constructor(private readonly bytes: () => Promise<ArrayBuffer>) {
    this.worker = new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
    this.worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ answer?: unknown; broken?: string }>) => {
        const next = this.waiting.shift();
        if (data.broken !== undefined) next?.reject(new EngineFault('engine', data.broken));
        else next?.resolve(data.answer);
      },
    );
    this.worker.addEventListener('error', (event) => {
      for (const one of this.waiting.splice(0)) one.reject(new EngineFault('engine', event.message));
    });
  }

  async open(files: Record<string, Uint8Array>): Promise<City> {
    if (!this.hasBegun) await this.post({ wasm: await this.bytes() });
    this.hasBegun = true;
    return checked(await this.post({ open: files })) as City;
  }

  async ask<T>(question: { verb: string; [member: string]: unknown }): Promise<T> {
    return checked(await this.post({ ask: question })) as T;
  }

  private post(message: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(message);
    });
  }
}

function checked(answer: unknown): unknown {
  const error = (answer as { error?: { code?: unknown; sentence?: unknown } } | null)?.error;
  if (error) throw new EngineFault(String(error.code ?? 'engine'), String(error.sentence ?? ''));
  return answer;
}
