import { useMemo } from 'react';
import { report } from '../../shared/diagnosis/report.ts';
import { download } from '../exchange/body-source.ts';
import { shownRecord, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './ReportView.module.css';

/** What was sent, what came back and what it means, as Markdown for whoever runs the server. Secrets are masked. */
export const ReportView = () => {
  const record = useWindow(shownRecord);
  const text = useMemo(
    () => (record === undefined ? '' : report(record.attempt, record.diagnosis)),
    [record],
  );
  if (record === undefined) return <p>Nothing was sent yet, so there is nothing to report.</p>;
  return (
    <div className={styles['report']}>
      <p className={styles['note']}>For whoever runs the server, or knows them. Secrets are masked.</p>
      {/* A scroll container without anything to focus in it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles['text']} tabIndex={0} role="group" aria-label="Report">
        {text}
      </pre>
      <div className={styles['tools']}>
        <CopyButton label="Copy report" text={text} size="regular" />
        <Button
          onPress={() => {
            download([new TextEncoder().encode(text)], 'why401-report.md');
          }}
        >
          Save as file
        </Button>
      </div>
    </div>
  );
};
