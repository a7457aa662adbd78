import { Meter } from '../ui/Meter.tsx';
import { oddsFigure, oddsWord } from '../../shared/diagnosis/words.ts';
import styles from './Odds.module.css';

/** How sure the verdict is: on a scale, in per cent, in a word. */
export const Odds = ({ confidence, words }: { readonly confidence: number; readonly words?: string }) => (
  <p className={styles['odds']}>
    <Meter label="Odds of this cause" value={confidence} />
    <b>{oddsFigure(confidence)}</b>
    <span>{words ?? oddsWord(confidence)}</span>
  </p>
);

/** No cause is likely enough to be said. */
export const NoOdds = () => (
  <p className={styles['odds']}>
    <Meter label="Odds of the likeliest cause" value={0} />
    <span>no cause reaches 30&nbsp;%</span>
  </p>
);
