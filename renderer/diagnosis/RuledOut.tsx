import type { RuledOut as RuledOutCause } from '../../shared/diagnosis/diagnosis.ts';
import { causeTitle } from '../../shared/diagnosis/words.ts';
import { countFigures } from '../exchange/measures.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import styles from './RuledOut.module.css';

/** Causes that a fact speaks against; folded, since the count says most. */
export const RuledOut = ({ causes }: { readonly causes: readonly RuledOutCause[] }) =>
  causes.length === 0 ? null : (
    <Disclosure title="Ruled out" count={countFigures(causes.length, 'cause')}>
      <ul className={styles['list']}>
        {causes.map(({ cause, because }) => (
          <li key={cause}>
            <b>{causeTitle(cause)}</b>
            <span>{because}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
