import { currentRequest, isEdited } from '../state/selectors.ts';
import type { WindowState } from '../state/state.ts';
import type { Command } from './commands.ts';

/**
 * What can be done with the tabs of open requests. Browsers keep Ctrl+W, Ctrl+Tab and Ctrl+Shift+T for their own tabs, so
 * the keys are others, and the same in both hosts.
 */

const hasTab = (state: WindowState): boolean => currentRequest(state) !== undefined;
const hasSeveral = (state: WindowState): boolean => state.tabs.length > 1;

const placeOf = ({ tabs, current }: WindowState): number =>
  current === undefined ? -1 : tabs.indexOf(current);

export const tabCommands: readonly Command[] = [
  {
    id: 'close-tab',
    label: 'Close tab',
    shortcut: 'alt+w',
    isPossible: hasTab,
    run: (actions, { current }) => {
      if (current !== undefined) actions.closeRequests([current]);
    },
  },
  {
    id: 'close-other-tabs',
    label: 'Close other tabs',
    shortcut: 'alt+shift+w',
    isPossible: (state) => hasTab(state) && hasSeveral(state),
    run: (actions, { current }) => {
      if (current !== undefined) actions.closeOthers(current);
    },
  },
  {
    id: 'close-saved-tabs',
    label: 'Close saved tabs',
    isPossible: (state) => Object.values(state.open).some((request) => !isEdited(request)),
    run: (actions, { tabs, open }) => {
      actions.closeRequests(tabs.filter((id) => open[id] !== undefined && !isEdited(open[id])));
    },
  },
  {
    id: 'reopen-tab',
    label: 'Reopen closed tab',
    shortcut: 'alt+shift+t',
    isPossible: (state) => state.closed.length > 0,
    run: (actions) => {
      actions.reopenClosed();
    },
  },
  {
    id: 'next-tab',
    label: 'Next tab',
    shortcut: 'alt+pagedown',
    isPossible: (state) => state.tabs.length > (hasTab(state) ? 1 : 0),
    run: (actions) => {
      actions.showNeighbour(1);
    },
  },
  {
    id: 'previous-tab',
    label: 'Previous tab',
    shortcut: 'alt+pageup',
    isPossible: (state) => state.tabs.length > (hasTab(state) ? 1 : 0),
    run: (actions) => {
      actions.showNeighbour(-1);
    },
  },
  {
    id: 'tab-right',
    label: 'Move tab to the right',
    shortcut: 'alt+shift+pagedown',
    isPossible: (state) => hasTab(state) && placeOf(state) < state.tabs.length - 1,
    run: (actions, state) => {
      if (state.current !== undefined) actions.moveTab(state.current, placeOf(state) + 1);
    },
  },
  {
    id: 'tab-left',
    label: 'Move tab to the left',
    shortcut: 'alt+shift+pageup',
    isPossible: (state) => placeOf(state) > 0,
    run: (actions, state) => {
      if (state.current !== undefined) actions.moveTab(state.current, placeOf(state) - 1);
    },
  },
  {
    id: 'discard-edits',
    label: 'Drop the edits of this request',
    isPossible: (state) => {
      const request = currentRequest(state);
      return request?.saved !== undefined && isEdited(request);
    },
    run: (actions, { current }) => {
      if (current !== undefined) actions.discardEdits(current);
    },
  },
];
