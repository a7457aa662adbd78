import { describe, expect, it } from 'vitest';
import { folderKey } from '../../shared/workspace/folder.ts';
import { acmeBoot, acmeWorkspace, fakeHost } from '../host-fake.test-support.ts';
import { undoMs } from './deleting.ts';
import { currentRequest, isEdited } from './selectors.ts';
import { bootedWindow } from './window.test-support.ts';

const folders = [{ path: ['Billing'], auth: { kind: 'none' as const } }];
const booted = () => bootedWindow(fakeHost({ ...acmeBoot(0), workspace: { ...acmeWorkspace, folders } }));

describe('a request that is moved', () => {
  it('is written with its new folder only; edits stay edits', async () => {
    const { actions, state, host } = await booted();
    actions.openRequest('me');
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    await actions.moveRequest('me', ['Billing']);
    expect(host.calls.findLast(({ name }) => name === 'saveRequest')?.arg).toMatchObject({
      draft: { id: 'me', folder: ['Billing'], method: 'GET' },
    });
    expect(currentRequest(state())).toMatchObject({
      draft: { folder: ['Billing'], method: 'PUT' },
      saved: { folder: ['Billing'], method: 'GET' },
    });
    state().notices.at(-1)?.action?.run();
    await Promise.resolve();
    expect(host.calls.findLast(({ name }) => name === 'saveRequest')?.arg).toMatchObject({
      draft: { folder: ['Account'] },
    });
  });

  it('is left alone where it lies there already', async () => {
    const { actions, state, host } = await booted();
    await actions.moveRequest('me', ['Account']);
    expect(host.calls.some(({ name }) => name === 'saveRequest')).toBe(false);
    expect(state().notices).toEqual([]);
  });
});

describe('a folder that is moved', () => {
  it('takes requests, their edits, its auth and what is folded along', async () => {
    const { actions, state } = await booted();
    actions.foldFolders([folderKey(['Billing'])]);
    actions.openRequest('invoices');
    actions.openRequest('refunds');
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    await actions.moveFolder(['Billing'], ['Account', 'Money']);
    const to = ['Account', 'Money'];
    expect(state().workspace.requests.filter(({ folder }) => folder[1] === 'Money')).toHaveLength(2);
    expect(state().workspace.folders).toMatchObject([{ path: to }]);
    expect(state().folded).toEqual([folderKey(to)]);
    const { invoices, refunds } = state().open;
    expect(invoices?.draft).toMatchObject({ folder: to });
    expect(invoices !== undefined && isEdited(invoices)).toBe(false);
    expect(refunds).toMatchObject({ draft: { folder: to, method: 'PUT' }, saved: { folder: to } });
    expect(state().notices.at(-1)?.text).toBe('Moved “Billing” to Account.');
  });

  it('stays where the engine refuses it', async () => {
    const usual = fakeHost(acmeBoot(0));
    const error = { code: 'conflict', message: 'There is a folder Account already.' } as const;
    const { actions, state } = await bootedWindow({
      ...usual,
      call: async (name, arg) => (name === 'moveFolder' ? { ok: false, error } : usual.call(name, arg)),
    });
    await actions.moveFolder(['Billing'], ['Account']);
    expect(state().workspace.requests).toEqual(acmeWorkspace.requests);
    expect(state().notices.map(({ text }) => text)).toEqual([error.message]);
  });
});

describe('a folder that is deleted', () => {
  it('goes with all in it when it can no longer be undone, and only with that', async () => {
    const { actions, state, host, pass } = await booted();
    actions.openRequest('refunds');
    actions.deleteFolder(['Billing']);
    expect(state().workspace.requests.map(({ id }) => id)).toEqual(['me', 'orders', 'sessions']);
    expect(state()).toMatchObject({ tabs: [], workspace: { folders: [] } });
    expect(state().notices.at(-1)?.text).toBe('Deleted “Billing” with 2 requests.');
    // News from elsewhere do not bring it back.
    host.emit({ event: 'workspace', workspace: { ...acmeWorkspace, folders } });
    expect(state().workspace).toMatchObject({ requests: [{}, {}, {}], folders: [] });
    await pass(undoMs);
    expect(host.calls.at(-1)).toEqual({
      name: 'deleteAll',
      arg: { requests: ['invoices', 'refunds'], folders: [['Billing']], environments: [], profiles: [] },
    });
    expect(state().deleting).toEqual([]);
  });

  it('comes back with its auth, its tabs and their edits', async () => {
    const { actions, state, host, pass } = await booted();
    actions.openRequest('me');
    actions.openRequest('refunds');
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    actions.deleteFolder(['Billing']);
    state().notices.at(-1)?.action?.run();
    expect(state()).toMatchObject({
      tabs: ['me', 'refunds'],
      workspace: { folders, requests: { length: 5 } },
    });
    expect(state().open['refunds']).toMatchObject({ draft: { method: 'PUT' } });
    await pass(undoMs);
    expect(host.calls.some(({ name }) => name === 'deleteAll')).toBe(false);
  });
});
