import type { ReactNode } from 'react';
import { actions, currentProfile, currentRequest, shownRecord, useWindow } from '../state/store.ts';
import type { OpenRequest } from '../state/state.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Switch } from '../ui/Switch.tsx';
import { ShownExperiments } from '../experiments/ShownExperiments.tsx';
import { useFindingOut } from '../experiments/use-finding-out.ts';
import { attemptById } from './attempt-choice.ts';
import { AttemptSwitcher } from './AttemptSwitcher.tsx';
import attempt from './AttemptView.module.css';
import { AttemptView } from './AttemptView.tsx';
import { CompareView } from './CompareView.tsx';
import styles from './ExchangePane.module.css';
import { SendingLine } from './SendingLine.tsx';
import { useThread } from './use-thread.ts';

const useIssuer = (): string | undefined => {
  const issuer = useWindow(currentProfile)?.settings['issuer'];
  return typeof issuer === 'string' && issuer !== '' ? issuer : undefined;
};

const Compared = ({ request, switcher }: { readonly request: OpenRequest; readonly switcher: ReactNode }) => {
  const { shown, attempts } = request;
  if (shown.kind !== 'compare') return null;
  const left = attemptById(attempts, shown.left);
  const right = attemptById(attempts, shown.right);
  if (left === undefined || right === undefined) return null;
  return (
    <>
      <div className={attempt['bar']}>
        {switcher}
        <span className={styles['option']}>
          <Switch isOn={shown.onlyDifferences} onChange={actions.setOnlyDifferences}>
            Only differences
          </Switch>
        </span>
      </div>
      <div className={styles['compare']}>
        <CompareView left={left} right={right} onlyDifferences={shown.onlyDifferences} />
      </div>
    </>
  );
};

const Shown = ({ request }: { readonly request: OpenRequest }) => {
  const record = useWindow(shownRecord);
  const thread = useThread();
  const issuer = useIssuer();
  const found = useFindingOut();
  const revealed = useWindow((state) => state.view.revealedUntilMs > 0);
  const { attempts, shown, exchangeTab } = request;
  const switcher =
    attempts.length > 1 ? (
      <AttemptSwitcher
        attempts={attempts}
        shown={shown}
        onShow={actions.showAttempt}
        onCompare={actions.compare}
      />
    ) : null;
  if (record === undefined) {
    return (
      <EmptyState>Nothing was sent yet. What crosses the wire will stand here, byte for byte.</EmptyState>
    );
  }
  return shown.kind === 'compare' ? (
    <Compared request={request} switcher={switcher} />
  ) : (
    <AttemptView
      record={record}
      tab={exchangeTab}
      thread={thread}
      revealed={revealed}
      issuer={issuer}
      switcher={switcher}
      experiments={found === undefined ? undefined : { count: found.done.length, view: <ShownExperiments /> }}
      attempts={attempts}
      onTab={actions.setExchangeTab}
      onReveal={actions.revealSecrets}
    />
  );
};

/** The lower half of the work area: what was sent and what came back. */
export const ExchangePane = () => {
  const request = useWindow(currentRequest);
  if (request === undefined) return null;
  const { sending } = request;
  return (
    <section className={styles['pane']} aria-label="Exchange" aria-busy={sending !== undefined}>
      {sending !== undefined && (
        <div className={attempt['bar']}>
          <SendingLine sending={sending} />
        </div>
      )}
      {(sending === undefined || request.attempts.length > 0) && <Shown request={request} />}
    </section>
  );
};
