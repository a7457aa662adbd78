import { useWindow } from '../state/store.ts';
import { FormRow } from '../ui/FieldFrame.tsx';
import type { SettingsSection } from './sections.ts';
import styles from './SettingsDialog.module.css';

const Workspace = () => (
  <FormRow label="Workspace">
    <p className={styles['path']}>{useWindow((state) => state.workspace.folder)}</p>
  </FormRow>
);

const Version = () => {
  const { version, host } = useWindow((state) => state.host);
  return (
    <FormRow label="Version">
      <p>
        why401 {version}, {host === 'desktop' ? 'desktop' : 'in the browser'}
      </p>
    </FormRow>
  );
};

export const thisComputer: SettingsSection = {
  id: 'this-computer',
  title: 'This computer',
  rows: [
    { id: 'workspace', label: 'Workspace', words: 'folder path files', Row: Workspace },
    { id: 'version', label: 'Version', words: 'about number host', Row: Version },
  ],
};
