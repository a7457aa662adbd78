import { parentPort, workerData } from 'node:worker_threads';
import { EngineError } from '../errors.ts';
import { openHistoryDatabase, type HistoryDatabase } from './history-database.ts';
import type { HistoryAnswers, HistoryAsk, HistoryReply } from './history-types.ts';

/** SQLite is synchronous: it works in this thread, so that no exchange waits for the disk. */

const { file, keep } = workerData as { readonly file: string; readonly keep: number };

let database: HistoryDatabase | undefined;

const answer = (ask: HistoryAsk): HistoryAnswers[keyof HistoryAnswers] => {
  database ??= openHistoryDatabase(file, keep);
  switch (ask.ask) {
    case 'add':
      return database.add(ask.record);
    case 'list':
      return database.list(ask.query);
    case 'get':
      return database.get(ask.id);
    case 'remove':
      return database.remove(ask.id);
    case 'bodies':
      return database.bodies();
    default:
      return ask satisfies never;
  }
};

const reply = (ask: HistoryAsk): HistoryReply => {
  try {
    return { ok: true, value: answer(ask) };
  } catch (error) {
    if (error instanceof EngineError && (error.code === 'newer-format' || error.code === 'unreadable-file')) {
      return { ok: false, code: error.code, message: error.message };
    }
    return { ok: false, code: 'internal', message: error instanceof Error ? error.message : 'unknown' };
  }
};

parentPort?.on('message', (message: { readonly seq: number; readonly ask: HistoryAsk } | 'close') => {
  if (message === 'close') {
    database?.close();
    parentPort?.close();
    return;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
  parentPort?.postMessage({ seq: message.seq, reply: reply(message.ask) });
});
