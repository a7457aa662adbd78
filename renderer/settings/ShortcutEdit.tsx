import { RotateCcw, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { actions, useWindow } from '../state/store.ts';
import { cx } from '../ui/cx.ts';
import { FieldFrame } from '../ui/FieldFrame.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { shortcutOfPress, shortcutWords, type Shortcut } from '../ui/shortcut.ts';
import { shortcutOf, whyNotKeys } from '../workspace/command-keys.ts';
import type { Command } from '../workspace/commands.ts';
import styles from './ShortcutEdit.module.css';

interface RecorderProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly label: string;
  readonly onKeys: (keys: Shortcut) => void;
  readonly onCancel: () => void;
}

/** Takes the next keys that are pressed; Escape and leaving it change nothing. */
const Recorder = ({ id, describedBy, label, onKeys, onCancel }: RecorderProps) => {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const keys = shortcutOfPress(event.nativeEvent);
    if (keys === 'escape') onCancel();
    else if (keys !== undefined) onKeys(keys);
  };
  return (
    <input
      ref={input}
      id={id}
      className={cx(styles['keys'], styles['recording'])}
      readOnly
      data-takes-keys
      placeholder="Press the keys"
      aria-label={`New keys for ${label}`}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onBlur={onCancel}
    />
  );
};

/** The keys of one command: shown, pressed anew, taken away, or as they were. */
export const ShortcutEdit = ({ command }: { readonly command: Command }) => {
  const host = useWindow((state) => state.host);
  const shortcuts = useWindow((state) => state.shortcuts);
  const [recording, setRecording] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const isOwn = shortcuts[command.id] !== undefined;
  const keys = shortcutOf(command, { host, shortcuts });
  const label = command.label.replace(/…$/u, '');

  const stop = (): void => {
    setRecording(false);
    setRefusal(undefined);
  };
  const give = (given: Shortcut | null | undefined): void => {
    stop();
    void actions.setShortcut(command.id, given);
  };
  const take = (pressed: Shortcut): void => {
    const why = whyNotKeys(command, pressed, { host, shortcuts });
    setRefusal(why);
    if (why !== undefined) return;
    give(pressed);
    // The field that was pressed into is gone: its button stands there again.
    requestAnimationFrame(() => button.current?.focus());
  };

  return (
    <FieldFrame label={label} error={refusal}>
      {({ input, describedBy }) => (
        <div className={styles['row']}>
          {recording ? (
            <Recorder id={input} describedBy={describedBy} label={label} onKeys={take} onCancel={stop} />
          ) : (
            <AriaButton
              ref={button}
              id={input}
              className={styles['keys'] ?? ''}
              aria-label={`${label}: ${keys === undefined ? 'no keys' : shortcutWords(keys)}. Change`}
              onPress={() => {
                setRecording(true);
              }}
            >
              {keys === undefined ? <span className={styles['none']}>none</span> : <Kbd keys={keys} />}
            </AriaButton>
          )}
          {keys !== undefined && (
            <IconButton
              label={`Take the keys from ${label}`}
              size="small"
              onPress={() => {
                give(null);
              }}
            >
              <X aria-hidden="true" />
            </IconButton>
          )}
          {isOwn && (
            <IconButton
              label={`Usual keys for ${label}`}
              size="small"
              onPress={() => {
                give(undefined);
              }}
            >
              <RotateCcw aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
    </FieldFrame>
  );
};
