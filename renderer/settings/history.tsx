import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { FormRow } from '../ui/FieldFrame.tsx';
import { HistorySettings } from './HistorySettings.tsx';
import type { SettingsSection } from './sections.ts';

const Clear = () => {
  const isEmpty = useWindow((state) => state.history.length === 0 && state.historySearch === '');
  return (
    <FormRow label="Delete" help="What is pinned goes too. It can be taken back for a few seconds.">
      <div>
        <Button isDisabled={isEmpty} onPress={() => void actions.deleteHistory()}>
          Delete the whole history
        </Button>
      </div>
    </FormRow>
  );
};

export const history: SettingsSection = {
  id: 'history',
  title: 'History',
  rows: [
    {
      id: 'retention',
      label: 'Keep',
      words: 'retention days attempts how long old pinned nothing off',
      Row: HistorySettings,
    },
    { id: 'clear', label: 'Delete', words: 'clear remove forget all', Row: Clear },
  ],
};
