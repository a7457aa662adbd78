import styles from './Kbd.module.css';
import { shortcutWords, type Shortcut } from './shortcut.ts';

/** A shortcut in the platform's own spelling. It is a reminder: what it belongs to names itself. */
export const Kbd = ({ keys }: { readonly keys: Shortcut }) => (
  <kbd className={styles['kbd']} aria-hidden="true">
    {shortcutWords(keys)}
  </kbd>
);
