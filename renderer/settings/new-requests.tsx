import { ParsedInput } from '../request/ParsedInput.tsx';
import { secondsOf, secondsText } from '../request/setting-values.ts';
import { actions, useWindow } from '../state/store.ts';
import { FormRow } from '../ui/FieldFrame.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { SettingsSection } from './sections.ts';

const Deadline = () => {
  const timeoutMs = useWindow((state) => state.settings.newRequestTimeoutMs);
  return (
    <ParsedInput
      label="Deadline"
      isShort
      help="Seconds for the whole attempt; 0 means none. A saved request keeps its own."
      text={secondsText(timeoutMs)}
      parse={secondsOf}
      problem="Seconds from 0 to 3600."
      onChange={(newRequestTimeoutMs) => {
        actions.changeSettings({ newRequestTimeoutMs });
      }}
    />
  );
};

const Redirects = () => {
  const isOn = useWindow((state) => state.settings.newRequestRedirects);
  return (
    <FormRow label="Redirects">
      <Switch
        isOn={isOn}
        onChange={(newRequestRedirects) => {
          actions.changeSettings({ newRequestRedirects });
        }}
      >
        Follow them
      </Switch>
    </FormRow>
  );
};

/** What a request begins with that is made from now on; its Settings tab changes it. */
export const newRequests: SettingsSection = {
  id: 'new-requests',
  title: 'New requests',
  rows: [
    { id: 'deadline', label: 'Deadline', words: 'timeout time limit seconds wait', Row: Deadline },
    { id: 'redirects', label: 'Redirects', words: 'follow location hops', Row: Redirects },
  ],
};
