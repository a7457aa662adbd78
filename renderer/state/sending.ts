import type { Attempt, Exchange } from '../../shared/exchange/exchange.ts';
import { tabOfPlace } from './evidence-tab.ts';
import { withCurrent, withOpen } from './requests.ts';
import { shownRecord } from './selectors.ts';
import type { AttemptRecord, BodyProgress, ExchangeTab, OpenRequest, Sending, WindowState } from './state.ts';

/** Attempts that one open request keeps; older ones are in the history. */
export const keptAttempts = 20;

/** What is known when something is sent; what comes of it is still to come. */
type Begun = Pick<Sending, 'sendId' | 'startedAtMs' | 'label'> & Partial<Pick<Sending, 'remedy'>>;

export const sendingBegan = (state: WindowState, id: string, begun: Begun): WindowState =>
  withOpen(state, id, (request) => ({
    ...request,
    sending: { exchanges: [], progress: undefined, login: undefined, remedy: undefined, ...begun },
  }));

const withSending = (
  state: WindowState,
  sendId: string,
  change: (sending: Sending) => Sending,
): WindowState => {
  const id = Object.keys(state.open).find((key) => state.open[key]?.sending?.sendId === sendId);
  return withOpen(state, id, (request) =>
    request.sending === undefined ? request : { ...request, sending: change(request.sending) },
  );
};

export const exchangeArrived = (state: WindowState, sendId: string, exchange: Exchange): WindowState =>
  withSending(state, sendId, (sending) => ({
    ...sending,
    exchanges: [...sending.exchanges, exchange],
    progress: undefined,
  }));

export const bytesMoved = (state: WindowState, sendId: string, progress: BodyProgress): WindowState =>
  withSending(state, sendId, (sending) => ({ ...sending, progress }));

export const loginWanted = (state: WindowState, sendId: string, login: Sending['login']): WindowState =>
  withSending(state, sendId, (sending) => ({ ...sending, login }));

export const sendingEnded = (state: WindowState, id: string, sendId: string): WindowState =>
  withOpen(state, id, (request) =>
    request.sending?.sendId === sendId ? { ...request, sending: undefined } : request,
  );

/** The tab in which a fresh attempt says most: where its first evidence stands, the body where all went well. */
const firstTab = (record: AttemptRecord, before: ExchangeTab): ExchangeTab => {
  const evidence = record.diagnosis.findings[0]?.evidence[0];
  if (record.diagnosis.findings[0]?.cause === 'unexplained' && record.draft !== undefined)
    return 'experiments';
  if (!record.diagnosis.failed) return before === 'hops' || before === 'wire' ? 'body' : before;
  return evidence === undefined ? 'wire' : tabOfPlace(evidence.place, record.attempt);
};

const withRecord = (request: OpenRequest, record: AttemptRecord): OpenRequest => {
  const attempts = [...request.attempts, record].slice(-keptAttempts);
  const before = attempts.find(({ attempt }) => attempt.id === record.remedy?.of);
  return {
    ...request,
    attempts,
    shown:
      before === undefined
        ? { kind: 'attempt', id: record.attempt.id }
        : { kind: 'compare', left: before.attempt.id, right: record.attempt.id, onlyDifferences: true },
    exchangeTab: firstTab(record, request.exchangeTab),
  };
};

/**
 * An attempt is over or was read from a file. After a remedy it stands beside the attempt that it mends. The diagnosis
 * opens where something was refused or mended and stays out of the way otherwise.
 */
export const attemptEnded = (state: WindowState, id: string, record: AttemptRecord): WindowState => {
  const next = withOpen(state, id, (request) => withRecord({ ...request, sending: undefined }, record));
  if (next.current !== id) return next;
  const diagnosisOpen = record.diagnosis.failed || record.remedy !== undefined;
  return {
    ...next,
    view: { ...next.view, diagnosisOpen, activeEvidence: undefined, requestFolded: undefined },
  };
};

/** Keeps an attempt beside the shown one without showing it (a token that was got on its own). */
export const attemptKept = (state: WindowState, id: string, record: AttemptRecord): WindowState =>
  withOpen(state, id, (request) => ({
    ...request,
    sending: undefined,
    attempts: [...request.attempts, record].slice(-keptAttempts),
  }));

export const showAttempt = (state: WindowState, id: string): WindowState => {
  const next = withCurrent(state, (request) => ({ ...request, shown: { kind: 'attempt', id } }));
  const record = shownRecord(next);
  if (record === undefined) return state;
  const diagnosisOpen = record.diagnosis.failed || record.remedy !== undefined;
  return {
    ...next,
    view: { ...next.view, diagnosisOpen, activeEvidence: undefined, requestFolded: undefined },
  };
};

const withUnfixedFold = (state: WindowState): WindowState => ({
  ...state,
  view: { ...state.view, requestFolded: undefined },
});

export const compare = (state: WindowState, left: string, right: string): WindowState =>
  withCurrent(withUnfixedFold(state), (request) => ({
    ...request,
    shown: {
      kind: 'compare',
      left,
      right,
      onlyDifferences: request.shown.kind === 'compare' ? request.shown.onlyDifferences : true,
    },
  }));

export const setOnlyDifferences = (state: WindowState, onlyDifferences: boolean): WindowState =>
  withCurrent(state, (request) =>
    request.shown.kind === 'compare' ? { ...request, shown: { ...request.shown, onlyDifferences } } : request,
  );

/** A record of an attempt, its diagnosis computed once. */
export const recordOf = (
  attempt: Attempt,
  diagnose: (attempt: Attempt) => AttemptRecord['diagnosis'],
  more: Pick<AttemptRecord, 'draft' | 'remedy'>,
): AttemptRecord => ({ attempt, diagnosis: diagnose(attempt), ...more });
