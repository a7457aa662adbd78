import { Check, Search } from 'lucide-react';
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import float from './float.module.css';
import { focusable } from './focusable.ts';
import { matchesOption, sectionsOf, type Option } from './options.ts';
import styles from './OptionList.module.css';

const Item = ({ option }: { readonly option: Option }) => (
  <ListBoxItem id={option.id} textValue={option.label} className={float['item'] ?? ''}>
    {({ isSelected }) => (
      <>
        <span className={float['words']}>{option.label}</span>
        {option.note !== undefined && <span className={float['end']}>{option.note}</span>}
        <Check className={float['tick']} data-on={isSelected || undefined} aria-hidden="true" />
      </>
    )}
  </ListBoxItem>
);

const none = (): React.ReactNode => <p className={styles['none']}>Nothing here is called that.</p>;

/** What a Select offers, under the headings that its options name. */
export const OptionList = ({
  options,
  listRef,
}: {
  readonly options: readonly Option[];
  readonly listRef?: (list: HTMLElement | null) => void;
}) => {
  const sections = sectionsOf(options);
  return (
    <ListBox ref={listRef} className={float['list'] ?? ''} renderEmptyState={none}>
      {sections.map(({ heading, items }) =>
        heading === undefined ? (
          <Collection key="" items={items}>
            {(option) => <Item option={option} />}
          </Collection>
        ) : (
          <ListBoxSection key={heading} id={`# ${heading}`}>
            <Header className={float['heading'] ?? ''}>{heading}</Header>
            <Collection items={items}>{(option) => <Item option={option} />}</Collection>
          </ListBoxSection>
        ),
      )}
    </ListBox>
  );
};

/** The same, with a field that narrows it by label and keywords; the arrow keys go on moving through the list. */
export const SearchedOptionList = ({
  options,
  label,
}: {
  readonly options: readonly Option[];
  /** "Search schemes". */
  readonly label: string;
}) => (
  <Autocomplete
    filter={(_, typed, node) => {
      const option = options.find(({ id }) => id === node.key);
      return option === undefined || matchesOption(option, typed);
    }}
  >
    <SearchField aria-label={label} autoFocus className={styles['search'] ?? ''}>
      <Search aria-hidden="true" />
      <Input className={styles['input'] ?? ''} placeholder={label} spellCheck={false} />
    </SearchField>
    <OptionList options={options} listRef={focusable} />
  </Autocomplete>
);
