import { useState } from 'react';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import { useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { FormGrid, FormRow } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SecretInput } from '../ui/SecretInput.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { expiresText, readExpires } from './cookie-words.ts';
import { saveCookie } from './use-jar.ts';

interface CookieDialogProps {
  readonly cookie: Cookie;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

const sameSites = [
  { id: 'unset', label: 'Not set', note: 'as None' },
  { id: 'strict', label: 'Strict', note: 'not after a redirect from another site' },
  { id: 'lax', label: 'Lax', note: 'after one only with GET' },
  { id: 'none', label: 'None' },
] as const;

type SameSite = (typeof sameSites)[number]['id'];

/** The cookie as the form has it. */
const formed = (
  { name, value, domain, hostOnly, path, secure, httpOnly }: Cookie,
  sameSite: SameSite,
  expiresAtMs: number | undefined,
): Cookie => ({
  name,
  value,
  domain: domain.trim().replace(/^\./, '').toLowerCase(),
  hostOnly,
  path: path.startsWith('/') ? path : `/${path}`,
  secure,
  httpOnly,
  ...(sameSite === 'unset' ? {} : { sameSite }),
  ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
});

/** One cookie of the jar, field by field. */
export const CookieDialog = ({ cookie: stored, isNew, onClose }: CookieDialogProps) => {
  const environmentId = useWindow((state) => state.environmentId);
  const [cookie, setCookie] = useState(stored);
  const [expires, setExpires] = useState(expiresText(stored.expiresAtMs));
  const [sameSite, setSameSite] = useState<SameSite>(stored.sameSite ?? 'unset');
  const [problem, setProblem] = useState<string>();
  const expiresAtMs = readExpires(expires);
  const change = (part: Partial<Cookie>): void => {
    setCookie({ ...cookie, ...part });
    setProblem(undefined);
  };

  const save = async (): Promise<void> => {
    if (expiresAtMs === null) return;
    const failed = await saveCookie({
      environmentId,
      cookie: formed(cookie, sameSite, expiresAtMs),
      ...(isNew ? {} : { instead: stored }),
    });
    setProblem(failed);
    if (failed === undefined) onClose();
  };

  return (
    <Dialog
      title={isNew ? 'New cookie' : 'Edit cookie'}
      size="wide"
      onClose={onClose}
      actions={
        <DialogActions
          verb="Save"
          isDisabled={expiresAtMs === null}
          onDone={() => void save()}
          onCancel={onClose}
        />
      }
    >
      <FormGrid>
        <TextInput label="Name" autoFocus value={cookie.name} onChange={(name) => change({ name })} />
        <SecretInput
          label="Value"
          value={{ kind: 'typed', text: cookie.value }}
          open={() => Promise.resolve(cookie.value)}
          onChange={(value) => change({ value })}
        />
        <TextInput
          label="Domain"
          value={cookie.domain}
          placeholder="api.example.com"
          onChange={(domain) => change({ domain })}
        />
        <FormRow label="Hosts below it">
          <Switch isOn={!cookie.hostOnly} onChange={(below) => change({ hostOnly: !below })}>
            Sent to them too
          </Switch>
        </FormRow>
        <TextInput label="Path" value={cookie.path} onChange={(path) => change({ path })} />
        <TextInput
          label="Ends"
          value={expires}
          placeholder="With the app; 2027-01-15 08:00 ends it then"
          help="Date and time in UTC."
          error={expiresAtMs === null ? 'A date such as 2027-01-15 08:00, or nothing.' : undefined}
          onChange={setExpires}
        />
        <FormRow label="Secure">
          <Switch isOn={cookie.secure} onChange={(secure) => change({ secure })}>
            Only over https, and to this computer
          </Switch>
        </FormRow>
        <FormRow label="HttpOnly">
          <Switch isOn={cookie.httpOnly} onChange={(httpOnly) => change({ httpOnly })}>
            Scripts of a page must not see it
          </Switch>
        </FormRow>
        <Select label="SameSite" options={sameSites} value={sameSite} onChange={setSameSite} />
      </FormGrid>
      {problem !== undefined && <Notice tone="refused">{problem}</Notice>}
    </Dialog>
  );
};
