import { Button } from 'react-aria-components';
import { meaningOf } from '../../shared/field-meanings/index.ts';
import styles from './HeadersView.module.css';

interface HeaderNameProps {
  readonly name: string;
  readonly isOpen: boolean;
  /** Names the row that says what the field is for. */
  readonly explainedBy: string;
  readonly onToggle: () => void;
}

/** The name of a field; of a standard one it opens what the field is for. */
export const HeaderName = ({ name, isOpen, explainedBy, onToggle }: HeaderNameProps) => {
  const meaning = meaningOf(name);
  if (meaning === undefined) return name;
  return (
    <Button
      className={styles['name'] ?? ''}
      aria-expanded={isOpen}
      {...(isOpen ? { 'aria-controls': explainedBy } : {})}
      onPress={onToggle}
    >
      {name}
    </Button>
  );
};

/** What a standard field is for, and where that is written. */
export const HeaderMeaning = ({ name }: { readonly name: string }) => {
  const meaning = meaningOf(name);
  return meaning === undefined ? null : (
    <>
      {meaning.says} <span>{meaning.source}</span>
    </>
  );
};
