import { currentRequest } from '../state/selectors.ts';
import { useWindow } from '../state/store.ts';
import { KeyValueTable } from '../ui/KeyValueTable.tsx';
import { emptyRow, readHeaderLines } from '../ui/key-values.ts';
import { givenFields, isSentTwice } from './header-rows.ts';
import styles from './RequestPane.module.css';
import { useDraftPart } from './use-draft.ts';

/** Typed fields, and below them every field that will leave without having been typed. */
export const HeadersTab = () => {
  const [fields = [], setFields] = useDraftPart('fields');
  const [defaultsOff = [], setDefaultsOff] = useDraftPart('defaultsOff');
  const preview = useWindow((state) => currentRequest(state)?.preview);
  return (
    <div className={styles['table']}>
      <KeyValueTable
        label="Header"
        blank={emptyRow}
        rows={fields}
        readMany={readHeaderLines}
        setBy={(row) =>
          row.on && isSentTwice(row.name, { fields }, preview)
            ? { text: 'sent twice', tone: 'warned' }
            : { text: 'you' }
        }
        onChange={(rows) => {
          setFields([...rows]);
        }}
        fixed={givenFields({ defaultsOff }, preview).map((field, index) => ({
          id: `${index} ${field.name}`,
          name: field.name,
          value: field.value,
          on: field.on,
          by: { text: field.by },
          ...(field.canSwitch
            ? {
                onToggle: (on: boolean) => {
                  const key = field.name.toLowerCase();
                  setDefaultsOff(on ? defaultsOff.filter((other) => other !== key) : [...defaultsOff, key]);
                },
              }
            : {}),
        }))}
      />
    </div>
  );
};
