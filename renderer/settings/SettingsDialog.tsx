import { useId, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormGrid, FormHeading } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { findSettings, settingsSections, type SettingsSection } from './sections.ts';
import styles from './SettingsDialog.module.css';

const Section = ({ section, id }: { readonly section: SettingsSection; readonly id: string }) => (
  <section id={id} className={styles['section']} aria-label={section.title} tabIndex={-1}>
    <FormGrid>
      <FormHeading>{section.title}</FormHeading>
      {section.rows.map(({ id: row, Row }) => (
        <Row key={row} />
      ))}
    </FormGrid>
  </section>
);

/** What could not be read, or is not as safe as it could be: said above all else. */
const Problems = () => {
  const notice = useWindow((state) => state.host.vault.notice);
  const problems = useWindow((state) => state.workspace.problems);
  return (
    <>
      {notice !== undefined && <Notice tone="warned">{notice}</Notice>}
      {problems.map((problem) => (
        <Notice key={problem.file} tone="warned">
          <span className={styles['path']}>{problem.file}</span>: {problem.message}
        </Notice>
      ))}
    </>
  );
};

interface SettingsDialogProps {
  /** What is looked for at first. */
  readonly search: string;
  readonly onClose: () => void;
}

export const SettingsDialog = ({ search, onClose }: SettingsDialogProps) => {
  const [typed, setTyped] = useState(search);
  const prefix = useId();
  const found = findSettings(settingsSections, typed);
  const idOf = (section: SettingsSection): string => `${prefix}-${section.id}`;
  return (
    <Dialog title="Settings" size="wide" onClose={onClose}>
      <div className={styles['search']}>
        <TextInput
          label="Search settings"
          labelHidden
          face="ui"
          type="search"
          placeholder="Search settings"
          autoFocus
          value={typed}
          onChange={setTyped}
        />
      </div>
      <div className={styles['columns']}>
        <ul className={styles['index']} aria-label="Parts of the settings">
          {found.map((section) => (
            <li key={section.id}>
              <AriaButton
                className={styles['part'] ?? ''}
                onPress={() => {
                  const part = document.getElementById(idOf(section));
                  part?.scrollIntoView({ block: 'start' });
                  part?.focus({ preventScroll: true });
                }}
              >
                {section.title}
              </AriaButton>
            </li>
          ))}
        </ul>
        <div className={styles['parts']}>
          <Problems />
          {found.map((section) => (
            <Section key={section.id} section={section} id={idOf(section)} />
          ))}
          {found.length === 0 && (
            <EmptyState
              action={
                <Button
                  onPress={() => {
                    setTyped('');
                  }}
                >
                  Show all settings
                </Button>
              }
            >
              <span role="status">No setting matches “{typed.trim()}”.</span>
            </EmptyState>
          )}
        </div>
      </div>
    </Dialog>
  );
};
