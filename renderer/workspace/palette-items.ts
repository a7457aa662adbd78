import type { Plan } from '../../shared/remedies/remedy.ts';
import type { Actions, WindowState } from '../state/state.ts';
import type { Shortcut } from '../ui/shortcut.ts';
import { shortcutById, shortcutOf } from './command-keys.ts';
import { commands } from './commands.ts';
import { nameInList, timeInList } from './history-words.ts';
import { shortMethod, titleOf } from './tree.ts';

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** Set in the wire face before the label. */
  readonly method?: string;
  readonly status?: number | undefined;
  readonly note?: string | undefined;
  readonly shortcut?: Shortcut | undefined;
  /** Matched besides the label, never shown. */
  readonly also?: string;
  run(): void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

interface Offered {
  readonly plans: readonly Plan[];
  run(plan: Plan): void;
}

/** Shown of each group while nothing is typed. */
const fewAtRest = 6;
const mostPerGroup = 12;

/** Where each typed word stands in a text; `undefined` where one is missing. Offsets count code units. */
export const matchesOf = (
  text: string,
  query: string,
): readonly (readonly [number, number])[] | undefined => {
  const lower = text.toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: [number, number][] = [];
  for (const word of words) {
    const at = lower.indexOf(word);
    if (at < 0) return undefined;
    found.push([at, at + word.length]);
  }
  return found.toSorted(([a], [b]) => a - b);
};

/** A label that begins with what is typed goes before one that has it in the middle. */
const rankOf = (item: PaletteItem, query: string): number => {
  const label = item.label.toLowerCase();
  const typed = query.trim().toLowerCase();
  if (label.startsWith(typed)) return 0;
  return label.includes(` ${typed}`) ? 1 : 2;
};

const filtered = (items: readonly PaletteItem[], query: string): readonly PaletteItem[] =>
  query.trim() === ''
    ? items.slice(0, fewAtRest)
    : items
        .filter(
          (item) => matchesOf(`${item.method ?? ''} ${item.label} ${item.also ?? ''}`, query) !== undefined,
        )
        .toSorted((a, b) => rankOf(a, query) - rankOf(b, query))
        .slice(0, mostPerGroup);

/** First what helps with the open refusal, then requests and history, then commands. Groups without items are left out. */
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
  const requests = state.workspace.requests.map((draft): PaletteItem => ({
    id: `request:${draft.id}`,
    method: shortMethod(draft.method),
    label: titleOf(draft),
    note: draft.folder.join(' / '),
    also: `${draft.url} ${draft.folder.join(' ')}`,
    run: () => {
      actions.openRequest(draft.id);
    },
  }));
  const history = state.history.map((entry): PaletteItem => ({
    id: `history:${entry.id}`,
    label: `${entry.method} ${nameInList(entry)}`,
    status: entry.status,
    note: timeInList(entry.atMs, nowMs),
    also: entry.url,
    run: () => void actions.openHistory(entry.id),
  }));
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
  const groups: readonly PaletteGroup[] = [
    { id: 'remedies', title: 'For this refusal', items: filtered(remedies, query) },
    { id: 'requests', title: 'Requests and history', items: filtered([...requests, ...history], query) },
    {
      id: 'commands',
      title: 'Commands',
      items: filtered([...possible, ...profiles, ...environments], query),
    },
  ];
  return groups.filter((group) => group.items.length > 0);
};
