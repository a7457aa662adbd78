import { TextInput } from '../ui/TextInput.tsx';
import { mostFound } from './json-rows.ts';
import styles from './JsonTree.module.css';

interface JsonFilterProps {
  readonly filter: string;
  /** How many were found; absent where nothing is filtered. */
  readonly found: number | undefined;
  readonly problem: string | undefined;
  readonly busy?: boolean;
  readonly onFilter: (filter: string) => void;
}

const countWords = ({ found, problem, busy }: JsonFilterProps): string => {
  if (busy === true) return 'filtering…';
  if (found === undefined || problem !== undefined) return '';
  return found >= mostFound ? `the first ${mostFound} found` : `${found} found`;
};

/** Filters a JSON tree by words or by a JSONPath, and says how much is left. */
export const JsonFilter = (props: JsonFilterProps) => (
  <div className={styles['filter']}>
    <TextInput
      label="Filter the body"
      labelHidden
      value={props.filter}
      placeholder="Words, or a JSONPath such as $..id"
      error={props.problem}
      onChange={props.onFilter}
    />
    <span className={styles['count']} role="status">
      {countWords(props)}
    </span>
  </div>
);
