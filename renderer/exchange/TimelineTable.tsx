import { Button } from '../ui/Button.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { encryptionWords } from './connection-words.ts';
import { purposeWords } from './exchange-tabs.ts';
import { durationWords } from './measures.ts';
import { pillOf } from './status-tone.ts';
import { connectionInWords, phaseMs } from './timeline-facts.ts';
import { phases, phaseWords } from './timeline.ts';
import type { TimelineRowsProps } from './TimelineChart.tsx';
import styles from './TimelineTable.module.css';

const durationOrNone = (ms: number | undefined): string => (ms === undefined ? '–' : durationWords(ms));

/** The chart as figures, for who reads rather than looks. */
export const TimelineTable = ({
  rows,
  numberOf,
  onChoose,
}: Pick<TimelineRowsProps, 'rows' | 'numberOf' | 'onChoose'>) => (
  <ScrollRegion className={styles['scroll']} label="Phases of each exchange">
    <table className={styles['table']}>
      <thead>
        <tr>
          {[
            'Exchange',
            'Purpose',
            'Status',
            'Began',
            ...phases.map((phase) => phaseWords[phase]),
            'Total',
            'Connection',
          ].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const number = numberOf(row);
          const name = `${number === undefined ? '' : `${number}: `}${row.method} ${row.target}`;
          const purpose = purposeWords[row.exchange.purpose];
          const proxy = row.exchange.connection?.proxy;
          const connection = [
            connectionInWords(row),
            proxy === undefined ? undefined : `through ${proxy}`,
            encryptionWords(row.exchange),
          ].filter((words) => words !== undefined);
          return (
            <tr key={`${row.attempt ?? ''}${row.exchange.id}`}>
              <th scope="row">
                {onChoose === undefined ? (
                  name
                ) : (
                  <Button
                    variant="quiet"
                    size="dense"
                    onPress={() => {
                      onChoose(row.exchange.id);
                    }}
                  >
                    {name}
                  </Button>
                )}
              </th>
              <td className={styles['purpose']}>{purpose === '' ? 'request' : purpose}</td>
              <td>{pillOf(row.exchange).text}</td>
              <td>{durationWords(row.beganMs)}</td>
              {phases.map((phase) => (
                <td key={phase}>{durationOrNone(phaseMs(row, phase))}</td>
              ))}
              <td>{durationWords(row.totalMs)}</td>
              <td className={styles['connection']}>{connection.join(', ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </ScrollRegion>
);
