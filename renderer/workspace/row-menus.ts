import { secretPlaces } from '../../shared/history/kept-secrets.ts';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import { folderKey } from '../../shared/workspace/folder.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import type { OpenRequest } from '../state/state.ts';
import { attemptInHand } from '../state/history.ts';
import { actions, shownRecord, windowStore } from '../state/store.ts';
import type { MenuGroups } from '../ui/Menu.tsx';

/** What the menus of the tree leave to the tree itself. */
export interface TreeEdits {
  /** Lets a row's name be typed in its place. */
  rename(id: string): void;
}

export const requestMenu = (id: string, open: OpenRequest | undefined, { rename }: TreeEdits): MenuGroups => {
  const unsaved = open !== undefined && open.saved === undefined;
  const edited = open?.saved !== undefined && open.draft !== open.saved;
  const show = (): void => {
    actions.openRequest(id);
  };
  return [
    [
      {
        id: 'send',
        label: 'Send',
        run: () => {
          show();
          void actions.send();
        },
      },
      unsaved
        ? {
            id: 'save',
            label: 'Save…',
            run: () => {
              show();
              actions.openDialog({ kind: 'save-request' });
            },
          }
        : {
            id: 'rename',
            label: 'Rename',
            run: () => {
              rename(id);
            },
          },
      { id: 'duplicate', label: 'Duplicate', run: () => void actions.duplicateRequest(id) },
      {
        id: 'move',
        label: 'Move to…',
        run: () => {
          actions.openDialog({ kind: 'move', node: { kind: 'request', id } });
        },
      },
      {
        id: 'export',
        label: 'Copy as cURL or code…',
        run: () => {
          show();
          actions.openDialog({ kind: 'export' });
        },
      },
    ],
    edited
      ? [
          {
            id: 'revert',
            label: 'Drop the edits',
            run: () => {
              actions.discardEdits(id);
            },
          },
        ]
      : [],
    [
      unsaved
        ? {
            id: 'close',
            label: 'Close without saving',
            tone: 'refused',
            run: () => {
              actions.closeRequests([id]);
            },
          }
        : { id: 'delete', label: 'Delete', tone: 'refused', run: () => void actions.deleteRequest(id) },
    ],
  ];
};

export const folderMenu = (path: readonly string[], { rename }: TreeEdits): MenuGroups => [
  [
    {
      id: 'new',
      label: 'New request here',
      run: () => {
        actions.newRequestIn(path);
      },
    },
    {
      id: 'rename',
      label: 'Rename',
      run: () => {
        rename(folderKey(path));
      },
    },
    {
      id: 'move',
      label: 'Move to…',
      run: () => {
        actions.openDialog({ kind: 'move', node: { kind: 'folder', path } });
      },
    },
  ],
  [
    {
      id: 'auth',
      label: 'Folder auth…',
      run: () => {
        actions.openDialog({ kind: 'folder-auth', path });
      },
    },
    {
      id: 'variables',
      label: 'Folder variables…',
      run: () => {
        actions.openDialog({ kind: 'folder-variables', path });
      },
    },
  ],
  [
    {
      id: 'export',
      label: 'Export as Postman collection…',
      run: () => {
        actions.openDialog({ kind: 'export-collection', folder: path });
      },
    },
  ],
  [
    {
      id: 'delete',
      label: 'Delete with all in it',
      tone: 'refused',
      run: () => {
        actions.deleteFolder(path);
      },
    },
  ],
];

export const profileMenu = (profile: Profile, hasToken: boolean): MenuGroups => [
  [
    {
      id: 'use',
      label: 'Use in this request',
      run: () => {
        actions.chooseProfile(profile.id);
      },
    },
    {
      id: 'rename',
      label: 'Rename…',
      run: () => {
        actions.openDialog({ kind: 'rename-profile', id: profile.id });
      },
    },
    { id: 'duplicate', label: 'Duplicate', run: () => void actions.duplicateProfile(profile.id) },
  ],
  hasToken
    ? [{ id: 'forget', label: 'Forget its tokens', run: () => void actions.forgetTokens(profile.id) }]
    : [],
  [{ id: 'delete', label: 'Delete', tone: 'refused', run: () => void actions.deleteProfile(profile.id) }],
];

const pinMenu = (entry: HistoryEntry): MenuGroups[number] => {
  const inHand = attemptInHand(windowStore.getState(), entry.id);
  return [
    entry.pinned === true
      ? { id: 'unpin', label: 'Unpin', run: () => void actions.pinHistory(entry.id, false) }
      : { id: 'pin', label: 'Pin, and keep for good', run: () => void actions.pinHistory(entry.id, true) },
    entry.withSecrets === true
      ? { id: 'forget', label: 'Forget its secrets', run: () => void actions.pinHistory(entry.id, true) }
      : {
          id: 'pin-whole',
          label: 'Pin with its secrets…',
          // Those of an attempt that is no longer open are gone already.
          isDisabled: inHand === undefined || secretPlaces(inHand).length === 0,
          run: () => {
            actions.openDialog({ kind: 'pin-with-secrets', id: entry.id });
          },
        },
  ];
};

export const historyMenu = (entry: HistoryEntry): MenuGroups => [
  [
    { id: 'open', label: 'Open as a new request', run: () => void actions.openHistory(entry.id) },
    {
      id: 'compare',
      label: 'Compare with what is shown',
      isDisabled: [undefined, entry.id].includes(shownRecord(windowStore.getState())?.attempt.id),
      run: () => void actions.compareHistory(entry.id),
    },
  ],
  pinMenu(entry),
  [
    {
      id: 'delete',
      label: 'Delete from history',
      tone: 'refused',
      run: () => void actions.deleteHistory(entry.id),
    },
  ],
];
