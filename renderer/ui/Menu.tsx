import { Check } from 'lucide-react';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  type Key,
  type PopoverProps,
} from 'react-aria-components';
import float from './float.module.css';
import { Kbd } from './Kbd.tsx';
import type { Shortcut } from './shortcut.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly note?: string | undefined;
  readonly shortcut?: Shortcut | undefined;
  readonly tone?: 'refused';
  readonly isDisabled?: boolean;
  /** Of several that exclude each other, the one that holds now. */
  readonly isChosen?: boolean;
  readonly run: () => void;
}

/** Groups are separated by lines. */
export type MenuGroups = readonly (readonly MenuEntry[])[];

export const runEntry = (groups: MenuGroups, key: Key): void => {
  groups
    .flat()
    .find(({ id }) => id === key)
    ?.run();
};

export const MenuEntries = ({ groups }: { readonly groups: MenuGroups }) =>
  groups
    .filter((group) => group.length > 0)
    .map((group, index) => (
      <Fragment key={group[0]?.id ?? index}>
        {index > 0 && <Separator className={float['line'] ?? ''} />}
        {group.map((entry) => (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className={float['item'] ?? ''}
            isDisabled={entry.isDisabled ?? false}
            data-tone={entry.tone}
            {...(entry.isChosen === true ? { 'aria-label': `${entry.label}, chosen` } : {})}
          >
            {entry.icon}
            <span className={float['words']}>{entry.label}</span>
            {entry.note !== undefined && <span className={float['end']}>{entry.note}</span>}
            {entry.shortcut !== undefined && <Kbd keys={entry.shortcut} />}
            {entry.isChosen !== undefined && (
              <Check className={float['tick']} data-on={entry.isChosen || undefined} aria-hidden="true" />
            )}
          </MenuItem>
        ))}
      </Fragment>
    ));

interface MenuProps {
  readonly label: string;
  readonly groups: MenuGroups;
  /** The Button or IconButton that opens it. */
  readonly children: ReactElement;
  readonly placement?: NonNullable<PopoverProps['placement']>;
}

export const Menu = ({ label, groups, children, placement = 'bottom start' }: MenuProps) => (
  <MenuTrigger>
    {children}
    <Popover className={float['float'] ?? ''} placement={placement} offset={4}>
      <AriaMenu
        aria-label={label}
        className={float['list'] ?? ''}
        onAction={(key) => {
          runEntry(groups, key);
        }}
      >
        <MenuEntries groups={groups} />
      </AriaMenu>
    </Popover>
  </MenuTrigger>
);
