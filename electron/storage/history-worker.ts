import { parentPort, workerData } from 'node:worker_threads';
import { createHistoryDesk } from './history-desk.ts';
import type { HistoryAsk } from './history-types.ts';

const { file, keep } = workerData as { readonly file: string; readonly keep: number };
const desk = createHistoryDesk(file, keep);

parentPort?.on('message', (message: { readonly seq: number; readonly ask: HistoryAsk } | 'close') => {
  if (message === 'close') {
    desk.close();
    parentPort?.close();
    return;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
  parentPort?.postMessage({ seq: message.seq, reply: desk.reply(message.ask) });
});
