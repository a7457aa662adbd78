import { ChevronRight } from 'lucide-react';
import { cx } from '../ui/cx.ts';
import type { JsonRow } from './json-rows.ts';
import styles from './JsonTree.module.css';

/** One line of a JSON tree: whether it is open, its name, its value. */
export const JsonLine = ({
  line,
  chosen,
}: {
  readonly line: Omit<JsonRow, 'path'> & { readonly path?: string };
  readonly chosen: boolean;
}) => (
  <div
    className={cx(styles['row'], chosen && styles['chosen'])}
    style={{ paddingInlineStart: 16 + line.depth * 16 }}
    title={line.path}
  >
    <ChevronRight
      aria-hidden="true"
      className={cx(styles['arrow'], line.isOpen === true && styles['open'])}
      data-leaf={line.isOpen === undefined || undefined}
    />
    {line.name !== undefined && <span className={styles['name']}>{`${line.name}: `}</span>}
    <span className={styles[line.kind]}>{line.shown}</span>
  </div>
);
