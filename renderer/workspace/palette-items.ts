import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import type { Plan } from '../../shared/remedies/remedy.ts';
import type { Actions } from '../state/actions.ts';
import type { WindowState } from '../state/state.ts';
import type { Shortcut } from '../ui/shortcut.ts';
import { shortcutById, shortcutOf } from './command-keys.ts';
import { commands } from './commands.ts';
import { nameInList, timeInList } from './history-words.ts';
import { bestOf, type Matched } from './palette-match.ts';
import { shortMethod, titleOf } from './tree.ts';

export interface PaletteItem extends Matched {
  /** Set in the wire face before the label. */
  readonly method?: string;
  readonly status?: number | undefined;
  readonly note?: string | undefined;
  readonly shortcut?: Shortcut | undefined;
  run(): void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

interface Offered {
  readonly plans: readonly Plan[];
  /** What the whole history holds of what is typed. */
  readonly found: readonly HistoryEntry[];
  run(plan: Plan): void;
}

/** Shown of each group while nothing is typed. */
const fewAtRest = 6;
const mostPerGroup = 12;

const withItems = (groups: readonly PaletteGroup[]): readonly PaletteGroup[] =>
  groups.filter(({ items }) => items.length > 0);

/**
 * First what helps with the open refusal, then what was used lately, then requests and history, then commands. Once
 * something is typed, each group holds what fits best, and what the whole history holds comes last. Groups without items are
 * left out.
 */
export const paletteGroups = (
  state: WindowState,
  actions: Actions,
  offered: Offered,
  query: string,
  nowMs: number,
): readonly PaletteGroup[] => {
  const remedies = offered.plans.map((plan, index): PaletteItem => ({
    id: `remedy:${plan.id}`,
    label: plan.question === undefined ? plan.label : `${plan.label}…`,
    ...(index === 0 ? { shortcut: shortcutById('remedy', state) } : {}),
    run: () => {
      offered.run(plan);
    },
  }));
  const unsaved = Object.values(state.open).filter(({ saved }) => saved === undefined);
  const drafts = [...state.workspace.requests, ...unsaved.map(({ draft }) => draft)];
  const requests = drafts.map((draft): PaletteItem => ({
    id: `request:${draft.id}`,
    method: shortMethod(draft.method),
    label: titleOf(draft),
    note: draft.folder.join(' / '),
    also: `${draft.url} ${draft.folder.join(' ')}`,
    run: () => {
      actions.openRequest(draft.id);
    },
  }));
  const attempt = (entry: HistoryEntry): PaletteItem => ({
    id: `history:${entry.id}`,
    label: `${entry.method} ${nameInList(entry)}`,
    status: entry.status,
    note: timeInList(entry.atMs, nowMs),
    also: entry.url,
    run: () => void actions.openHistory(entry.id),
  });
  const history = state.history.map(attempt);
  const profiles = state.workspace.profiles.map((profile): PaletteItem => ({
    id: `profile:${profile.id}`,
    label: `Use profile ${profile.name}`,
    run: () => {
      actions.chooseProfile(profile.id);
    },
  }));
  const environments = state.workspace.environments
    .filter((environment) => environment.id !== state.environmentId)
    .map((environment): PaletteItem => ({
      id: `environment:${environment.id}`,
      label: `Switch to environment ${environment.name}`,
      run: () => {
        actions.chooseEnvironment(environment.id);
      },
    }));
  const possible = commands
    .filter((command) => command.isUnlisted === undefined && command.isPossible?.(state) !== false)
    .map((command): PaletteItem => ({
      id: `command:${command.id}`,
      label: command.label,
      shortcut: shortcutOf(command, state),
      run: () => {
        command.run(actions, state);
      },
    }));
  const recent = state.recentItems;
  const things = [...requests, ...history];
  const doings = [...possible, ...profiles, ...environments];
  if (query.trim() === '') {
    const all = new Map([...things, ...doings].map((item) => [item.id, item]));
    const lately = recent.flatMap((id) => all.get(id) ?? []).slice(0, fewAtRest);
    const others = (items: readonly PaletteItem[]): readonly PaletteItem[] =>
      items.filter((item) => !lately.includes(item)).slice(0, fewAtRest);
    return withItems([
      { id: 'remedies', title: 'For this refusal', items: remedies },
      { id: 'recent', title: 'Used lately', items: lately },
      { id: 'requests', title: 'Requests and history', items: others(things) },
      { id: 'commands', title: 'Commands', items: others(doings) },
    ]);
  }
  const best = (items: readonly PaletteItem[]): readonly PaletteItem[] =>
    bestOf(items, query, recent, mostPerGroup);
  const near = best(things);
  const shown = new Set(near.map(({ id }) => id));
  const further = offered.found.map((entry): PaletteItem => ({ ...attempt(entry), isFound: true }));
  return withItems([
    { id: 'remedies', title: 'For this refusal', items: best(remedies) },
    { id: 'requests', title: 'Requests and history', items: near },
    { id: 'commands', title: 'Commands', items: best(doings) },
    // It comes a moment later: nothing may move away under the pointer by then.
    { id: 'found', title: 'Further in the history', items: best(further.filter(({ id }) => !shown.has(id))) },
  ]);
};
