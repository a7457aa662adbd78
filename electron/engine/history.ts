import type { Handlers } from '../../shared/ipc/contract.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';

type HistoryCommands =
  'history' | 'historyAttempt' | 'pinHistory' | 'deleteHistory' | 'clearHistory' | 'readBody';

export const historyHandlers = (context: EngineContext): Pick<Handlers, HistoryCommands> => ({
  history: ({ search, limit, beforeMs }) => context.history.list({ search, limit, beforeMs }),
  async historyAttempt({ id }) {
    const found = await context.history.get(id);
    if (found === undefined)
      throw new EngineError('not-found', 'This attempt is not in the history any more.');
    return found;
  },
  async pinHistory({ id, pinned, attempt }) {
    if (attempt !== undefined && (attempt.id !== id || !pinned)) {
      throw new EngineError('bad-argument', 'Only what is pinned is kept with its secrets.');
    }
    await context.history.pin(id, pinned, attempt);
  },
  deleteHistory: ({ id }) => context.history.remove(id),
  clearHistory: ({ untilMs }) => context.history.removeAll(untilMs),
  readBody: ({ id, offset, length }) => context.bodies.read(id, offset, length),
});
