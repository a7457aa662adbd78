import type { Attempt } from '../../shared/exchange/exchange.ts';
import { emptyDraft, splitUrl, type Draft } from '../../shared/workspace/draft.ts';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import type { WindowState } from './state.ts';

/** Entries that a window holds; the rest is found by searching. */
export const historyLimit = 200;

/** A new entry goes on top. While something is searched for only the engine knows whether it belongs there. */
export const historyGrew = (state: WindowState, entry: HistoryEntry): WindowState => {
  if (state.historySearch.trim() !== '' || state.retention.attempts === 0) return state;
  const others = state.history.filter((other) => other.id !== entry.id);
  return { ...state, history: [entry, ...others].slice(0, historyLimit) };
};

export const historyShrank = (state: WindowState, id: string | undefined): WindowState => ({
  ...state,
  history: id === undefined ? [] : state.history.filter((entry) => entry.id !== id),
});

/** Hides all that was sent until then, as long as its deletion can be taken back; `undefined` ends that. */
export const historyCleared = (state: WindowState, untilMs: number | undefined): WindowState => ({
  ...state,
  clearedUntilMs: untilMs,
  history: state.history.filter((entry) => untilMs === undefined || entry.atMs > untilMs),
});

export const historyPinned = (
  state: WindowState,
  id: string,
  { pinned, withSecrets }: { readonly pinned: boolean; readonly withSecrets: boolean },
): WindowState => ({
  ...state,
  history: state.history.map((entry) => {
    if (entry.id !== id) return entry;
    const { pinned: _, withSecrets: __, ...loose } = entry;
    return { ...loose, ...(pinned ? { pinned } : {}), ...(withSecrets ? { withSecrets } : {}) };
  }),
});

/** The attempt as it was, secrets included, where some open request still has it. */
export const attemptInHand = (state: Pick<WindowState, 'open'>, id: string): Attempt | undefined =>
  Object.values(state.open)
    .flatMap(({ attempts }) => attempts)
    .find(({ attempt }) => attempt.id === id)?.attempt;

/**
 * A request that can be sent again, out of an attempt that kept no draft (a file, another machine's history): what the
 * resource request carried, as typed fields. Its own credentials are among them as far as they were recorded.
 */
export const draftOfAttempt = (attempt: Attempt, id: string): Draft => {
  const exchange =
    attempt.exchanges.find(({ purpose }) => purpose === 'resource') ?? attempt.exchanges.at(-1);
  const blank = emptyDraft(id);
  if (exchange === undefined) return blank;
  const { method, url, fields, body } = exchange.request;
  const left = new Set(['host', 'content-length', 'connection', 'transfer-encoding']);
  return {
    ...blank,
    ...splitUrl(url),
    params: [...splitUrl(url).params],
    method,
    fields: fields
      .filter((field) => !left.has(field.name.toLowerCase()) && !field.name.startsWith(':'))
      .map(({ name, value }) => ({ name, value, on: true })),
    body: body.kind === 'text' ? { kind: 'text', text: body.text, contentType: '' } : { kind: 'none' },
  };
};
