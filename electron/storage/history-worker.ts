import { parentPort, workerData } from 'node:worker_threads';
import type { Retention } from '../../shared/history/retention.ts';
import { createHistoryDesk } from './history-desk.ts';
import type { HistoryAsk } from './history-types.ts';

const { file, retention } = workerData as { readonly file: string; readonly retention: Retention };
const desk = createHistoryDesk(file, retention);

parentPort?.on('message', (message: { readonly seq: number; readonly ask: HistoryAsk } | 'close') => {
  if (message === 'close') {
    desk.close();
    parentPort?.close();
    return;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
  parentPort?.postMessage({ seq: message.seq, reply: desk.reply(message.ask) });
});
