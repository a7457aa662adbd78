import { useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { commands, shortcutOf } from './commands.ts';
import styles from './ShortcutsDialog.module.css';

export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const host = useWindow((state) => state.host.host);
  const rows = commands.flatMap((command) => {
    const keys = shortcutOf(command, host);
    return keys === undefined ? [] : [{ id: command.id, label: command.label.replace(/…$/, ''), keys }];
  });
  return (
    <Dialog title="Keyboard shortcuts" size="wide" onClose={onClose}>
      <dl className={styles['keys']}>
        {rows.map((row) => (
          <div key={row.id} className={styles['row']}>
            <dt>{row.label}</dt>
            <dd>
              <Kbd keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
