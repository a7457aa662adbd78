import { useEffect, useState } from 'react';
import { codeForms } from '../../shared/export/code-forms.ts';
import type { SecretForm, ShellId } from '../../shared/export/shells/shell.ts';
import type { Reply } from '../../shared/ipc/contract.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { host } from '../host.ts';
import { currentRequest } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/clipboard.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SegmentedControl, type Segment } from '../ui/SegmentedControl.tsx';
import type { Option } from '../ui/options.ts';
import { Select } from '../ui/Select.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './ExportDialog.module.css';

interface Written {
  readonly text: string;
  readonly notes: readonly string[];
}

const shells: Readonly<Record<string, { readonly shell: ShellId; readonly label: string }>> = {
  'curl:posix': { shell: 'posix', label: 'cURL, POSIX shells' },
  'curl:cmd': { shell: 'cmd', label: 'cURL, Windows command prompt' },
  'curl:powershell': { shell: 'powershell', label: 'cURL, PowerShell' },
};

const forms: readonly Option[] = [
  ...Object.entries(shells).map(([id, { label }]) => ({ id, label })),
  ...codeForms.map(([target, client, label]) => ({ id: `${target}:${client}`, label })),
];

const write = async (
  form: string,
  secrets: SecretForm,
  draft: Draft,
  environmentId: string,
): Promise<Reply<Written>> => {
  const shell = shells[form]?.shell;
  if (shell === undefined) {
    const included = secrets === 'included' ? 'included' : 'masked';
    const reply = await host().call('exportCode', { draft, environmentId, form, secrets: included });
    return reply.ok ? { ok: true, value: { text: reply.value.code, notes: reply.value.notes } } : reply;
  }
  const reply = await host().call('exportCurl', { draft, environmentId, shell, secrets });
  return reply.ok ? { ok: true, value: { text: reply.value.command, notes: reply.value.notes } } : reply;
};

const copied: Readonly<Record<SecretForm, string>> = {
  masked: 'Copied, secrets masked.',
  variables: 'Copied, secrets as variables.',
  included: 'Copied, secrets included.',
};

/** The request as a command or as code. Secrets are in it only while that is chosen. */
export const ExportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const draft = useWindow((state) => currentRequest(state)?.draft);
  const environmentId = useWindow((state) => state.environmentId);
  const [form, setForm] = useState('curl:posix');
  const [chosen, setSecrets] = useState<SecretForm>('masked');
  const [reply, setReply] = useState<Reply<Written>>();
  const isShell = form in shells;
  // Code has no variables of a shell.
  const secrets = chosen === 'variables' && !isShell ? 'masked' : chosen;

  useEffect(() => {
    if (draft === undefined) return undefined;
    let stale = false;
    void write(form, secrets, draft, environmentId).then((answer) => {
      if (!stale) setReply(answer);
    });
    return () => {
      stale = true;
    };
  }, [draft, environmentId, form, secrets]);

  const text = reply?.ok === true ? reply.value.text : '';
  const copy = async (): Promise<void> => {
    const done = await copyText(text);
    actions.notify(
      done
        ? { tone: 'accepted', text: copied[secrets] }
        : { tone: 'warned', text: 'The clipboard refused it; select the text and copy it.' },
    );
    if (done) onClose();
  };
  const segments: readonly Segment<SecretForm>[] = [
    { id: 'masked', label: 'Masked' },
    { id: 'variables', label: 'Variables', isDisabled: !isShell },
    { id: 'included', label: 'Included' },
  ];
  return (
    <Dialog
      title="Copy as cURL or code"
      size="wide"
      onClose={onClose}
      actions={
        <Button variant="filled" isDisabled={text === ''} onPress={() => void copy()}>
          Copy
        </Button>
      }
    >
      <div className={styles['choices']}>
        <Select label="As" search="Search languages" options={forms} value={form} onChange={setForm} />
        <div className={styles['secrets']}>
          <span aria-hidden="true">Secrets</span>
          <SegmentedControl label="Secrets" segments={segments} value={secrets} onChange={setSecrets} />
        </div>
      </div>
      {reply === undefined && (
        <p className={styles['busy']} role="status">
          <Spinner />
          Writing…
        </p>
      )}
      {reply?.ok === false ? (
        <Notice tone="refused">{reply.error.message}</Notice>
      ) : (
        <TextArea
          label={isShell ? 'Command' : 'Code'}
          labelHidden
          isReadOnly
          rows={Math.min(16, Math.max(4, text.split('\n').length + 1))}
          value={text}
          onChange={() => undefined}
        />
      )}
      {secrets === 'included' && (
        <Notice tone="warned">Whoever reads this can use the credentials in it.</Notice>
      )}
      {reply?.ok === true && reply.value.notes.map((note) => <p key={note}>{note}</p>)}
    </Dialog>
  );
};
