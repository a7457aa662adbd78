import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { shortcutOf } from './command-keys.ts';
import { commands } from './commands.ts';
import styles from './ShortcutsDialog.module.css';

/** The cheat sheet: every command that has keys now, with them. */
export const ShortcutsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const host = useWindow((state) => state.host);
  const shortcuts = useWindow((state) => state.shortcuts);
  const rows = commands.flatMap((command) => {
    const keys = shortcutOf(command, { host, shortcuts });
    return keys === undefined ? [] : [{ id: command.id, label: command.label.replace(/…$/, ''), keys }];
  });
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="wide"
      onClose={onClose}
      actions={
        <Button
          onPress={() => {
            actions.openDialog({ kind: 'settings', search: 'shortcuts' });
          }}
        >
          Change them…
        </Button>
      }
    >
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
