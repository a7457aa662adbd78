import { AlignLeft, Table2, X } from 'lucide-react';
import { useContext, useRef, useState, type ClipboardEvent, type ReactNode } from 'react';
import { completeFirst, type Complete } from './completion.ts';
import { CompletingInput } from './CompletingInput.tsx';
import { cx } from './cx.ts';
import { IconButton } from './IconButton.tsx';
import { secretDots } from './use-secret-text.tsx';
import { rowEdited, rowRemoved, rowsPasted, type KeyValue } from './key-values.ts';
import styles from './KeyValueTable.module.css';
import { RowsAsText } from './RowsAsText.tsx';
import { Switch } from './Switch.tsx';
import { VariableHelpContext } from './variable-help.ts';

export interface SetBy {
  readonly text: string;
  /** A conflict is named here. */
  readonly tone?: 'warned';
}

/** A row that something else than the person put there. */
export interface FixedRow {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly by: SetBy;
  readonly on: boolean;
  /** Absent where it cannot be switched off. */
  readonly onToggle?: (on: boolean) => void;
}

interface KeyValueTableProps<Row extends KeyValue> {
  /** "Header": names the fields of each row. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** What a new row is made from; its own name and value are empty. */
  readonly blank: Row;
  readonly onChange: (rows: readonly Row[]) => void;
  /** What the column of `setBy` is called. */
  readonly byHeading?: string;
  readonly setBy?: (row: Row, index: number) => SetBy | undefined;
  /** Rows of other origin, below those that can be typed in. */
  readonly fixed?: readonly FixedRow[];
  /** Reads several rows out of a pasted text; `undefined` where it is to be pasted as it is. */
  readonly readMany?: (text: string) => readonly KeyValue[] | undefined;
  readonly namePlaceholder?: string;
  readonly valuePlaceholder?: string;
  /** Values that are dots at rest, always as many, and dots while they are typed. */
  readonly isSecret?: (row: Row) => boolean;
  /** What a name or a value may be completed to while it is typed, besides variables. */
  readonly completes?: (part: 'name' | 'value', row: Row) => Complete | undefined;
  /** Offers the rows as lines of text too, for those that are nothing but names and values. */
  readonly isBulkEditable?: boolean;
  /** Small buttons at the end of a row. */
  readonly renderTools?: (row: Row, index: number) => ReactNode;
}

