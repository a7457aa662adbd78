import { useState } from 'react';
import { ContextMenu, type ContextMenuAt } from '../ui/ContextMenu.tsx';
import { HistoryList } from './HistoryList.tsx';
import { ProfileList } from './ProfileList.tsx';
import { RequestTree } from './RequestTree.tsx';
import styles from './Sidebar.module.css';

/** Requests, profiles, history. Each row has a menu: second mouse button, menu key, or the button at its end. */
export const Sidebar = () => {
  const [menu, setMenu] = useState<ContextMenuAt>();
  return (
    <nav className={styles['sidebar']} aria-label="Workspace">
      <RequestTree onMenu={setMenu} />
      <ProfileList onMenu={setMenu} />
      <HistoryList onMenu={setMenu} />
      <ContextMenu
        at={menu}
        onClose={() => {
          setMenu(undefined);
        }}
      />
    </nav>
  );
};
