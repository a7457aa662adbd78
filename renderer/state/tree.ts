import { folderKey } from '../../shared/workspace/folder.ts';
import { sameJson } from '../../shared/exchange/json.ts';
import type { OpenRequest, WindowState } from './state.ts';
import { showTab, withoutTabs, withTab } from './tabs.ts';

/** What becomes of the window when folders are moved or go. A folder is the path of names that lead to it. */

type Path = readonly string[];

/** Whether a path leads to the folder, or to something inside it. */
export const isInside = (path: Path, folder: Path): boolean => folder.every((name, at) => path[at] === name);

export const placeOf = (folder: Path): string =>
  folder.length === 0 ? 'out of its folder' : `to ${folder.join(' / ')}`;

/** Where a path leads after the folder was moved. */
const moved = (path: Path, from: Path, to: Path): string[] =>
  isInside(path, from) ? [...to, ...path.slice(from.length)] : [...path];

/** After the engine moved a folder: requests, their edits, and what is folded go along. */
export const folderMoved = (state: WindowState, from: Path, to: Path): WindowState => {
  const { workspace } = state;
  const requests = workspace.requests.map((draft) =>
    isInside(draft.folder, from) ? { ...draft, folder: moved(draft.folder, from, to) } : draft,
  );
  const open = Object.fromEntries(
    Object.entries(state.open).map(([id, request]): [string, OpenRequest] => {
      if (!isInside(request.draft.folder, from)) return [id, request];
      const saved = requests.find((draft) => draft.id === id);
      const draft = { ...request.draft, folder: moved(request.draft.folder, from, to) };
      return [
        id,
        { ...request, saved, draft: saved !== undefined && sameJson(draft, saved) ? saved : draft },
      ];
    }),
  );
  return {
    ...state,
    open,
    folded: state.folded.map((key) => (key === folderKey(from) ? folderKey(to) : key)),
    workspace: {
      ...workspace,
      requests,
      folders: workspace.folders.map((folder) => ({ ...folder, path: moved(folder.path, from, to) })),
    },
  };
};

/** What a folder holds, itself included. */
export const contentOf = ({ workspace, tabs, open }: WindowState, path: Path) => ({
  requests: workspace.requests.filter((draft) => isInside(draft.folder, path)),
  folders: workspace.folders.filter((folder) => isInside(folder.path, path)),
  /** Open ones, with their places among the tabs. */
  tabs: tabs.flatMap((id, at) => {
    const request = open[id];
    return request?.saved !== undefined && isInside(request.saved.folder, path) ? [{ request, at }] : [];
  }),
});

type Content = ReturnType<typeof contentOf>;

export const withoutContent = (state: WindowState, { requests, folders, tabs }: Content): WindowState => {
  const { workspace } = state;
  const gone = new Set(requests.map(({ id }) => id));
  return withoutTabs(
    {
      ...state,
      workspace: {
        ...workspace,
        requests: workspace.requests.filter(({ id }) => !gone.has(id)),
        folders: workspace.folders.filter((folder) => !folders.includes(folder)),
      },
    },
    tabs.map(({ request }) => request.draft.id),
  );
};

export const withContent = (state: WindowState, { requests, folders, tabs }: Content): WindowState => {
  const { workspace } = state;
  const shown = state.current ?? tabs.at(-1)?.request.draft.id;
  const restored: WindowState = {
    ...state,
    workspace: {
      ...workspace,
      requests: [...workspace.requests, ...requests],
      folders: [...workspace.folders, ...folders],
    },
  };
  return showTab(
    tabs.reduce((next, { request, at }) => withTab(next, request, at), restored),
    shown,
  );
};
