import { currentRequest } from '../state/selectors.ts';
import type { Actions } from '../state/actions.ts';
import type { WindowState } from '../state/state.ts';
import type { Shortcut } from '../ui/shortcut.ts';
import { importChosen } from './bring-in.ts';
import { guideCommands } from './guide-commands.ts';
import { runFirstRemedy } from './run-remedy.ts';
import { tabCommands } from './tab-commands.ts';

/**
 * Everything that has a shortcut, a place in the palette or in the desktop's menu: one table for all of them. A menu
 * event carries the id.
 */
export interface Command {
  readonly id: string;
  /** Verb and object; an ellipsis where it asks before it acts. */
  readonly label: string;
  readonly shortcut?: Shortcut;
  /** Browsers keep some keys for themselves. */
  readonly browserShortcut?: Shortcut;
  /** Also runs it while nothing is typed into, unless the person gave it other keys (WCAG 2.2, 2.1.4). */
  readonly bareKey?: string;
  /** Absent where it is always possible. */
  readonly isPossible?: (state: WindowState) => boolean;
  /** Not listed in the palette: it opens the palette, or makes no sense there. */
  readonly isUnlisted?: true;
  run(actions: Actions, state: WindowState): void;
}

const hasRequest = (state: WindowState): boolean => currentRequest(state) !== undefined;
const hasAttempt = (state: WindowState): boolean =>
  ['attempt', 'compare'].includes(currentRequest(state)?.shown.kind ?? 'nothing');
const isSending = (state: WindowState): boolean => currentRequest(state)?.sending !== undefined;

const theme = (id: WindowState['view']['theme'], label: string): Command => ({
  id: `theme-${id}`,
  label: `Theme: ${label}`,
  isPossible: (state) => state.view.theme !== id,
  run: (actions) => {
    actions.setTheme(id);
  },
});

export const commands: readonly Command[] = [
  {
    id: 'send',
    label: 'Send request',
    shortcut: 'mod+enter',
    isPossible: (state) => hasRequest(state) && !isSending(state),
    run: (actions) => void actions.send(),
  },
  {
    id: 'cancel',
    label: 'Cancel sending',
    shortcut: 'mod+.',
    isPossible: isSending,
    run: (actions) => {
      actions.cancel();
    },
  },
  {
    // Always possible: otherwise these keys would reload the page, and what is typed would be lost.
    id: 'remedy',
    label: 'Run the first remedy',
    shortcut: 'mod+r',
    isUnlisted: true,
    run: (actions, state) => {
      runFirstRemedy(actions, state, Date.now());
    },
  },
  {
    id: 'palette',
    label: 'Search, run a command or paste anything',
    shortcut: 'mod+k',
    isUnlisted: true,
    run: (actions) => {
      actions.togglePalette();
    },
  },
  {
    id: 'new-request',
    label: 'New request',
    shortcut: 'mod+n',
    browserShortcut: 'alt+n',
    run: (actions) => {
      actions.newRequest();
    },
  },
  {
    id: 'new-profile',
    label: 'New profile',
    shortcut: 'mod+shift+n',
    browserShortcut: 'alt+shift+n',
    run: (actions) => void actions.newProfile(),
  },
  {
    id: 'paste',
    label: 'Paste what fails, or look at an example',
    shortcut: 'mod+shift+v',
    isPossible: hasRequest,
    run: (actions) => {
      actions.showFirstRun();
    },
  },
  {
    id: 'lessons',
    label: 'Lessons: examples that fail…',
    isPossible: (state) => state.examples.length > 0,
    run: (actions) => {
      actions.openDialog({ kind: 'lessons' });
    },
  },
  {
    id: 'save',
    label: 'Save request',
    shortcut: 'mod+s',
    isPossible: hasRequest,
    run: (actions) => void actions.saveRequest(),
  },
  {
    id: 'save-as',
    label: 'Save request as…',
    shortcut: 'mod+shift+s',
    isPossible: hasRequest,
    run: (actions) => {
      actions.openDialog({ kind: 'save-request' });
    },
  },
  {
    id: 'duplicate',
    label: 'Duplicate request',
    isPossible: hasRequest,
    run: (actions, state) => {
      if (state.current !== undefined) void actions.duplicateRequest(state.current);
    },
  },
  ...tabCommands,
  {
    id: 'export-curl',
    label: 'Copy as cURL or code…',
    shortcut: 'mod+shift+c',
    browserShortcut: 'alt+shift+c',
    isPossible: hasRequest,
    run: (actions) => {
      actions.openDialog({ kind: 'export' });
    },
  },
  {
    id: 'export-workspace',
    label: 'Export the workspace as a Postman collection…',
    isPossible: (state) => state.workspace.requests.length > 0,
    run: (actions) => {
      actions.openDialog({ kind: 'export-collection', folder: [] });
    },
  },
  {
    id: 'import',
    label: 'Import files: Postman, Insomnia, OpenAPI, HAR…',
    shortcut: 'mod+i',
    run: () => void importChosen('files'),
  },
  {
    id: 'import-folder',
    label: 'Import a folder: Bruno…',
    run: () => void importChosen('folder'),
  },
  {
    id: 'environments',
    label: 'Edit environments…',
    shortcut: 'mod+e',
    run: (actions) => {
      actions.openDialog({ kind: 'environments' });
    },
  },
  {
    id: 'variables',
    label: 'Edit variables of the request',
    isPossible: hasRequest,
    run: (actions) => {
      actions.setRequestTab('variables');
    },
  },
  {
    id: 'workspace-variables',
    label: 'Edit variables of the workspace…',
    run: (actions) => {
      actions.openDialog({ kind: 'folder-variables', path: [] });
    },
  },
  {
    id: 'open-workspace',
    label: 'Open workspace…',
    shortcut: 'mod+o',
    run: (actions) => {
      actions.openDialog({ kind: 'open-workspace' });
    },
  },
  {
    id: 'toggle-diagnosis',
    label: 'Show or hide the diagnosis',
    shortcut: 'mod+d',
    isPossible: hasRequest,
    run: (actions) => {
      actions.toggleDiagnosis();
    },
  },
  {
    id: 'report',
    label: 'Report…',
    isPossible: hasAttempt,
    run: (actions) => {
      actions.openDialog({ kind: 'report' });
    },
  },
  {
    id: 'toggle-sidebar',
    label: 'Show or hide the sidebar',
    shortcut: 'mod+b',
    run: (actions) => {
      actions.toggleSidebar();
    },
  },
  {
    id: 'reveal-secrets',
    label: 'Show secrets of the wire for 30 s',
    isPossible: (state) => hasAttempt(state) && state.view.revealedUntilMs === 0,
    run: (actions) => {
      actions.revealSecrets(true);
    },
  },
  {
    id: 'clear-history',
    label: 'Delete the whole history',
    isPossible: (state) => state.history.length > 0,
    run: (actions) => void actions.deleteHistory(),
  },
  theme('system', 'as the system'),
  theme('light', 'light'),
  theme('dark', 'dark'),
  theme('contrast', 'high contrast'),
  {
    id: 'settings',
    label: 'Settings…',
    shortcut: 'mod+,',
    run: (actions) => {
      actions.openDialog({ kind: 'settings' });
    },
  },
  {
    id: 'shortcuts',
    label: 'Keyboard shortcuts',
    shortcut: 'mod+/',
    bareKey: '?',
    run: (actions) => {
      actions.openDialog({ kind: 'shortcuts' });
    },
  },
  ...guideCommands,
];

export const commandById = (id: string): Command | undefined => commands.find((command) => command.id === id);
