import { ChevronRight, Ellipsis } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ContextMenuAt } from '../ui/ContextMenu.tsx';
import { actions, useWindow } from '../state/store.ts';
import type { MenuGroups } from '../ui/Menu.tsx';
import styles from './Sidebar.module.css';

export type OpenMenu = (at: ContextMenuAt) => void;

interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly grows?: boolean;
}

/** A part of the sidebar; its title folds it to one line and unfolds it, which is remembered. */
export const SidebarSection = ({ title, action, children, grows = false }: SectionProps) => {
  const isFolded = useWindow((state) => state.view.foldedSections.includes(title));
  return (
    <section className={styles['section']} data-grows={(grows && !isFolded) || undefined}>
      <header className={styles['head']}>
        <h2>
          <Button
            className={styles['title'] ?? ''}
            aria-expanded={!isFolded}
            onPress={() => {
              actions.toggleSection(title);
            }}
          >
            {title}
            <ChevronRight aria-hidden="true" data-open={!isFolded || undefined} />
          </Button>
        </h2>
        {!isFolded && action}
      </header>
      {!isFolded && children}
    </section>
  );
};

/** What an empty section is for, in one sentence. */
export const SectionWords = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles['purpose']}>{children}</p>
);

interface RowEndProps {
  readonly label: string;
  readonly groups: () => MenuGroups;
  readonly onMenu: OpenMenu;
  /** What stands at the end of the row while nobody points at it. */
  readonly children?: ReactNode;
}

/** The end of a row: a fact at rest, the menu's button while the row is pointed at or focused. */
export const RowEnd = ({ label, groups, onMenu, children }: RowEndProps) => (
  <span className={styles['end']}>
    <span className={styles['fact']}>{children}</span>
    <Button
      className={styles['more'] ?? ''}
      aria-label={`Menu of ${label}`}
      aria-haspopup="menu"
      onPress={({ target }) => {
        const box = target.getBoundingClientRect();
        onMenu({ x: box.left, y: box.bottom, label, groups: groups() });
      }}
    >
      <Ellipsis aria-hidden="true" />
    </Button>
  </span>
);

/** Opens a row's menu where the pointer is, or below the row where a key asked for it. */
export const onRowMenu =
  (label: string, groups: () => MenuGroups, onMenu: OpenMenu) =>
  (event: MouseEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const box = event.currentTarget.getBoundingClientRect();
    const byKey = event.clientX === 0 && event.clientY === 0;
    onMenu({
      x: byKey ? box.left + 24 : event.clientX,
      y: byKey ? box.bottom : event.clientY,
      label,
      groups: groups(),
    });
  };
