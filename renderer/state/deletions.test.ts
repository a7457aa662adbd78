import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/ipc/contract.ts';
import { acmeBoot, acmeWorkspace, fakeHost } from '../host-fake.test-support.ts';
import { undoMs } from './deleting.ts';
import type { Actions } from './actions.ts';
import type { WindowState } from './state.ts';
import { bootedWindow } from './window.test-support.ts';

/** Every deletion of the app: it can be undone, or it asks first and says why it cannot. */

const rule = { id: 'rule', name: 'api.acme.example', verifyTls: false };

interface Deletion {
  /** Commands of the contract that carry it out. */
  readonly commands: readonly string[];
  readonly run: (actions: Actions) => unknown;
  /** What is gone afterwards, and back again. */
  readonly left: (state: WindowState) => number;
}

const undoable: Readonly<Record<string, Deletion>> = {
  'a request': {
    commands: ['deleteRequest'],
    run: (actions) => actions.deleteRequest('me'),
    left: ({ workspace }) => workspace.requests.length,
  },
  'a folder with all in it': {
    commands: ['deleteAll'],
    run: (actions) => actions.deleteFolder(['Billing']),
    left: ({ workspace }) => workspace.requests.length,
  },
  'a profile': {
    commands: ['deleteProfile'],
    run: (actions) => actions.deleteProfile('acme-prod'),
    left: ({ workspace }) => workspace.profiles.length,
  },
  'an environment, with its variables': {
    commands: ['deleteEnvironment'],
    run: (actions) => actions.deleteEnvironment('prod'),
    left: ({ workspace }) => workspace.environments.length,
  },
  'a host rule, with its client certificate': {
    commands: ['deleteHostRule'],
    run: (actions) => actions.deleteHostRule('rule'),
    left: ({ workspace }) => workspace.hostRules.length,
  },
  'an attempt of the history': {
    commands: ['deleteHistory'],
    run: (actions) => actions.deleteHistory('h0'),
    left: ({ history }) => history.length,
  },
  'the whole history': {
    commands: ['clearHistory'],
    run: (actions) => actions.deleteHistory(),
    left: ({ history }) => history.length,
  },
};

/** What is deleted by other ways, with where the test of it is. */
const elsewhere: Readonly<Record<string, string>> = {
  // Cookies are put back as they were: e2e/cookies.spec.ts and renderer/state/remedy-actions.test.ts.
  deleteCookies: 'undone by putting back',
  // A token is nobody's work: the next Send gets another one, as the last test says.
  forgetTokens: 'said, got anew',
};

const booted = () =>
  bootedWindow(
    fakeHost(
      { ...acmeBoot(0), workspace: { ...acmeWorkspace, hostRules: [rule] } },
      { history: () => acmeBoot(0).history },
    ),
  );

describe('deleting', () => {
  it('has a row here for every command that deletes', () => {
    const deleting = Object.keys(commands).filter((name) =>
      /^(delete|remove|forget|clear|discard)/.test(name),
    );
    const known = [...Object.values(undoable).flatMap((row) => row.commands), ...Object.keys(elsewhere)];
    expect(deleting.toSorted()).toEqual([...new Set(known)].toSorted());
  });

  it.each(Object.entries(undoable))(
    '%s can be undone, and is carried out only after that',
    async (_, row) => {
      const { actions, state, host, pass } = await booted();
      const count = row.left(state());
      const carriedOut = () => host.calls.filter(({ name }) => row.commands.includes(name)).length;

      await row.run(actions);
      expect(row.left(state())).toBeLessThan(count);
      state().notices.at(-1)?.action?.run();
      await pass(undoMs);
      expect(row.left(state())).toBe(count);
      expect(carriedOut()).toBe(0);

      await row.run(actions);
      await pass(undoMs);
      expect(carriedOut()).toBe(row.commands.length);
    },
  );

  it('a token cannot be undone, and says what comes in its place', async () => {
    const { actions, state } = await booted();
    await actions.forgetTokens('acme-prod');
    expect(state().notices.at(-1)).toMatchObject({
      text: 'Forgot the tokens of “Acme prod”. The next Send gets new ones.',
    });
  });
});
