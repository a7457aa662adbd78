import type { Retention } from '../../shared/history/retention.ts';
import { EngineError } from '../errors.ts';
import { openHistoryDatabase, type HistoryDatabase } from './history-database.ts';
import type { HistoryAnswers, HistoryAsk, HistoryReply } from './history-types.ts';

/** Answers what the history is asked, in the thread that it is called in; SQLite is synchronous. */
export interface HistoryDesk {
  reply(ask: HistoryAsk): HistoryReply;
  close(): void;
}

/** The database is opened by the first question. */
export const createHistoryDesk = (file: string, retention: Retention): HistoryDesk => {
  let database: HistoryDatabase | undefined;
  const answer = (ask: HistoryAsk): HistoryAnswers[keyof HistoryAnswers] => {
    database ??= openHistoryDatabase(file, retention);
    switch (ask.ask) {
      case 'add':
        return database.add(ask.record);
      case 'list':
        return database.list(ask.query);
      case 'get':
        return database.get(ask.id);
      case 'remove':
        return database.remove(ask.id);
      case 'removeAll':
        return database.removeAll(ask.untilMs);
      case 'pin':
        return database.pin(ask.id, ask.pinned, ask.whole);
      case 'experiment':
        return database.addExperiment(ask.id, ask.result);
      case 'retain':
        return database.retain(ask.retention, ask.nowMs);
      case 'bodies':
        return database.bodies();
      default:
        return ask satisfies never;
    }
  };
  return {
    reply(ask) {
      try {
        return { ok: true, value: answer(ask) };
      } catch (error) {
        if (
          error instanceof EngineError &&
          (error.code === 'newer-format' || error.code === 'unreadable-file')
        ) {
          return { ok: false, code: error.code, message: error.message };
        }
        return { ok: false, code: 'internal', message: error instanceof Error ? error.message : 'unknown' };
      }
    },
    close: () => database?.close(),
  };
};
