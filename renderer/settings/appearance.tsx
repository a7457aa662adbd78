import type { AppSettings } from '../../shared/settings/app-settings.ts';
import type { ViewState } from '../state/state.ts';
import { actions, useWindow } from '../state/store.ts';
import { FormRow } from '../ui/FieldFrame.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import type { SettingsSection } from './sections.ts';

const themes: readonly { readonly id: ViewState['theme']; readonly label: string }[] = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'contrast', label: 'High contrast' },
];

const densities: readonly { readonly id: AppSettings['density']; readonly label: string }[] = [
  { id: 'comfortable', label: 'Comfortable' },
  { id: 'compact', label: 'Compact' },
];

const textSizes: readonly { readonly id: AppSettings['textSize']; readonly label: string }[] = [
  { id: 'small', label: 'Small' },
  { id: 'usual', label: 'Usual' },
  { id: 'large', label: 'Large' },
  { id: 'larger', label: 'Larger' },
];

const Theme = () => {
  const theme = useWindow((state) => state.view.theme);
  return (
    <FormRow label="Theme">
      <SegmentedControl label="Theme" segments={themes} value={theme} onChange={actions.setTheme} />
    </FormRow>
  );
};

const Density = () => {
  const density = useWindow((state) => state.settings.density);
  return (
    <FormRow label="Density" help="How close rows and bars stand.">
      <SegmentedControl
        label="Density"
        segments={densities}
        value={density}
        onChange={(chosen) => {
          actions.changeSettings({ density: chosen });
        }}
      />
    </FormRow>
  );
};

const TextSize = () => {
  const textSize = useWindow((state) => state.settings.textSize);
  return (
    <FormRow label="Text size">
      <SegmentedControl
        label="Text size"
        segments={textSizes}
        value={textSize}
        onChange={(chosen) => {
          actions.changeSettings({ textSize: chosen });
        }}
      />
    </FormRow>
  );
};

export const appearance: SettingsSection = {
  id: 'appearance',
  title: 'Appearance',
  rows: [
    { id: 'theme', label: 'Theme', words: 'dark light high contrast system colours', Row: Theme },
    { id: 'density', label: 'Density', words: 'compact comfortable spacing rows', Row: Density },
    { id: 'text-size', label: 'Text size', words: 'font zoom large small', Row: TextSize },
  ],
};
