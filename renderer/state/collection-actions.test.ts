import { expect, test } from 'vitest';
import type { CommandReply } from '../../shared/ipc/contract.ts';
import { newDraft } from '../../shared/workspace/draft.ts';
import { emptyBoot, fakeHost } from '../host-fake.test-support.ts';
import { busyAfterMs } from './busy.ts';
import { currentRequest } from './selectors.ts';
import { bootedWindow } from './window.test-support.ts';

type Imported = CommandReply<'importCollection'>;

const first = { ...newDraft('in'), name: 'Find', url: 'https://a.example' };
const imported: Imported = { requests: ['in'], folders: [], environments: [], profiles: [], first };

const windowThatImports = (reply: Imported) =>
  bootedWindow(fakeHost(emptyBoot(), { importCollection: () => reply }));

test('the first request of an import is opened where nothing is open', async () => {
  const { actions, state } = await windowThatImports(imported);
  await actions.importCollection([{ name: 'a.json', text: '' }], 'Shop');
  expect(currentRequest(state())?.draft).toEqual(first);
});

test('what is open stays in front', async () => {
  const { actions, state } = await windowThatImports(imported);
  actions.newRequest();
  const before = state().current;
  await actions.importCollection([{ name: 'a.json', text: '' }], 'Shop');
  expect(state().current).toBe(before);
});

test('an import of profiles alone opens nothing, and says what came', async () => {
  const profiles: Imported = { requests: [], folders: [], environments: [], profiles: ['p'] };
  const { actions, state } = await windowThatImports(profiles);
  await actions.importCollection([{ name: '.netrc', text: '' }], 'Logins');
  expect(state().current).toBeUndefined();
  expect(state().notices.at(-1)?.text).toBe('Imported one profile.');
});

test('a cancelled import is taken back, and nothing more is said', async () => {
  let answer: (reply: Imported) => void = () => undefined;
  const late = new Promise<Imported>((done) => {
    answer = done;
  });
  const host = fakeHost(emptyBoot(), { importCollection: () => late, deleteAll: () => undefined });
  const { actions, state, pass } = await bootedWindow(host);
  const over = actions.importCollection([{ name: 'a.json', text: '' }], 'Shop');
  await pass(busyAfterMs);
  expect(state().busy).toMatchObject([{ label: 'Importing into Shop' }]);
  state().busy[0]?.cancel();
  answer(imported);
  await over;
  expect(host.calls.at(-1)).toMatchObject({ name: 'deleteAll', arg: { requests: ['in'] } });
  expect(state().current).toBeUndefined();
  expect(state().notices).toEqual([]);
});
