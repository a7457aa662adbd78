import type { Reply } from '../../shared/ipc/contract.ts';
import type { Boot } from '../../shared/ipc/replies.ts';
import { sameJson } from '../../shared/exchange/json.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import type { HostProcess } from './host-process.test-support.ts';

/** Numbers from 0 up to 1 that are the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Something that is kept: a saved request, or a draft of one. Absent where it was deleted, or never was. */
type Kept = Draft | undefined;

interface Ledger {
  /** The last that the host answered for. */
  confirmed: Kept;
  /** What was asked for since and never answered. */
  open: Kept[];
}

/** What may be on disk: of each request and each draft, what was confirmed last, or an edit that nobody answered for. */
export class Expected {
  readonly #saved = new Map<string, Ledger>();
  readonly #drafts = new Map<string, Ledger>();

  savedOf(id: string): Kept {
    return this.#saved.get(id)?.confirmed;
  }

  begin(what: 'saved' | 'drafts', id: string, value: Kept): void {
    this.#ledger(what, id).open.push(value);
  }

  /** The host refused it: nothing of it was done. */
  refuse(what: 'saved' | 'drafts', id: string): void {
    this.#ledger(what, id).open.pop();
  }

  confirm(what: 'saved' | 'drafts', id: string, value: Kept): void {
    const ledger = this.#ledger(what, id);
    ledger.confirmed = value;
    ledger.open = [];
  }

  /** One line for each thing that is on disk and may not be, or is not and must. What is found counts as confirmed. */
  differences(boot: Boot): readonly string[] {
    const check = (what: 'saved' | 'drafts', found: readonly Draft[]): string[] =>
      [...this.#map(what)].flatMap(([id, ledger]) => {
        const now = found.find((draft) => draft.id === id);
        const allowed = [ledger.confirmed, ...ledger.open];
        const fits = allowed.some((value) => isAllowed(value, now, ledger));
        this.confirm(what, id, now);
        return fits ? [] : [`${what} ${id}: ${brief(now)} instead of ${allowed.map(brief).join(' or ')}`];
      });
    return [...check('saved', boot.workspace.requests), ...check('drafts', boot.tabs.drafts)];
  }

  #map(what: 'saved' | 'drafts'): Map<string, Ledger> {
    return what === 'saved' ? this.#saved : this.#drafts;
  }

  #ledger(what: 'saved' | 'drafts', id: string): Ledger {
    const map = this.#map(what);
    const ledger = map.get(id) ?? { confirmed: undefined, open: [] };
    map.set(id, ledger);
    return ledger;
  }
}

const withoutSecret = (draft: Kept): Kept => draft && { ...draft, fields: [] };

/** A secret is stored before the file that points at it: of an edit that nobody answered for it may be all there is. */
const isAllowed = (value: Kept, found: Kept, { open }: Ledger): boolean =>
  sameJson(value, found) ||
  (value !== undefined &&
    sameJson(withoutSecret(value), withoutSecret(found)) &&
    open.some((other) => sameJson(other?.fields, found?.fields)));

const brief = (draft: Kept): string =>
  draft === undefined
    ? 'nothing'
    : `${[...draft.folder, draft.name].join('/')} ${draft.url} ${draft.fields[0]?.value ?? ''}`;

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

export type Outcome = 'confirmed' | 'unanswered' | { readonly refused: string };

/** One edit of a random kind to one request: a change, another name, another folder, a deletion, or typing a draft. */
export const randomEdit = (
  host: HostProcess,
  workspace: string,
  expected: Expected,
  id: string,
  count: number,
  random: () => number,
): Promise<Outcome> => {
  const before = expected.savedOf(id);
  const changed: Draft = {
    ...(before ?? { ...emptyDraft(id), name: `request ${id}` }),
    url: `https://api.example/v/${count}`,
    fields: [{ name: 'Authorization', value: `Bearer secret-token-${count}`, on: true }],
  };
  const follow = async (
    what: 'saved' | 'drafts',
    value: Kept,
    call: Promise<Reply<unknown> | undefined>,
  ): Promise<Outcome> => {
    expected.begin(what, id, value);
    const reply = await call;
    if (reply === undefined) return 'unanswered';
    if (reply.ok) {
      expected.confirm(what, id, value);
      return 'confirmed';
    }
    expected.refuse(what, id);
    return { refused: reply.error.message };
  };
  const save = (draft: Draft) => follow('saved', draft, host.call('saveRequest', { draft }));
  const remove = () => follow('saved', undefined, host.call('deleteRequest', { id }));
  const type = () => {
    const tabs = { tabs: [id], current: id, closed: [] };
    return follow(
      'drafts',
      changed,
      host.call('keepTabs', { workspace, tabs, drafts: [changed], dropped: [] }),
    );
  };
  const kinds = [
    () => save(changed),
    () => save(changed),
    () => save({ ...changed, name: `renamed ${count}` }),
    () =>
      save({ ...changed, folder: pick([[], ['Billing'], ['Billing', '2026'], ['Account']], random) ?? [] }),
    type,
    type,
    ...(before === undefined ? [] : [remove]),
  ];
  return (pick(kinds, random) ?? type)();
};
