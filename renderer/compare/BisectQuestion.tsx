import { useMemo, useState } from 'react';
import { bisectedBy, bisection, type Bisected } from '../../shared/compare/bisection.ts';
import { differencesOf } from '../../shared/compare/differences.ts';
import type { SentRequest } from '../../shared/exchange/exchange.ts';
import { requestsWords } from '../experiments/consent-words.ts';
import { RunningExperiments } from '../experiments/RunningExperiments.tsx';
import { shownScene } from '../state/experiments.ts';
import { actions, shownRecord, useWindow, windowStore } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { outcomeWords } from '../../shared/compare/outcome-words.ts';
import styles from './CompareDialog.module.css';

interface BisectQuestionProps {
  readonly mine: SentRequest;
  readonly theirs: SentRequest;
}

/** Which of the differences is it? Asked with what it sends, and answered by name. */
export const BisectQuestion = ({ mine, theirs }: BisectQuestionProps) => {
  const differences = useMemo(() => differencesOf(mine, theirs), [mine, theirs]);
  const [found, setFound] = useState<Bisected>();
  const running = useWindow((state) => shownRecord(state)?.experiments?.running);
  const scene = shownScene(windowStore.getState());
  const plan = scene === undefined ? undefined : bisection(differences).plan(scene);
  if (scene === undefined || plan === undefined) return null;
  const ask = async (): Promise<void> => {
    const result = await actions.bisect(theirs, {
      requests: plan.most,
      logins: plan.logins,
      unsafe: plan.unsafe !== undefined,
    });
    if (result !== undefined) setFound(bisectedBy(scene, differences, result.runs));
  };
  return (
    <section className={styles['question']} role="group" aria-label="Consent to halving">
      <h3>Which of the differences is it?</h3>
      <p>
        {plan.sends} {plan.risk}
        {plan.unsafe === undefined ? '' : ` ${plan.unsafe} may change something each time it is sent.`}
      </p>
      {running === undefined ? (
        <Button onPress={() => void ask()}>
          Send up to {requestsWords(plan.most)}
          {plan.unsafe === undefined ? '' : ` with ${plan.unsafe}`}
        </Button>
      ) : (
        <div className={styles['outcome']}>
          <RunningExperiments running={running} onCancel={actions.cancelExperiments} />
        </div>
      )}
      {found !== undefined && (
        <div className={styles['outcome']} role="status">
          <Notice tone={found.outcome === 'one' ? 'accepted' : 'neutral'}>{outcomeWords(found)}</Notice>
        </div>
      )}
    </section>
  );
};
