import { Meter } from '../ui/Meter.tsx';
import { oddsFigure, oddsWord, POSSIBLE } from '../../shared/diagnosis/words.ts';
import styles from './Odds.module.css';

/** How sure the verdict is: on a scale, in per cent, in a word. */
export const Odds = ({ confidence, words }: { readonly confidence: number; readonly words?: string }) => (
  <p className={styles['odds']}>
    <Meter label="Odds of this cause" value={confidence} />
    <b>{oddsFigure(confidence)}</b>
    <span>{words ?? oddsWord(confidence)}</span>
  </p>
);

/** No cause is likely enough to be said: none is possible, or none is likelier than that nothing tells it. */
export const NoOdds = ({ most }: { readonly most: number }) => (
  <p className={styles['odds']}>
    <Meter label="Odds of the likeliest cause" value={most < POSSIBLE ? 0 : most} />
    <span>
      {most < POSSIBLE
        ? `no cause reaches ${oddsFigure(POSSIBLE)}`
        : `no cause is likelier than ${oddsFigure(most)}`}
    </span>
  </p>
);
