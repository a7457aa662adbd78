import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './FindBar.module.css';
import { mostPlaces } from './large/find-bytes.ts';
import type { Find } from './use-find.ts';

const countWords = ({ words, places, place }: Find): string => {
  if (words === '') return '';
  if (places === undefined) return 'searching…';
  if (places === 0) return 'not in the body';
  return `${place + 1} of ${places >= mostPlaces ? `the first ${mostPlaces}` : places}`;
};

/** Searches the body: Enter goes on, Shift+Enter back, Escape ends it. */
export const FindBar = ({ find }: { readonly find: Find }) => (
  <search className={styles['bar']} aria-label="Search in the body">
    <TextInput
      label="Search in the body"
      labelHidden
      autoFocus
      value={find.words}
      placeholder="Words in the body"
      onChange={find.look}
      onKeyDown={(event) => {
        if (event.key === 'Escape') find.close();
        else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) find.go(event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
    <span className={styles['count']} role="status">
      {countWords(find)}
    </span>
    <IconButton
      label="Previous place"
      size="small"
      isDisabled={(find.places ?? 0) === 0}
      onPress={() => find.go(-1)}
    >
      <ChevronUp aria-hidden="true" />
    </IconButton>
    <IconButton
      label="Next place"
      size="small"
      isDisabled={(find.places ?? 0) === 0}
      onPress={() => find.go(1)}
    >
      <ChevronDown aria-hidden="true" />
    </IconButton>
    <IconButton label="Close the search" size="small" onPress={find.close}>
      <X aria-hidden="true" />
    </IconButton>
  </search>
);
