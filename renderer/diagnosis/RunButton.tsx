import { useState } from 'react';
import type { Plan } from '../../shared/remedies/remedy.ts';
import { durationInWords } from '../../shared/diagnosis/durations.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { useShortcut } from '../workspace/use-shortcut.ts';
import styles from './Remedies.module.css';

interface RunButtonProps {
  readonly plan: Plan;
  readonly busy: string | undefined;
  readonly onRun: () => void;
  /** What was asked for is not all given yet. */
  readonly isDisabled?: boolean;
  readonly submit?: boolean;
}

/**
 * The one filled button. A request that may take effect twice is confirmed first; one that makes no sense before some
 * time counts down to it.
 */
export const RunButton = ({ plan, busy, onRun, isDisabled = false, submit = false }: RunButtonProps) => {
  const [asking, setAsking] = useState(false);
  const shortcut = useShortcut('remedy');
  const now = useNow();
  const wait = plan.notBeforeMs === undefined ? 0 : Math.ceil((plan.notBeforeMs - now) / 1000);
  if (asking && plan.warning !== undefined) {
    return (
      <div role="group" aria-label="Confirm" className={styles['confirm']}>
        <Notice tone="warned">{plan.warning}</Notice>
        <Button
          variant="filled"
          size="large"
          wide
          // The question takes the place of the button that was pressed.
          autoFocus
          busy={busy}
          onPress={() => {
            setAsking(false);
            onRun();
          }}
        >
          Send it a second time
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            setAsking(false);
          }}
        >
          Not now
        </Button>
      </div>
    );
  }
  return (
    <Button
      variant="filled"
      size="large"
      wide
      type={submit ? 'submit' : 'button'}
      busy={busy}
      isDisabled={isDisabled || wait > 0}
      {...(plan.question === undefined ? { shortcut } : {})}
      onPress={() => {
        if (plan.warning === undefined) onRun();
        else setAsking(true);
      }}
    >
      {wait > 0 ? `Retry in ${durationInWords(wait)}` : plan.label}
    </Button>
  );
};
