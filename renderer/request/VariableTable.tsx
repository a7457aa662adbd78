import { Lock, LockOpen } from 'lucide-react';
import {
  variablePlaceWords,
  type PlacedVariable,
  type VariablePlace,
} from '../../shared/workspace/variable-places.ts';
import type { Variable } from '../../shared/workspace/variable.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { emptyRow } from '../ui/key-values.ts';
import { KeyValueTable } from '../ui/KeyValueTable.tsx';

const blankVariable: Variable = { ...emptyRow, secret: false };

interface VariableTableProps {
  readonly variables: readonly Variable[];
  readonly onChange: (variables: Variable[]) => void;
  /** Says which of them hide others or are hidden, where it is known for which request they are edited. */
  readonly placed?: ReadonlyMap<string, PlacedVariable>;
  readonly place?: VariablePlace['kind'];
}

/** "hides environment Staging", "hidden by folder Billing" */
const hidingWords = (
  { name, on }: Variable,
  { placed, place }: Pick<VariableTableProps, 'placed' | 'place'>,
): string | undefined => {
  const counts = on ? placed?.get(name.trim()) : undefined;
  if (counts === undefined) return undefined;
  if (counts.from.kind !== place) return `hidden by ${variablePlaceWords(counts.from)}`;
  return counts.hides.length === 0
    ? undefined
    : `hides ${counts.hides.map(variablePlaceWords).join(' and ')}`;
};

/** The variables of one place: names, values, and which of them are kept in the vault. */
export const VariableTable = ({ variables, onChange, ...around }: VariableTableProps) => (
  <KeyValueTable
    label="Variable"
    rows={variables}
    valuePlaceholder="Value, used as {{name}}"
    blank={blankVariable}
    onChange={(rows) => {
      onChange([...rows]);
    }}
    byHeading=""
    isSecret={({ secret }) => secret}
    setBy={(row) => {
      const words = [row.secret ? 'in the vault' : undefined, hidingWords(row, around)];
      const text = words.filter((one) => one !== undefined).join('; ');
      return text === '' ? undefined : { text };
    }}
    renderTools={(row, index) => (
      <IconButton
        label={row.secret ? `Make ${row.name} readable` : `Keep ${row.name} in the vault`}
        size="small"
        isOn={row.secret}
        onPress={() => {
          onChange(
            variables.map((variable, at) =>
              at === index ? { ...variable, secret: !variable.secret } : variable,
            ),
          );
        }}
      >
        {row.secret ? <Lock aria-hidden="true" /> : <LockOpen aria-hidden="true" />}
      </IconButton>
    )}
  />
);
