import type { Param } from '../../shared/workspace/draft.ts';
import { KeyValueTable } from '../ui/KeyValueTable.tsx';
import { emptyRow, readQuery, type KeyValue } from '../ui/key-values.ts';
import { PathParams } from './PathParams.tsx';
import styles from './RequestPane.module.css';
import { useDraftPart } from './use-draft.ts';

/** A name without "=" stays one until a value is typed. Rows that came or went are told by their names. */
const toParams = (rows: readonly KeyValue[], before: readonly Param[]): Param[] =>
  rows.map(({ name, value, on }, index) => {
    const same = rows.length === before.length ? before[index] : before.find((param) => param.name === name);
    const isBare = value === '' && same !== undefined && same.value === undefined;
    return isBare ? { name, on } : { name, value, on };
  });

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
        isBulkEditable
        rows={params.map(toRow)}
        readMany={readQuery}
        setBy={(row) =>
          /[\s#]/.test(row.value + row.name) ? { text: 'not encoded', tone: 'warned' } : { text: 'you' }
        }
        onChange={(rows) => {
          setParams(toParams(rows, params));
        }}
      />
    </div>
  );
};
