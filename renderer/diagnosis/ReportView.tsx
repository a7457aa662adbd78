import { useMemo, useState } from 'react';
import type { Finished } from '../../shared/experiments/propose.ts';
import { exchangesOf } from '../../shared/experiments/result.ts';
import { harReport } from '../../shared/report/har.ts';
import { markdownReport } from '../../shared/report/markdown.ts';
import type { ReportedExperiment } from '../../shared/report/reported.ts';
import { pillOf } from '../exchange/status-tone.ts';
import { useFindingOut } from '../experiments/use-finding-out.ts';
import { download } from '../exchange/body-source.ts';
import { shownRecord, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import styles from './ReportView.module.css';

const forms = [
  { id: 'md', label: 'Markdown' },
  { id: 'har', label: 'HAR' },
] as const;
type Form = (typeof forms)[number]['id'];

/** What was found out by experiments, a line each. */
const linesOf = (done: readonly Finished[]): readonly ReportedExperiment[] =>
  done.map(({ experiment, reading, says, result }) => {
    const last = exchangesOf(result).at(-1);
    const status = last === undefined ? [] : [pillOf(last).text];
    return { changed: experiment.changed, answer: [...status, reading.answer].join(', '), says };
  });

const writers = { md: markdownReport, har: harReport } as const;

/** What was sent, what came back and what it means, for whoever runs the server. Secrets have names in it. */
export const ReportView = () => {
  const record = useWindow(shownRecord);
  const version = useWindow((state) => state.host.version);
  const done = useFindingOut()?.done;
  const [form, setForm] = useState<Form>('md');
  const text = useMemo(
    () =>
      record === undefined
        ? ''
        : writers[form]({
            attempt: record.attempt,
            diagnosis: record.diagnosis,
            version,
            nowMs: Date.now(),
            experiments: linesOf(done ?? []),
          }),
    [record, form, version, done],
  );
  if (record === undefined) return <p>Nothing was sent yet, so there is nothing to report.</p>;
  return (
    <div className={styles['report']}>
      <p className={styles['note']}>
        For whoever runs the server, or knows them. Each secret is replaced by a name, the same throughout, so
        that this can be attached to a ticket as it is.
      </p>
      <SegmentedControl label="Form" segments={forms} value={form} onChange={setForm} />
      <ScrollRegion as="pre" className={styles['text']} label="Report">
        {text}
      </ScrollRegion>
      <div className={styles['tools']}>
        <CopyButton label="Copy report" text={text} size="regular" />
        <Button
          onPress={() => {
            download([new TextEncoder().encode(text)], `why401-report.${form}`);
          }}
        >
          Save as file
        </Button>
      </div>
    </div>
  );
};
