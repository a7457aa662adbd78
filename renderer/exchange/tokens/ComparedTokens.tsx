import { useState } from 'react';
import type { ClaimContext, ClaimRow } from '../../auth/claim-words.ts';
import { Switch } from '../../ui/Switch.tsx';
import { countFigures } from '../measures.ts';
import styles from './TokensView.module.css';
import { tokenDifferences } from './token-differences.ts';
import type { FoundToken } from './tokens-in.ts';

const Cell = ({ row, differs }: { readonly row: ClaimRow | undefined; readonly differs: boolean }) => (
  <td>
    {row === undefined ? (
      <span className={styles['absent']}>not there</span>
    ) : (
      <>
        <code data-differs={differs || undefined}>{row.value}</code>
        {row.words !== '' && <span className={styles['words']}>{row.words}</span>}
      </>
    )}
  </td>
);

/** Two tokens side by side, what differs underlined. */
export const ComparedTokens = ({
  left,
  right,
  context,
}: {
  readonly left: FoundToken;
  readonly right: FoundToken;
  readonly context: ClaimContext;
}) => {
  const [only, setOnly] = useState(true);
  const rows = tokenDifferences(left, right, context);
  const differing = rows.filter(({ differs }) => differs);
  const shown = only ? differing : rows;
  return (
    <section aria-label="Comparison of two tokens">
      <p className={styles['bar']}>
        <span role="status">
          {differing.length === 0
            ? 'Both say the same; only the signatures may differ.'
            : `${countFigures(differing.length, 'difference')} in ${countFigures(rows.length, 'claim or parameter', 'claims and parameters')}`}
        </span>
        <Switch isOn={only} onChange={setOnly}>
          Only differences
        </Switch>
      </p>
      {shown.length > 0 && (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">This: {left.where}</th>
              <th scope="col">Other: {right.where}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ part, name, left: own, right: other, differs }) => (
              <tr key={`${part} ${name}`}>
                <th scope="row">
                  {name}
                  {part === 'Header' && <span className={styles['words']}>header</span>}
                </th>
                <Cell row={own} differs={differs} />
                <Cell row={other} differs={differs} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
