import type { Param } from '../../shared/workspace/draft.ts';
import { KeyValueTable } from '../ui/KeyValueTable.tsx';
import { emptyRow, readQuery, type KeyValue } from '../ui/key-values.ts';
import { PathParams } from './PathParams.tsx';
import styles from './RequestPane.module.css';
import { useDraftPart } from './use-draft.ts';

/** A name without "=" stays one until a value is typed. */
const toParam = (row: KeyValue, before: Param | undefined): Param =>
  row.value === '' && (before?.value === undefined ? before !== undefined : false)
    ? { name: row.name, on: row.on }
    : { name: row.name, value: row.value, on: row.on };

const toRow = (param: Param): KeyValue => ({ name: param.name, value: param.value ?? '', on: param.on });

/** The pieces of the query, as they are sent: nothing is encoded behind one's back. */
export const ParamsTab = () => {
  const [params = [], setParams] = useDraftPart('params');
  return (
    <div className={styles['table']}>
      <PathParams />
      <KeyValueTable
        label="Parameter"
        blank={emptyRow}
        rows={params.map(toRow)}
        readMany={readQuery}
        setBy={(row) =>
          /[\s#]/.test(row.value + row.name) ? { text: 'not encoded', tone: 'warned' } : { text: 'you' }
        }
        onChange={(rows) => {
          setParams(rows.map((row, index) => toParam(row, params[index])));
        }}
      />
    </div>
  );
};
