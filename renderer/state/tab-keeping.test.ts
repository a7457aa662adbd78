import { describe, expect, it } from 'vitest';
import type { CommandArg } from '../../shared/ipc/contract.ts';
import { acmeBoot, acmeWorkspace, fakeHost, type FakeHost } from '../host-fake.test-support.ts';
import { keepDelayMs } from './tab-keeping.ts';
import { bootedWindow } from './window.test-support.ts';

const told = (host: FakeHost): readonly CommandArg<'keepTabs'>[] =>
  host.calls.filter(({ name }) => name === 'keepTabs').map(({ arg }) => arg as CommandArg<'keepTabs'>);

const method = (method: string) => (draft: (typeof acmeWorkspace.requests)[number]) => ({ ...draft, method });

describe('what is typed', () => {
  it('is told after the delay, however fast the typing goes on', async () => {
    const { actions, host, pass } = await bootedWindow();
    actions.openRequest('me');
    for (let key = 0; key < 10; key += 1) {
      actions.editDraft(method(`M${key}`));
      await pass(keepDelayMs / 10);
    }
    expect(told(host)).toMatchObject([
      { workspace: acmeWorkspace.folder, tabs: { tabs: ['me'], current: 'me' }, drafts: [{ method: 'M9' }] },
    ]);
  });

  it('is told once, and only what changed', async () => {
    const { actions, host, pass } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft(method('PUT'));
    await pass(keepDelayMs);
    actions.openRequest('orders');
    await pass(keepDelayMs);
    actions.setExchangeTab('wire');
    await pass(keepDelayMs);
    expect(told(host).map(({ drafts }) => drafts.length)).toEqual([1, 0]);
  });

  it('is let go of when it is saved', async () => {
    const { actions, host, pass } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft(method('PUT'));
    await pass(keepDelayMs);
    await actions.saveRequest();
    await pass(keepDelayMs);
    expect(told(host).at(-1)).toMatchObject({ drafts: [], dropped: ['me'] });
  });

  it('is let go of as well when the news of the save comes before its answer', async () => {
    const host: FakeHost = fakeHost(acmeBoot(0), {
      saveRequest: ({ draft }) => {
        const requests = acmeWorkspace.requests.map((other) => (other.id === draft.id ? draft : other));
        host.emit({ event: 'workspace', workspace: structuredClone({ ...acmeWorkspace, requests }) });
        return structuredClone(draft);
      },
    });
    const { actions, pass } = await bootedWindow(host);
    actions.openRequest('me');
    actions.editDraft(method('PUT'));
    await pass(keepDelayMs);
    await actions.saveRequest();
    await pass(keepDelayMs);
    expect(told(host).at(-1)).toMatchObject({ drafts: [], dropped: ['me'] });
  });

  it('is told again when another window saved the same request and let go of its draft', async () => {
    const { actions, host, pass } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft(method('PUT'));
    await pass(keepDelayMs);
    const requests = acmeWorkspace.requests.map((draft) => ({ ...draft, url: 'https://new.example/' }));
    host.emit({ event: 'workspace', workspace: { ...acmeWorkspace, requests } });
    await pass(keepDelayMs);
    expect(told(host)).toHaveLength(2);
    expect(told(host).at(-1)).toMatchObject({ drafts: [{ method: 'PUT' }] });
  });

  it('stays with a closed tab, and goes when the tab is forgotten', async () => {
    const { actions, host, pass } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft(method('PUT'));
    actions.closeRequests(['me']);
    await pass(keepDelayMs);
    expect(told(host).at(-1)).toMatchObject({ tabs: { tabs: [], closed: ['me'] }, drafts: [{ id: 'me' }] });
    actions.reopenClosed();
    actions.discardEdits('me');
    await pass(keepDelayMs);
    expect(told(host).at(-1)).toMatchObject({ tabs: { tabs: ['me'], closed: [] }, dropped: ['me'] });
  });

  it('belongs to the workspace that is left for another one', async () => {
    const { actions, host } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft(method('PUT'));
    await actions.openWorkspace('/elsewhere');
    const names = host.calls.map(({ name }) => name).filter((name) => /^keepTabs|^openWorkspace/.test(name));
    expect(names).toEqual(['keepTabs', 'openWorkspace']);
    expect(told(host)[0]?.workspace).toBe(acmeWorkspace.folder);
  });

  it('is said once to be in danger while it cannot be kept, and told again', async () => {
    let isFull = true;
    const usual = fakeHost(acmeBoot(0));
    const error = { code: 'vault-locked', message: 'The keychain is locked.' } as const;
    const host: FakeHost = {
      ...usual,
      call: async (name, arg) => {
        const reply = await usual.call(name, arg);
        return name === 'keepTabs' && isFull ? { ok: false, error } : reply;
      },
    };
    const { actions, state, pass } = await bootedWindow(host);
    actions.openRequest('me');
    for (const name of ['PUT', 'POST']) {
      actions.editDraft(method(name));
      await pass(keepDelayMs);
    }
    expect(state().notices.map(({ text }) => text)).toEqual([
      'What you type is not kept if why401 ends now. The keychain is locked.',
    ]);
    isFull = false;
    actions.openRequest('orders');
    await pass(keepDelayMs);
    expect(told(usual).at(-1)).toMatchObject({ drafts: [{ id: 'me', method: 'POST' }] });
  });
});

describe('another workspace, opened in another window', () => {
  it('is followed, with its own tabs', async () => {
    const boot = acmeBoot(0);
    let now = boot;
    const host = fakeHost(boot, { boot: () => now });
    const { actions, state, pass } = await bootedWindow(host);
    actions.openRequest('me');
    now = {
      ...boot,
      workspace: { ...acmeWorkspace, folder: '/elsewhere' },
      tabs: { tabs: ['orders'], current: 'orders', closed: [], drafts: [] },
    };
    host.emit({ event: 'workspace', workspace: now.workspace });
    await pass(0);
    expect(state()).toMatchObject({
      tabs: ['orders'],
      current: 'orders',
      workspace: { folder: '/elsewhere' },
    });
  });
});
