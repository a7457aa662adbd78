import { VisuallyHidden } from 'react-aria-components';
import type { RankedDifference } from '../../shared/compare/difference.ts';
import type { ShownValue } from '../../shared/compare/shown-value.ts';
import { Button } from '../ui/Button.tsx';
import { Meter } from '../ui/Meter.tsx';
import styles from './CompareDialog.module.css';

interface DifferencesTableProps {
  readonly differences: readonly RankedDifference[];
  readonly onTakeOver: (difference: RankedDifference) => void;
}

const Value = ({
  value,
  side,
}: {
  readonly value: ShownValue | undefined;
  readonly side: 'mine' | 'theirs';
}) =>
  value === undefined ? (
    <td className={styles['absent']}>not sent</td>
  ) : (
    <td className={styles[side]}>
      <code>{value.text}</code>
      {value.fingerprint !== undefined && <small>fingerprint {value.fingerprint}</small>}
    </td>
  );

const Details = ({ details }: { readonly details: NonNullable<RankedDifference['details']> }) => (
  <dl className={styles['details']}>
    {details.map(({ name, mine, theirs }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {mine === '' ? 'not there' : mine} → {theirs === '' ? 'not there' : theirs}
        </dd>
      </div>
    ))}
  </dl>
);

/** What differs, likeliest to matter first; each can be taken over into the request. */
export const DifferencesTable = ({ differences, onTakeOver }: DifferencesTableProps) => (
  <table className={styles['table']}>
    <caption>
      <VisuallyHidden>Differences, likeliest to matter first</VisuallyHidden>
    </caption>
    <thead>
      <tr>
        <th scope="col">Differs</th>
        <th scope="col">Refused</th>
        <th scope="col">Works</th>
        <th scope="col">
          <VisuallyHidden>Take over</VisuallyHidden>
        </th>
      </tr>
    </thead>
    <tbody>
      {differences.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            {one.name} <Meter label={`Odds that ${one.name} matters`} value={one.matters} size="short" />
            <small>{one.why}</small>
            {one.details !== undefined && <Details details={one.details} />}
          </th>
          <Value value={one.mine} side="mine" />
          <Value value={one.theirs} side="theirs" />
          <td>
            {one.apply !== undefined && (
              <Button
                size="dense"
                label={`Take over ${one.name}`}
                onPress={() => {
                  onTakeOver(one);
                }}
              >
                Take over
              </Button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
