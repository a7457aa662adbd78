import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { noTabs, type KeptTabs, type OpenTabs } from '../../shared/workspace/open-tabs.ts';
import { sameJson } from '../../shared/exchange/json.ts';
import { notify, type Context } from './context.ts';
import { isEdited } from './selectors.ts';
import type { OpenRequest, WindowState } from './state.ts';
import { openTabsOf } from './tabs.ts';

/** What is typed is on its way to the disk after this long at the latest, however fast the typing goes on. */
export const keepDelayMs = 300;

/** Tells the engine which tabs are open and what is typed in them, so that a crash loses nothing. */
export interface TabKeeping {
  watch(state: WindowState, before: WindowState): void;
  /** What the engine knows already. */
  begin(kept: KeptTabs): void;
  /** Tells at once what has not been told; resolves when it is on disk. */
  flush(): Promise<void>;
}

const unsaved = ({ open, closed }: WindowState): ReadonlyMap<string, Draft> =>
  new Map(
    [...Object.values(open), ...closed.map(({ request }) => request)]
      .filter(isEdited)
      .map(({ draft }: OpenRequest) => [draft.id, draft]),
  );

const isSame = (state: WindowState, before: WindowState): boolean =>
  state.open === before.open &&
  state.tabs === before.tabs &&
  state.closed === before.closed &&
  state.folded === before.folded &&
  state.current === before.current;

export const createTabKeeping = (context: Context): TabKeeping => {
  /** Drafts as they lie on disk, as far as this window knows. */
  let kept = new Map<string, Draft>();
  /** Ids of those that may have been let go of by somebody else. */
  const again = new Set<string>();
  let told: OpenTabs = noTabs;
  let callOff: (() => void) | undefined;
  let last: Promise<void> = Promise.resolve();
  let hasFailed = false;

  const tell = async (): Promise<void> => {
    const state = context.get();
    const now = unsaved(state);
    const drafts = [...now.values()].filter(({ id }) => kept.get(id) !== now.get(id) || again.has(id));
    const dropped = [...kept.keys()].filter((id) => !now.has(id));
    const tabs = openTabsOf(state);
    if (drafts.length === 0 && dropped.length === 0 && sameJson(tabs, told)) return;
    kept = new Map(now);
    again.clear();
    told = tabs;
    const workspace = state.workspace.folder;
    const reply = await context.host().call('keepTabs', { workspace, tabs, drafts, dropped });
    if (reply.ok) {
      hasFailed = false;
      return;
    }
    for (const { id } of drafts) again.add(id);
    for (const id of dropped) kept.set(id, emptyDraft(id));
    told = noTabs;
    if (hasFailed) return;
    hasFailed = true;
    const text = `What you type is not kept if why401 ends now. ${reply.error.message}`;
    notify(context, { tone: 'warned', text });
  };

  const flush = (): Promise<void> => {
    callOff?.();
    callOff = undefined;
    last = last.then(tell);
    return last;
  };

  return {
    watch(state, before) {
      if (before.phase.kind !== 'ready' || isSame(state, before)) return;
      // Saved elsewhere: whoever did so let go of the draft, and it is still being edited here.
      for (const [id, request] of Object.entries(state.open)) {
        const was = before.open[id];
        if (was !== undefined && was.saved !== request.saved && isEdited(request)) again.add(id);
      }
      callOff ??= context.later(keepDelayMs, () => void flush());
    },
    begin(found) {
      kept = new Map(found.drafts.map((draft) => [draft.id, draft]));
      const { drafts: _, ...tabs } = found;
      told = tabs;
      callOff?.();
      callOff = undefined;
    },
    flush,
  };
};
