import { isEdited } from '../state/selectors.ts';
import { actions, windowStore } from '../state/store.ts';
import type { MenuGroups } from '../ui/Menu.tsx';
import { shortcutById } from './command-keys.ts';

/** What the menu of a tab offers. */
export const tabMenu = (id: string): MenuGroups => {
  const state = windowStore.getState();
  const { tabs, open, closed } = state;
  const request = open[id];
  if (request === undefined) return [];
  const right = tabs.slice(tabs.indexOf(id) + 1);
  const saved = tabs.filter((other) => open[other] !== undefined && !isEdited(open[other]));
  const show = (): void => {
    actions.openRequest(id);
  };
  return [
    [
      {
        id: 'close',
        label: 'Close',
        shortcut: shortcutById('close-tab', state),
        run: () => {
          actions.closeRequests([id]);
        },
      },
      {
        id: 'close-others',
        label: 'Close others',
        isDisabled: tabs.length < 2,
        run: () => {
          actions.closeOthers(id);
        },
      },
      {
        id: 'close-right',
        label: 'Close those to the right',
        isDisabled: right.length === 0,
        run: () => {
          actions.closeRequests(right);
        },
      },
      {
        id: 'close-saved',
        label: 'Close saved ones',
        isDisabled: saved.length === 0,
        run: () => {
          actions.closeRequests(saved);
        },
      },
      {
        id: 'reopen',
        label: 'Reopen closed tab',
        shortcut: shortcutById('reopen-tab', state),
        isDisabled: closed.length === 0,
        run: actions.reopenClosed,
      },
    ],
    isEdited(request)
      ? [
          {
            id: 'save',
            label: request.draft.name === '' ? 'Save…' : 'Save',
            run: () => {
              show();
              void actions.saveRequest();
            },
          },
          ...(request.saved === undefined
            ? []
            : [
                {
                  id: 'discard',
                  label: 'Drop the edits',
                  run: () => {
                    actions.discardEdits(id);
                  },
                },
              ]),
        ]
      : [],
    [{ id: 'duplicate', label: 'Duplicate', run: () => void actions.duplicateRequest(id) }],
  ];
};
