import { ToggleButton } from 'react-aria-components';
import { hasTerm, searchTerm, toggleTerm } from '../../shared/history/search.ts';
import styles from './HistoryFilters.module.css';

const filters: readonly { readonly term: string; readonly label: string }[] = [
  { term: searchTerm('status', '401'), label: '401' },
  { term: searchTerm('status', '4xx'), label: '4xx' },
  { term: searchTerm('status', '5xx'), label: '5xx' },
  { term: searchTerm('status', 'failed'), label: 'No answer' },
  { term: searchTerm('is', 'pinned'), label: 'Pinned' },
];

/** Terms that a person need not type: each puts itself into the search, or takes itself out. */
export const HistoryFilters = ({
  search,
  onChange,
}: {
  readonly search: string;
  readonly onChange: (search: string) => void;
}) => (
  <div role="group" aria-label="Narrow the history down" className={styles['filters']}>
    {filters.map(({ term, label }) => (
      <ToggleButton
        key={term}
        className={styles['filter'] ?? ''}
        isSelected={hasTerm(search, term)}
        onChange={() => {
          onChange(toggleTerm(search, term));
        }}
      >
        {label}
      </ToggleButton>
    ))}
  </div>
);
