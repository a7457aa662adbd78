import { ProgressBar } from 'react-aria-components';
import type { BodyProgress, Sending } from '../state/state.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { useNow } from '../ui/use-now.ts';
import { countWords, partWords, sizeWords } from './measures.ts';
import styles from './SendingLine.module.css';

const Progress = ({ direction, bytes, total }: BodyProgress) =>
  total === undefined || total === 0 ? (
    <span className={styles['meta']}>{`${direction} ${sizeWords(bytes)}`}</span>
  ) : (
    <>
      <ProgressBar
        className={styles['progress'] ?? ''}
        aria-label={`Body ${direction}`}
        value={bytes}
        maxValue={total}
      >
        {({ percentage }) => <span className={styles['bar']} style={{ width: `${percentage ?? 0}%` }} />}
      </ProgressBar>
      <span className={styles['meta']}>{`${direction} ${partWords(bytes, total)}`}</span>
    </>
  );

/** While a request is on its way. A bar only where the total is known. Cancel stands where Send was. */
export const SendingLine = ({ sending }: { readonly sending: Sending }) => {
  const seconds = Math.max(0, Math.floor((useNow(250) - sending.startedAtMs) / 1000));
  const { exchanges, login, progress } = sending;
  return (
    <>
      <StatusPill tone="neutral" size="large" words>
        sending
      </StatusPill>
      <span className={styles['what']} role="status">
        <Spinner />
        {login === undefined ? sending.label : 'Waiting for the login in the browser'}
      </span>
      {seconds > 0 && <span className={styles['meta']}>{seconds}&nbsp;s</span>}
      {exchanges.length > 0 && (
        <span className={styles['meta']}>{countWords(exchanges.length, 'exchange')} so far</span>
      )}
      {progress !== undefined && <Progress {...progress} />}
      <span className={styles['end']}>
        {login !== undefined && (
          <a href={login.url} target="_blank" rel="noreferrer">
            {login.opened ? 'Open the login page again' : 'Log in in the browser'}
          </a>
        )}
      </span>
    </>
  );
};
