import { requestFields, usualValues } from '../../shared/exchange/request-fields.ts';
import { currentRequest } from '../state/selectors.ts';
import { useWindow } from '../state/store.ts';
import { completeWords } from '../ui/completion.ts';
import { KeyValueTable } from '../ui/KeyValueTable.tsx';
import { emptyRow, readHeaderLines } from '../ui/key-values.ts';
import { givenFields, isSentTwice, isTrailer } from './header-rows.ts';
import styles from './RequestPane.module.css';
import { useDraftPart } from './use-draft.ts';

const fieldNames = completeWords(requestFields.map(({ name }) => name));

/** Typed fields, and below them every field that will leave without having been typed. */
export const HeadersTab = () => {
  const [fields = [], setFields] = useDraftPart('fields');
  const [fieldsOff = [], setFieldsOff] = useDraftPart('fieldsOff');
  const preview = useWindow((state) => currentRequest(state)?.preview);
  return (
    <div className={styles['table']}>
      <KeyValueTable
        label="Header"
        blank={emptyRow}
        isBulkEditable
        rows={fields}
        readMany={readHeaderLines}
        completes={(part, { name }) => (part === 'name' ? fieldNames : completeWords(usualValues(name)))}
        setBy={(row) =>
          row.on && isSentTwice(row.name, { fields }, preview)
            ? { text: 'sent twice', tone: 'warned' }
            : { text: isTrailer(row.name, preview) ? 'you, after the body' : 'you' }
        }
        onChange={(rows) => {
          setFields([...rows]);
        }}
        fixed={givenFields({ fieldsOff }, preview).map((field, index) => ({
          id: `${index} ${field.name}`,
          name: field.name,
          value: field.value,
          on: field.on,
          by: { text: field.by },
          onToggle: (on: boolean) => {
            const key = field.name.toLowerCase();
            setFieldsOff(on ? fieldsOff.filter((other) => other !== key) : [...fieldsOff, key]);
          },
        }))}
      />
    </div>
  );
};
