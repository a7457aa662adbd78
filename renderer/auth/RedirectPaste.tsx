import { useState } from 'react';
import { host } from '../host.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './RedirectPaste.module.css';

interface RedirectPasteProps {
  readonly sendId: string;
  /** Nobody can listen at the redirect; otherwise it is only the other way. */
  readonly needed: boolean;
}

/** Takes the address that the browser ended at. A wrong one is told below the field, and the wait goes on. */
export const RedirectPaste = ({ sendId, needed }: RedirectPasteProps) => {
  const [open, setOpen] = useState(needed);
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState<string>();
  const take = async (): Promise<void> => {
    const reply = await host().call('pasteRedirect', { sendId, url });
    setProblem(reply.ok ? undefined : reply.error.message);
  };
  if (!open) {
    return (
      <Button
        variant="link"
        onPress={() => {
          setOpen(true);
        }}
      >
        Paste the address instead
      </Button>
    );
  }
  return (
    <div className={styles['paste']}>
      <TextInput
        label="Address the browser ended at"
        help="The whole of its address bar, also where the page itself could not be shown."
        error={problem}
        value={url}
        autoFocus
        onChange={(text) => {
          setUrl(text);
          setProblem(undefined);
        }}
        onEnter={() => void take()}
        end={
          <Button variant="link" isDisabled={url.trim() === ''} onPress={() => void take()}>
            Finish login
          </Button>
        }
      />
    </div>
  );
};
