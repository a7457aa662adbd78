import type { ReactNode } from 'react';
import { appearance } from './appearance.tsx';
import { history } from './history.tsx';
import { network } from './network.tsx';
import { newRequests } from './new-requests.tsx';
import { privacy } from './privacy.tsx';
import { servers } from './servers.tsx';
import { shortcuts } from './shortcuts.tsx';
import { thisComputer } from './this-computer.tsx';

/** One thing that can be set; it draws itself as rows of a form. */
export interface SettingsRow {
  readonly id: string;
  readonly label: string;
  /** Other words by which a person may look for it. */
  readonly words: string;
  readonly Row: () => ReactNode;
}

export interface SettingsSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SettingsRow[];
}

/** All of the settings, in the order in which they are shown. */
export const settingsSections: readonly SettingsSection[] = [
  appearance,
  newRequests,
  network,
  servers,
  privacy,
  history,
  shortcuts,
  thisComputer,
];

/** The rows that have every word that was typed, in their label, their section's title or their other words. */
export const findSettings = (
  sections: readonly SettingsSection[],
  typed: string,
): readonly SettingsSection[] => {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => {
        const text = `${section.title} ${row.label} ${row.words}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ rows }) => rows.length > 0);
};
