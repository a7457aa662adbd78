import type { ViewState } from '../state/state.ts';
import { actions, useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FormGrid, FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { HistorySettings } from './HistorySettings.tsx';
import { HostRules } from './HostRules.tsx';
import { NetworkSettings } from './NetworkSettings.tsx';
import styles from './SettingsDialog.module.css';

const themes: readonly { readonly id: ViewState['theme']; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'contrast', label: 'High contrast' },
];

export const SettingsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const theme = useWindow((state) => state.view.theme);
  const host = useWindow((state) => state.host);
  const workspace = useWindow((state) => state.workspace);
  return (
    <Dialog title="Settings" size="wide" onClose={onClose}>
      <FormGrid>
        <FormRow label="Theme">
          <SegmentedControl label="Theme" segments={themes} value={theme} onChange={actions.setTheme} />
        </FormRow>
        <FormRow label="Hosts">
          <HostRules />
        </FormRow>
        <NetworkSettings />
        <HistorySettings />
        <FormHeading>This computer</FormHeading>
        <FormRow label="Secrets">
          <p>
            {host.vault.kind === 'keychain'
              ? 'Encrypted on this computer; the key lies in its keychain.'
              : 'Encrypted on this computer; the key lies in a file that only you can read.'}
          </p>
        </FormRow>
        <FormRow label="Workspace">
          <p className={styles['path']}>{workspace.folder}</p>
        </FormRow>
        <FormRow label="Version">
          <p>
            why401 {host.version}, {host.host === 'desktop' ? 'desktop' : 'in the browser'}
          </p>
        </FormRow>
      </FormGrid>
      {host.vault.notice !== undefined && <Notice tone="warned">{host.vault.notice}</Notice>}
      {workspace.problems.map((problem) => (
        <Notice key={problem.file} tone="warned">
          <span className={styles['path']}>{problem.file}</span>: {problem.message}
        </Notice>
      ))}
    </Dialog>
  );
};
