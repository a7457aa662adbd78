import { useState } from 'react';
import type { KeyValue } from './key-values.ts';
import { LinesInput } from './LinesInput.tsx';
import { rowsOfText, textOfRows } from './rows-text.ts';

interface RowsAsTextProps {
  /** "Header": names the field. */
  readonly label: string;
  readonly rows: readonly KeyValue[];
  readonly onChange: (rows: readonly KeyValue[]) => void;
}

const bare = (rows: readonly KeyValue[]): string =>
  JSON.stringify(rows.map(({ name, value, on }) => [name, value, on]));

/** The rows of a table as lines that can be typed, copied and pasted at once. */
export const RowsAsText = ({ label, rows, onChange }: RowsAsTextProps) => {
  const [typed, setTyped] = useState<string>();
  // What was typed stays as it was as long as it says what the rows say: blank lines and spaces with it.
  const isCurrent = typed !== undefined && bare(rowsOfText(typed)) === bare(rows);
  return (
    <LinesInput
      label={`${label}s as text`}
      labelHidden
      takesVariables
      help="One a line, “name: value”. A # before it keeps a line from being sent."
      placeholder="name: value"
      rows={4}
      value={isCurrent ? typed : textOfRows(rows)}
      onChange={(text) => {
        setTyped(text);
        onChange(rowsOfText(text));
      }}
    />
  );
};
