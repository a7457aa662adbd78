import { pointer } from '../../shared/diagnosis/pointer.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { tabLabels, tabOfPlace } from '../state/evidence-tab.ts';
import type { Thread } from '../exchange/thread.ts';
import { Breakable } from '../ui/Breakable.tsx';
import { cx } from '../ui/cx.ts';
import { EvidenceNumber } from '../ui/EvidenceNumber.tsx';
import styles from './EvidenceList.module.css';

interface EvidenceListProps {
  readonly attempt: Attempt;
  readonly thread: Thread;
  /** Shows the bytes of a piece of evidence. */
  readonly onGo: (index: number) => void;
}

/** What supports the verdict: a fact, where it can be seen, and a pointer to the bytes. */
export const EvidenceList = ({ attempt, thread, onGo }: EvidenceListProps) => (
  <ol aria-label="Evidence">
    {thread.evidence.map(({ text, place }, index) => {
      const active = thread.active === index;
      const activate = (): void => {
        thread.onActive(index);
      };
      return (
        <li key={index}>
          <button
            type="button"
            className={cx(styles['row'], active && styles['active'])}
            data-evidence-row={index}
            onMouseEnter={activate}
            onFocus={activate}
            onClick={() => {
              onGo(index);
            }}
          >
            <EvidenceNumber number={index + 1} isActive={active} />
            <span className={styles['fact']}>
              <Breakable text={text} />
            </span>
            <span className={styles['tab']}>{tabLabels[tabOfPlace(place, attempt)]}</span>
            <span className={styles['where']}>{pointer(place, attempt.exchanges.length)}</span>
          </button>
        </li>
      );
    })}
  </ol>
);
