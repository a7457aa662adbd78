import { NetworkSettings } from './NetworkSettings.tsx';
import type { SettingsSection } from './sections.ts';

export const network: SettingsSection = {
  id: 'network',
  title: 'Network',
  rows: [
    {
      id: 'proxy',
      label: 'Proxy',
      words: 'proxy pac socks no_proxy environment password user straight to',
      Row: NetworkSettings,
    },
  ],
};