/** Switch · name · value · set by. Rows that are off stay in place, struck through. The last row is always a new one. */
export const KeyValueTable = <Row extends KeyValue>({
  label,
  rows,
  blank,
  onChange,
  setBy,
  fixed = [],
  readMany,
  namePlaceholder = 'Name',
  valuePlaceholder = 'Value',
  isSecret,
  completes,
  isBulkEditable = false,
  byHeading = 'Set by',
  renderTools,
}: KeyValueTableProps<Row>) => {
  const table = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number>();
  const [isText, setIsText] = useState(false);
  const shown = isText ? [] : [...rows, blank];
  /** Nothing stands in the columns. */
  const isBare = isText && fixed.length === 0;
  const variables = useContext(VariableHelpContext);
  const complete = (part: 'name' | 'value', row: Row): Complete | undefined => {
    const all = [variables?.complete, completes?.(part, row)].filter((one) => one !== undefined);
    return all.length === 0 ? undefined : completeFirst(...all);
  };

  const paste = (event: ClipboardEvent, index: number): void => {
    const many = readMany?.(event.clipboardData.getData('text/plain'));
    if (many === undefined) return;
    event.preventDefault();
    onChange(rowsPasted(rows, index, many, blank));
  };

  const remove = (index: number): void => {
    onChange(rowRemoved(rows, index));
    // The field that had the focus is gone with its row.
    requestAnimationFrame(() => {
      const names = table.current?.querySelectorAll<HTMLInputElement>('[data-part="name"]');
      names?.[Math.min(index, names.length - 1)]?.focus();
    });
  };

  return (
    <div className={styles['table']} role="group" aria-label={`${label}s`} ref={table}>
      <div className={cx(styles['row'], styles['head'])}>
        <span />
        <span aria-hidden="true">{isBare ? '' : 'Name'}</span>
        <span aria-hidden="true">{isBare ? '' : 'Value'}</span>
        <span className={styles['by']} aria-hidden="true">
          {isBare ? '' : byHeading}
        </span>
        <span className={styles['tools']}>
          {isBulkEditable && (
            <IconButton
              label={isText ? `${label}s as a table` : `${label}s as text`}
              size="small"
              onPress={() => {
                setIsText(!isText);
              }}
            >
              {isText ? <Table2 aria-hidden="true" /> : <AlignLeft aria-hidden="true" />}
            </IconButton>
          )}
        </span>
      </div>
      {isText && (
        <div className={styles['lines']}>
          <RowsAsText
            label={label}
            rows={rows}
            onChange={(typed) => {
              onChange(typed.map((row) => ({ ...blank, ...row })));
            }}
          />
        </div>
      )}
      {shown.map((row, index) => {
        const isNew = index === rows.length;
        const words = isNew ? `New ${label.toLowerCase()}` : `${label} ${index + 1}`;
        const secret = !isNew && isSecret?.(row) === true;
        const by = isNew ? undefined : setBy?.(row, index);
        return (
          // A row has no identity but its place: two equal rows are two rows.
          // oxlint-disable-next-line react/no-array-index-key
          <div className={styles['row']} key={index} data-off={!row.on || undefined}>
            <span className={styles['switch']}>
              {!isNew && (
                <Switch
                  label={`Send ${row.name === '' ? words.toLowerCase() : row.name}`}
                  isOn={row.on}
                  onChange={(on) => {
                    onChange(rowEdited(rows, index, { on }, blank));
                  }}
                />
              )}
            </span>
            <CompletingInput
              data-part="name"
              complete={complete('name', row)}
              paint={row.on ? variables?.paint : undefined}
              className={styles['cell']}
              aria-label={`${words}, name`}
              placeholder={isNew ? namePlaceholder : ''}
              value={row.name}
              spellCheck={false}
              autoComplete="off"
              onPaste={(event) => {
                paste(event, index);
              }}
              onText={(name) => {
                onChange(rowEdited(rows, index, { name }, blank));
              }}
              onKeyDown={(event) => {
                if (event.key === 'Backspace' && !isNew && row.name === '' && row.value === '') {
                  event.preventDefault();
                  remove(index);
                }
              }}
            />
            <CompletingInput
              className={styles['cell']}
              complete={complete('value', row)}
              paint={row.on && !secret ? variables?.paint : undefined}
              aria-label={`${words}, value`}
              placeholder={isNew ? valuePlaceholder : ''}
              value={secret && focused !== index && row.value !== '' ? secretDots : row.value}
              data-concealed={secret || undefined}
              onFocus={() => {
                setFocused(index);
              }}
              onBlur={() => {
                setFocused(undefined);
              }}
              spellCheck={false}
              autoComplete="off"
              onText={(value) => {
                onChange(rowEdited(rows, index, { value }, blank));
              }}
            />
            <span className={cx(styles['by'], by?.tone === 'warned' && styles['warned'])} title={by?.text}>
              {by?.text}
            </span>
            <span className={styles['tools']}>
              {!isNew && renderTools?.(row, index)}
              {!isNew && (
                <IconButton
                  label={`Remove ${row.name === '' ? words.toLowerCase() : row.name}`}
                  size="small"
                  onPress={() => {
                    remove(index);
                  }}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </span>
          </div>
        );
      })}
      {fixed.map((row) => (
        <div className={cx(styles['row'], styles['fixed'])} key={row.id} data-off={!row.on || undefined}>
          <span className={styles['switch']}>
            {row.onToggle !== undefined && (
              <Switch label={`Send ${row.name}`} isOn={row.on} onChange={row.onToggle} />
            )}
          </span>
          <span className={styles['text']}>{row.name}</span>
          <span className={styles['text']}>{row.value}</span>
          <span className={cx(styles['by'], row.by.tone === 'warned' && styles['warned'])}>
            {row.by.text}
          </span>
          <span />
        </div>
      ))}
    </div>
  );
};
