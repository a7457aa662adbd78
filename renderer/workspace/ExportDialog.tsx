import { useEffect, useState } from 'react';
import type { CurlExport, Reply } from '../../shared/ipc/contract.ts';
import { host } from '../host.ts';
import { currentRequest } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/clipboard.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextArea } from '../ui/TextArea.tsx';

/** The request as a curl command. Secrets are in it only while the switch says so. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const draft = useWindow((state) => currentRequest(state)?.draft);
  const environmentId = useWindow((state) => state.environmentId);
  const [withSecrets, setWithSecrets] = useState(false);
  const [reply, setReply] = useState<Reply<CurlExport>>();

  useEffect(() => {
    if (draft === undefined) return undefined;
    let stale = false;
    void host()
      .call('exportCurl', { draft, environmentId, withSecrets })
      .then((answer) => {
        if (!stale) setReply(answer);
      });
    return () => {
      stale = true;
    };
  }, [draft, environmentId, withSecrets]);

  const command = reply?.ok === true ? reply.value.command : '';
  const copy = async (): Promise<void> => {
    const copied = await copyText(command);
    const text = withSecrets ? 'cURL copied, secrets included.' : 'cURL copied, secrets masked.';
    actions.notify(
      copied
        ? { tone: 'accepted', text }
        : { tone: 'warned', text: 'The clipboard refused it; select the text and copy it.' },
    );
    if (copied) onClose();
  };
  return (
    <Dialog
      title="Copy as cURL"
      size="wide"
      onClose={onClose}
      actions={
        <Button variant="filled" isDisabled={command === ''} onPress={() => void copy()}>
          Copy
        </Button>
      }
    >
      {reply?.ok === false ? (
        <Notice tone="refused">{reply.error.message}</Notice>
      ) : (
        <TextArea
          label="Command for POSIX shells"
          labelHidden
          isReadOnly
          rows={Math.min(16, Math.max(4, command.split('\n').length + 1))}
          value={command}
          onChange={() => undefined}
        />
      )}
      <Switch isOn={withSecrets} onChange={setWithSecrets}>
        Include secrets
      </Switch>
      {withSecrets && (
        <Notice tone="warned">Whoever reads this command can use the credentials in it.</Notice>
      )}
      {reply?.ok === true && reply.value.notes.map((note) => <p key={note}>{note}</p>)}
    </Dialog>
  );
};
