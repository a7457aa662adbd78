import type { Retention } from '../../shared/history/retention.ts';
import { actions, useWindow } from '../state/store.ts';
import { Select } from '../ui/Select.tsx';

const counts = [0, 500, 5000, 20_000, 100_000] as const;
const ages = [1, 7, 30, 90, 365] as const;
const everything = 'all';

interface Choice {
  readonly id: string;
  readonly label: string;
}

/** The usual choices, and what was set by hand in the file of the preferences. */
const choices = (
  usual: readonly number[],
  value: number | null,
  words: (count: number) => string,
  none: string,
): readonly Choice[] => {
  const numbers = [...new Set([...usual, ...(value === null ? [] : [value])])]
    .filter((number) => number > 0)
    .toSorted((a, b) => a - b);
  return [
    ...(usual.includes(0) || value === 0 ? [{ id: '0', label: 'Nothing' }] : []),
    ...numbers.map((count) => ({ id: String(count), label: words(count) })),
    { id: everything, label: none },
  ];
};

const idOf = (value: number | null): string => (value === null ? everything : String(value));
const valueOf = (id: string): number | null => (id === everything ? null : Number(id));

const countWords = (count: number): string => `The last ${count.toLocaleString('en')} attempts`;
const ageWords = (days: number): string =>
  days === 1 ? 'One day' : days === 365 ? 'One year' : `${days} days`;

/** How much of what was sent is kept, and for how long. */
export const HistorySettings = () => {
  const retention = useWindow((state) => state.retention);
  const change = (part: Partial<Retention>): void => void actions.setRetention({ ...retention, ...part });
  return (
    <>
      <Select
        label="Keep"
        options={choices(counts, retention.attempts, countWords, 'All attempts')}
        value={idOf(retention.attempts)}
        onChange={(id) => {
          change({ attempts: valueOf(id) });
        }}
      />
      <Select
        label="For"
        options={choices(ages, retention.days, ageWords, 'However old')}
        value={idOf(retention.days)}
        help="What is beyond that is deleted from this computer, the oldest first. Pinned attempts stay."
        onChange={(id) => {
          change({ days: valueOf(id) });
        }}
      />
    </>
  );
};
