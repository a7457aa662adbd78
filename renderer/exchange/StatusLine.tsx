import type { Attempt, Exchange } from '../../shared/exchange/exchange.ts';
import { failureOf, responseOf } from '../../shared/exchange/exchange.ts';
import { StatusPill } from '../ui/StatusPill.tsx';
import { versionName } from './connection-words.ts';
import { durationWords, sizeWords } from './measures.ts';
import { failureWords, pillOf } from './status-tone.ts';
import styles from './StatusLine.module.css';
import { clockTime } from './time-words.ts';

interface StatusLineProps {
  readonly attempt: Attempt;
  readonly exchange: Exchange;
  /** The switcher before it shows the status already. */
  readonly bare: boolean;
}

const metaOf = (exchange: Exchange): readonly string[] => {
  const response = responseOf(exchange);
  const size = response?.decodedSize ?? response?.encodedSize;
  return [
    ...(exchange.timings.endMs === undefined ? [] : [durationWords(exchange.timings.endMs)]),
    ...(size === undefined ? [] : [sizeWords(size)]),
    ...(response === undefined ? [] : [versionName(response.httpVersion)]),
  ];
};

/** "401 Unauthorized · 83 ms · 284 B · HTTP/1.1", and when. Without an answer: why there is none. */
export const StatusLine = ({ attempt, exchange, bare }: StatusLineProps) => {
  const pill = pillOf(exchange);
  const failure = failureOf(exchange);
  const response = responseOf(exchange);
  return (
    <>
      {!bare && (
        <StatusPill tone={pill.tone} size="large" words={failure !== undefined}>
          {pill.text}
        </StatusPill>
      )}
      <b className={styles['reason']}>
        {failure === undefined ? response?.reason : failureWords[failure.code]}
      </b>
      <ul className={styles['meta']}>
        {metaOf(exchange).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <span className={styles['when']}>
        {clockTime(exchange.timings.startedAtMs)} UTC
        {attempt.exchanges.length === 1 ? ', one exchange' : ''}
      </span>
    </>
  );
};
