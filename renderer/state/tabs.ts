import { sameJson } from '../../shared/exchange/json.ts';
import type { KeptTabs, OpenTabs } from '../../shared/workspace/open-tabs.ts';
import { openedRequest } from './initial.ts';
import { isEdited } from './selectors.ts';
import type { ClosedTab, OpenRequest, WindowState } from './state.ts';

/** Open requests stand as tabs in one order; a closed one can be had back with what was typed in it. */

/** Closed tabs that are remembered. */
export const mostClosed = 20;

/** Shows an open request, or the first screen; what the diagnosis says follows. */
export const showTab = (state: WindowState, id: string | undefined): WindowState => {
  const request = id === undefined ? undefined : state.open[id];
  const shown = request?.shown;
  const shownId = shown?.kind === 'attempt' ? shown.id : shown?.kind === 'compare' ? shown.right : undefined;
  const record = request?.attempts.find(({ attempt }) => attempt.id === shownId);
  const diagnosisOpen = record !== undefined && (record.diagnosis.failed || record.remedy !== undefined);
  return {
    ...state,
    current: id,
    view: { ...state.view, diagnosisOpen, activeEvidence: undefined, requestFolded: undefined },
  };
};

/** Puts a request among the open ones: in its own place where it is open already, else last or at the place given. */
export const withTab = (state: WindowState, request: OpenRequest, at = state.tabs.length): WindowState => {
  const { id } = request.draft;
  const tabs = state.tabs.includes(id) ? state.tabs : state.tabs.toSpliced(at, 0, id);
  return {
    ...state,
    tabs,
    open: { ...state.open, [id]: request },
    closed: state.closed.filter(({ request: { draft } }) => draft.id !== id),
  };
};

/** Takes tabs away for good. Where the shown one is among them, the next one to the right is shown, else the last. */
export const withoutTabs = (state: WindowState, ids: readonly string[]): WindowState => {
  const gone = new Set(ids.filter((id) => state.open[id] !== undefined));
  if (gone.size === 0) return state;
  const tabs = state.tabs.filter((id) => !gone.has(id));
  const open = Object.fromEntries(Object.entries(state.open).filter(([id]) => !gone.has(id)));
  const next = { ...state, tabs, open };
  if (state.current === undefined || !gone.has(state.current)) return next;
  const right = state.tabs.slice(state.tabs.indexOf(state.current)).find((id) => !gone.has(id));
  return showTab(next, right ?? tabs.at(-1));
};

/** Whether anything was typed into a request that was never saved, or since it was. */
export const holdsWork = ({ draft, saved, attempts }: OpenRequest): boolean =>
  isEdited({ draft, saved }) &&
  (saved !== undefined ||
    attempts.length > 0 ||
    draft.name !== '' ||
    draft.url !== '' ||
    draft.params.length > 0 ||
    draft.fields.length > 0 ||
    draft.body.kind !== 'none' ||
    draft.auth.kind === 'own');

/** Closes tabs and remembers them; an empty new request is not worth it. */
export const closeTabs = (state: WindowState, ids: readonly string[]): WindowState => {
  const closing = ids.flatMap((id): ClosedTab[] => {
    const request = state.open[id];
    if (request === undefined || (request.saved === undefined && !holdsWork(request))) return [];
    return [{ request: { ...request, sending: undefined }, at: state.tabs.indexOf(id) }];
  });
  return withoutTabs({ ...state, closed: [...state.closed, ...closing].slice(-mostClosed) }, ids);
};

/** As its file says now, unless something was typed that the file has not. */
const refreshed = (state: WindowState, request: OpenRequest): OpenRequest => {
  const saved = state.workspace.requests.find(({ id }) => id === request.draft.id);
  const isUntouched = request.draft === request.saved && saved !== undefined;
  return { ...request, saved, draft: isUntouched ? saved : request.draft };
};

/** Opens the tab again that was closed last, or the one of that id. */
export const reopenTab = (state: WindowState, id?: string): WindowState => {
  const found = state.closed.findLast(({ request }) => id === undefined || request.draft.id === id);
  if (found === undefined) return state;
  const request = refreshed(state, found.request);
  return showTab(withTab(state, request, Math.min(found.at, state.tabs.length)), request.draft.id);
};

/** Puts a tab at another place, counted from the left among the others. */
export const moveTab = (state: WindowState, id: string, to: number): WindowState => {
  if (!state.tabs.includes(id)) return state;
  const others = state.tabs.filter((other) => other !== id);
  const at = Math.max(0, Math.min(to, others.length));
  return { ...state, tabs: others.toSpliced(at, 0, id) };
};

/** The tab so many places to the right, round the end; the first one where the first screen is shown. */
export const neighbourOf = ({ tabs, current }: WindowState, step: number): string | undefined => {
  if (current === undefined) return tabs[0];
  return tabs.at((tabs.indexOf(current) + step) % tabs.length);
};

/** Forgets what was typed since the request was saved. */
export const discardEdits = (state: WindowState, id: string): WindowState => {
  const request = state.open[id];
  if (request?.saved === undefined) return state;
  return { ...state, open: { ...state.open, [id]: { ...request, draft: request.saved } } };
};

/** What is remembered of the tabs. */
export const openTabsOf = ({ tabs, current, closed, folded }: WindowState): OpenTabs => ({
  tabs: [...tabs],
  closed: closed.map(({ request }) => request.draft.id),
  ...(current === undefined ? {} : { current }),
  ...(folded.length === 0 ? {} : { folded: [...folded] }),
});

/** Opens what was open when the workspace was used last. A tab whose request is gone and that holds nothing is left out. */
export const withKeptTabs = (state: WindowState, kept: KeptTabs): WindowState => {
  const requestOf = (id: string): OpenRequest | undefined => {
    const saved = state.workspace.requests.find((draft) => draft.id === id);
    const draft = kept.drafts.find((one) => one.id === id);
    if (draft !== undefined && !sameJson(draft, saved)) return openedRequest(draft, saved);
    return saved && openedRequest(saved, saved);
  };
  const requests = kept.tabs.flatMap((id) => requestOf(id) ?? []);
  const closed = kept.closed.flatMap((id) => requestOf(id) ?? []);
  const opened: WindowState = {
    ...state,
    tabs: requests.map(({ draft }) => draft.id),
    open: Object.fromEntries(requests.map((request) => [request.draft.id, request])),
    closed: closed.map((request) => ({ request, at: requests.length })),
    folded: kept.folded ?? [],
  };
  const current =
    kept.current !== undefined && opened.open[kept.current] !== undefined ? kept.current : undefined;
  return showTab(opened, current);
};
