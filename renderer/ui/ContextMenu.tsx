import { useRef } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import styles from './ContextMenu.module.css';
import float from './float.module.css';
import { MenuEntries, runEntry, type MenuGroups } from './Menu.tsx';

export interface ContextMenuAt {
  /** Where it was asked for, in CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly groups: MenuGroups;
}

/** The menu of the second mouse button, or of the menu key. */
export const ContextMenu = ({
  at,
  onClose,
}: {
  readonly at: ContextMenuAt | undefined;
  readonly onClose: () => void;
}) => {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        className={styles['anchor']}
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
        aria-hidden="true"
      />
      <Popover
        triggerRef={anchor}
        isOpen={at !== undefined}
        placement="bottom start"
        offset={2}
        className={float['float'] ?? ''}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        {at !== undefined && (
          <AriaMenu
            aria-label={at.label}
            autoFocus="first"
            className={float['list'] ?? ''}
            onClose={onClose}
            onAction={(key) => {
              runEntry(at.groups, key);
            }}
          >
            <MenuEntries groups={at.groups} />
          </AriaMenu>
        )}
      </Popover>
    </>
  );
};
