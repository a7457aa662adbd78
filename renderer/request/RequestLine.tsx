import { useEffect, useRef } from 'react';
import { isEdited, remedyIsOffered } from '../state/selectors.ts';
import { actions, currentRequest, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { pasteText } from '../workspace/bring-in.ts';
import { useShortcut } from '../workspace/use-shortcut.ts';
import { addressOfDraft, withAddress } from './address.ts';
import { MethodInput } from './MethodInput.tsx';
import styles from './RequestLine.module.css';
import { useDraftPart } from './use-draft.ts';
import { paintAddress } from './variable-marks.tsx';
import { VariableFields } from './VariableFields.tsx';

/** A pasted text that is more than an address: a whole request belongs nowhere else but here. */
const isMoreThanAddress = (text: string): boolean =>
  /^\s*curl(?:\.exe)?\s/i.test(text) || /^\s*fetch\(/.test(text) || /\n\s*\S/.test(text.trim());

const SendButton = () => {
  const sending = useWindow((state) => currentRequest(state)?.sending);
  const remedyOffered = useWindow(remedyIsOffered);
  const shortcut = useShortcut('send');
  if (sending !== undefined) {
    return (
      <Button size="large" shortcut="escape" onPress={actions.cancel}>
        Cancel
      </Button>
    );
  }
  return (
    <Button
      size="large"
      variant={remedyOffered ? 'secondary' : 'filled'}
      shortcut={shortcut}
      onPress={() => void actions.send()}
    >
      Send
    </Button>
  );
};

/** Method, address, Send. Send is the filled button unless a remedy is. */
export const RequestLine = () => {
  const [method = 'GET', setMethod] = useDraftPart('method');
  const address = useWindow((state) => {
    const draft = currentRequest(state)?.draft;
    return draft === undefined ? '' : addressOfDraft(draft);
  });
  const edited = useWindow((state) => {
    const request = currentRequest(state);
    return request?.saved !== undefined && isEdited(request);
  });
  const input = useRef<HTMLInputElement>(null);

  // A request without an address waits for one, and what had the focus may have gone with what was shown before; another
  // request is another line.
  useEffect(() => {
    // Somebody who walks along the tabs goes on walking.
    const isElsewhere = document.activeElement?.closest('[data-keeps-focus]');
    const isLost = document.activeElement === document.body;
    if ((isLost || input.current?.value === '') && !isElsewhere) input.current?.focus();
  }, []);

  return (
    <div className={styles['line']}>
      <div className={styles['address']}>
        <VariableFields>
          <TextInput
            label="URL"
            takesVariables
            labelHidden
            size="large"
            inputRef={input}
            value={address}
            placeholder="https://api.example.com/v1/me"
            paint={paintAddress}
            start={<MethodInput value={method} onChange={setMethod} />}
            end={
              edited && (
                <Button variant="quiet" size="dense" onPress={() => void actions.saveRequest()}>
                  Save
                </Button>
              )
            }
            onChange={(typed) => {
              actions.editDraft((draft) => withAddress(draft, typed));
            }}
            onEnter={() => void actions.send()}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text/plain');
              if (!isMoreThanAddress(text)) return;
              event.preventDefault();
              void pasteText(text);
            }}
          />
        </VariableFields>
      </div>
      <SendButton />
    </div>
  );
};
