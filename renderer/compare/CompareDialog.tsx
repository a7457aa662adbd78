import { useMemo, useState } from 'react';
import { differencesOf } from '../../shared/compare/differences.ts';
import { requestOfAttempt, requestOfPaste, type Comparable } from '../../shared/compare/request-of.ts';
import { redactExchange } from '../../shared/exchange/redact.ts';
import type { AttemptRecord } from '../state/state.ts';
import { actions, currentRequest, shownRecord, useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { attemptChoices, fromHistory, fromSaved, historyChoices, savedChoices } from './attempt-choices.ts';
import { BisectQuestion } from './BisectQuestion.tsx';
import { useHistoryAttempt } from './use-history-attempt.ts';
import { useSavedRequest } from './use-saved-request.ts';
import { DifferencesTable } from './DifferencesTable.tsx';

const PASTED = 'pasted';
const none: readonly AttemptRecord[] = [];

/** What was chosen to compare with; nothing while nothing was pasted or loaded. */
const useComparable = (chosen: string, text: string, attempts: readonly AttemptRecord[]) => {
  const loaded = useHistoryAttempt(fromHistory(chosen));
  const saved = useSavedRequest(fromSaved(chosen));
  return useMemo((): Comparable | undefined => {
    if (fromSaved(chosen) !== undefined) return saved;
    if (fromHistory(chosen) !== undefined) return loaded === undefined ? undefined : requestOfAttempt(loaded);
    const record = attempts.find(({ attempt }) => attempt.id === chosen);
    if (record !== undefined) return requestOfAttempt(record.attempt);
    return text.trim() === '' ? undefined : requestOfPaste(text, () => crypto.randomUUID());
  }, [chosen, text, attempts, loaded, saved]);
};

/** The refused request beside one that works: what differs, what may matter, and which of it does. */
export const CompareDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const record = useWindow(shownRecord);
  const attempts = useWindow((state) => currentRequest(state)?.attempts) ?? none;
  const history = useWindow((state) => state.history);
  const requests = useWindow((state) => state.workspace.requests);
  const current = useWindow((state) => state.current);
  const exchange = record?.attempt.exchanges[record.diagnosis.exchange];
  const choices = useMemo(
    () => [
      ...attemptChoices(attempts, record?.attempt.id),
      ...historyChoices(history, exchange?.request.url ?? ''),
      ...savedChoices(requests, current),
    ],
    [attempts, record, history, exchange, requests, current],
  );
  const [chosen, choose] = useState(() => attemptChoices(attempts, record?.attempt.id)[0]?.id ?? PASTED);
  const [text, setText] = useState('');
  const theirs = useComparable(chosen, text, attempts);
  const isMasked = fromHistory(chosen) !== undefined || fromSaved(chosen) !== undefined;
  const mine = exchange?.request;
  const differences = useMemo(
    () =>
      theirs?.ok === true && exchange !== undefined && mine !== undefined
        ? // History and previews hold no secrets: both sides are compared by their masks.
          differencesOf(isMasked ? redactExchange(exchange).request : mine, theirs.request, record?.diagnosis)
        : undefined,
    [theirs, mine, exchange, isMasked, record],
  );
  return (
    <Dialog title="Compare with one that works" size="wide" onClose={onClose}>
      {choices.length > 0 && (
        <Select
          label="The one that works"
          options={[...choices, { id: PASTED, label: 'Another, pasted below' }]}
          value={chosen}
          onChange={choose}
        />
      )}
      {chosen === PASTED && (
        <TextArea
          label="Request that works"
          placeholder="Paste a cURL command, a HAR, a raw request or a fetch() call"
          rows={4}
          autoFocus
          value={text}
          onChange={setText}
        />
      )}
      {theirs?.ok === false && <Notice tone="warned">{theirs.message}</Notice>}
      {theirs?.ok === true && theirs.status !== undefined && theirs.status >= 400 && (
        <Notice tone="warned">This one was answered with {theirs.status}, so it does not work either.</Notice>
      )}
      {differences?.length === 0 && (
        <Notice tone="neutral">
          Nothing differs. Then it is not the request: the server’s answer depends on time, on the address it
          comes from, or on chance.
        </Notice>
      )}
      {differences !== undefined && differences.length > 0 && (
        <>
          <DifferencesTable
            differences={differences}
            onTakeOver={(difference) => {
              actions.takeOver(difference);
            }}
          />
          {theirs?.ok === true && mine !== undefined && (
            <BisectQuestion mine={mine} theirs={theirs.request} />
          )}
        </>
      )}
    </Dialog>
  );
};
