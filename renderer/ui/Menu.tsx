import { Fragment, type ReactElement, type ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
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
  readonly run: () => void;
}

/** Groups are separated by lines. */
export type MenuGroups = readonly (readonly MenuEntry[])[];

interface MenuProps {
  readonly label: string;
  readonly groups: MenuGroups;
  /** The Button or IconButton that opens it. */
  readonly children: ReactElement;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  /** Where something else opens it too, such as the second mouse button. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

export const Menu = ({
  label,
  groups,
  children,
  placement = 'bottom start',
  isOpen,
  onOpenChange,
}: MenuProps) => {
  const filled = groups.filter((group) => group.length > 0);
  return (
    <MenuTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {children}
      <Popover className={float['float'] ?? ''} placement={placement} offset={4}>
        <AriaMenu
          aria-label={label}
          className={float['list'] ?? ''}
          onAction={(key) => {
            filled
              .flat()
              .find(({ id }) => id === key)
              ?.run();
          }}
        >
          {filled.map((group, index) => (
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
                >
                  {entry.icon}
                  <span className={float['words']}>{entry.label}</span>
                  {entry.note !== undefined && <span className={float['end']}>{entry.note}</span>}
                  {entry.shortcut !== undefined && <Kbd keys={entry.shortcut} />}
                </MenuItem>
              ))}
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
};
