import { sameJson } from '../../shared/exchange/json.ts';
import { folderKey } from '../../shared/workspace/folder.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { Workspace } from '../../shared/ipc/replies.ts';
import { openedRequest } from './initial.ts';
import type { OpenRequest, RequestTab, ExchangeTab, WindowState } from './state.ts';
import { showTab, withTab } from './tabs.ts';

/** Changes one open request; nothing happens where it is not open any more. */
export const withOpen = (
  state: WindowState,
  id: string | undefined,
  change: (request: OpenRequest) => OpenRequest,
): WindowState => {
  const request = id === undefined ? undefined : state.open[id];
  if (id === undefined || request === undefined) return state;
  const changed = change(request);
  return changed === request ? state : { ...state, open: { ...state.open, [id]: changed } };
};

export const withCurrent = (state: WindowState, change: (request: OpenRequest) => OpenRequest): WindowState =>
  withOpen(state, state.current, change);

/** Opens a saved request, or returns to it with its edits and attempts. */
export const openSaved = (state: WindowState, id: string): WindowState => {
  if (state.open[id] !== undefined) return showTab(state, id);
  const saved = state.workspace.requests.find((draft) => draft.id === id);
  if (saved === undefined) return state;
  return showTab(withTab(state, openedRequest(saved, saved)), id);
};

/** Opens a draft that is in no file; one that is open under the same id keeps its attempts. */
export const openUnsaved = (state: WindowState, draft: Draft): WindowState => {
  const before = state.open[draft.id];
  const request = before === undefined ? openedRequest(draft, undefined) : { ...before, draft };
  return showTab(withTab(state, request), draft.id);
};

export const showFirstRun = (state: WindowState): WindowState => showTab(state, undefined);

export const editCurrent = (state: WindowState, change: (draft: Draft) => Draft): WindowState =>
  withCurrent(state, (request) => {
    const draft = change(request.draft);
    return draft === request.draft ? request : { ...request, draft };
  });

/** After the engine wrote the file: its form of the draft (secrets as references) is what is open now. */
export const requestSaved = (state: WindowState, sent: Draft, saved: Draft): WindowState => {
  const others = state.workspace.requests.filter((draft) => draft.id !== saved.id);
  const requests = state.workspace.requests.some((draft) => draft.id === saved.id)
    ? state.workspace.requests.map((draft) => (draft.id === saved.id ? saved : draft))
    : [...others, saved];
  return withOpen({ ...state, workspace: { ...state.workspace, requests } }, saved.id, (request) => ({
    ...request,
    saved,
    // Typed on while the file was being written: those edits stay.
    draft: request.draft === sent ? saved : request.draft,
  }));
};

/** Another window or another program changed the files. What is being edited here is never overwritten. */
export const workspaceChanged = (state: WindowState, arrived: Workspace): WindowState => {
  const alive = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    list.filter((item) => !state.deleting.includes(item.id));
  const workspace: Workspace = {
    ...arrived,
    requests: alive(arrived.requests),
    profiles: alive(arrived.profiles),
    environments: alive(arrived.environments),
    hostRules: alive(arrived.hostRules),
    folders: arrived.folders.filter(({ path }) => !state.deleting.includes(folderKey(path))),
  };
  const open = Object.fromEntries(
    Object.entries(state.open).map(([id, request]) => {
      const saved = workspace.requests.find((draft) => draft.id === id);
      if (sameJson(saved, request.saved)) return [id, request];
      const untouched = request.draft === request.saved;
      return [id, { ...request, saved, draft: untouched && saved !== undefined ? saved : request.draft }];
    }),
  );
  const known = workspace.environments.some((environment) => environment.id === state.environmentId);
  const environmentId = known ? state.environmentId : (workspace.environments[0]?.id ?? '');
  return { ...state, workspace, open, environmentId };
};

/** Whoever asks for a part wants to see it. */
export const setRequestTab = (state: WindowState, requestTab: RequestTab): WindowState => ({
  ...withCurrent(state, (request) => ({ ...request, requestTab })),
  view: { ...state.view, requestFolded: false },
});

export const setExchangeTab = (state: WindowState, exchangeTab: ExchangeTab): WindowState =>
  withCurrent(state, (request) => ({ ...request, exchangeTab }));
