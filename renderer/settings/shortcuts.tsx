import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { FormRow } from '../ui/FieldFrame.tsx';
import { commands, type Command } from '../workspace/commands.ts';
import type { SettingsRow, SettingsSection } from './sections.ts';
import { ShortcutEdit } from './ShortcutEdit.tsx';

const rowOf = (command: Command): SettingsRow => ({
  id: `shortcut-${command.id}`,
  label: command.label.replace(/…$/u, ''),
  words: 'keys keyboard chord',
  Row: () => <ShortcutEdit command={command} />,
});

const Reset = () => {
  const isUsual = useWindow((state) => Object.keys(state.shortcuts).length === 0);
  return (
    <FormRow label="All of them">
      <div>
        <Button isDisabled={isUsual} onPress={() => void actions.resetShortcuts()}>
          Give every command its usual keys
        </Button>
      </div>
    </FormRow>
  );
};

export const shortcuts: SettingsSection = {
  id: 'shortcuts',
  title: 'Shortcuts',
  rows: [
    ...commands.map(rowOf),
    { id: 'reset-shortcuts', label: 'All of them', words: 'reset usual default keys', Row: Reset },
  ],
};
