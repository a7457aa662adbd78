import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { createPacResolver } from 'pac-resolver';
import { QuickJS } from 'quickjs-wasi';
import type { PacAsk, PacReply } from './pac-script.ts';

/** Bytes that a PAC file may use. */
const memoryLimit = 64 * 1024 * 1024;

/** The sandbox's code lies beside the bundle where there is one, in its package otherwise. */
const sandboxCode = async (): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(
    await readFile(
      import.meta.url.endsWith('.ts')
        ? createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm')
        : new URL('quickjs.wasm', import.meta.url),
    ),
  );

/** Runs one PAC file in a sandbox that reaches nothing but the functions of PAC files. */
const open = async (): Promise<(url: string) => Promise<string>> => {
  const vm = await QuickJS.create({ wasm: await sandboxCode(), memoryLimit });
  return createPacResolver(vm, String(workerData), { sandbox: { alert: () => undefined } });
};

const opening = open();

const replyTo = async ({ id, url }: PacAsk): Promise<PacReply> => {
  try {
    const answer: unknown = await (await opening)(url);
    return { id, ok: true, answer: typeof answer === 'string' ? answer : '' };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on('message', (ask: PacAsk) => {
  void (async (): Promise<void> => {
    const reply = await replyTo(ask);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
    parentPort?.postMessage(reply);
  })();
});
