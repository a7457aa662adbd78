import { describe, expect, it } from 'vitest';
import { undoMs } from './deleting.ts';
import { acmeBoot, attemptFor, fakeHost } from '../host-fake.test-support.ts';
import { readPreferences } from './preferences.ts';
import { restMs } from './rested-edit.ts';
import { currentProfile, currentRequest, shownRecord, tokenOf } from './selectors.ts';
import { revealMs } from './view-actions.ts';
import { preferencesDelayMs, previewDelayMs } from './watchers.ts';
import { bootedWindow, testWindow } from './window.test-support.ts';

describe('starting', () => {
  it('takes over what the host knows', async () => {
    const { state } = await bootedWindow();
    expect(state()).toMatchObject({ phase: { kind: 'ready' }, environmentId: 'prod', current: undefined });
  });

  it('takes what happened meanwhile over an answer that is older', async () => {
    const host = fakeHost(acmeBoot(0));
    const { workspace } = acmeBoot(0);
    const window = testWindow({
      ...host,
      call: async (name, arg) => {
        const reply = await host.call(name, arg);
        if (name === 'boot') host.emit({ event: 'workspace', workspace: { ...workspace, profiles: [] } });
        return reply;
      },
    });
    await window.actions.boot();
    expect(window.state().phase).toEqual({ kind: 'ready' });
    expect(window.state().workspace.profiles).toEqual([]);
  });

  it('says why it could not', async () => {
    const host = fakeHost(acmeBoot(0));
    const error = { code: 'newer-format', message: 'Written by a newer why401.' } as const;
    const window = testWindow({ ...host, call: () => Promise.resolve({ ok: false, error }) });
    await window.actions.boot();
    expect(window.state().phase).toEqual({ kind: 'failed', error });
  });

  it.each([
    [{ theme: 'dark', sidebarOpen: false, environmentId: 'staging' }, 'dark', false],
    [{ theme: 'purple', sidebarOpen: false }, 'system', false],
    ['nonsense', 'system', true],
    [null, 'system', true],
  ])('reads remembered %j part by part', (raw, theme, sidebarOpen) => {
    expect(readPreferences(raw)).toMatchObject({ theme, sidebarOpen });
  });

  it('closes what was open when another workspace is opened', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    expect(await actions.openWorkspace('/elsewhere')).toBeUndefined();
    expect(state()).toMatchObject({ open: {}, current: undefined });
  });
});

describe('what follows by itself', () => {
  it('a look at what would be sent, once the typing rests', async () => {
    const { actions, state, host, pass } = await bootedWindow();
    const looks = () => host.calls.filter(({ name }) => name === 'preview').length;
    actions.openRequest('me');
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    await pass(previewDelayMs - 1);
    expect(looks()).toBe(0);
    await pass(1);
    expect(looks()).toBe(1);
    expect(currentRequest(state())?.preview?.method).toBe('PUT');
    actions.setActiveEvidence(1);
    await pass(previewDelayMs);
    expect(looks()).toBe(1);
  });

  it('a look that comes back after further typing is thrown away', async () => {
    let answer: () => void = () => undefined;
    const host = fakeHost(acmeBoot(0), {
      preview: ({ draft }) =>
        new Promise((resolve) => {
          answer = () => {
            resolve({ method: draft.method, url: '', fields: [], unresolved: [], warnings: [], notices: [] });
          };
        }),
    });
    const { actions, state, pass } = await bootedWindow(host);
    actions.openRequest('me');
    await pass(previewDelayMs);
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    answer();
    await pass(0);
    expect(currentRequest(state())?.preview).toBeUndefined();
  });

  it('remembering of the look, once', async () => {
    const { actions, host, pass } = await bootedWindow();
    actions.setTheme('dark');
    actions.toggleSidebar();
    actions.setPaneSize('diagnosis', 420);
    actions.toggleSection('Profiles');
    actions.toggleSection('History');
    actions.toggleSection('Profiles');
    actions.remember('command:send');
    actions.remember('command:save');
    actions.remember('command:send');
    await pass(preferencesDelayMs);
    expect(host.calls.filter(({ name }) => name === 'savePreferences').map(({ arg }) => arg)).toEqual([
      {
        preferences: {
          theme: 'dark',
          sidebarOpen: false,
          foldedSections: ['History'],
          paneSizes: { sidebar: 220, diagnosis: 420, sheet: 300 },
          environmentId: 'prod',
          recentItems: ['command:send', 'command:save'],
        },
      },
    ]);
  });

  it('storing of the network settings, once the typing rests', async () => {
    const { actions, state, host, pass } = await bootedWindow();
    const stored = () => host.calls.filter(({ name }) => name === 'saveNetwork').map(({ arg }) => arg);
    const network = { ...state().network, mode: 'manual' as const, url: 'http://p:1' };
    actions.setNetwork({ ...network, url: 'http://p' });
    actions.setNetwork(network);
    await pass(restMs - 1);
    expect(stored()).toEqual([]);
    await pass(1);
    expect(stored()).toEqual([{ network }]);
    expect(state().network).toBe(network);
  });

  it('storing of the network settings before a request leaves', async () => {
    const { actions, state, host, pass } = await bootedWindow();
    actions.openRequest('me');
    actions.setNetwork({ ...state().network, mode: 'none' });
    await actions.send();
    await pass(restMs);
    expect(
      host.calls.map(({ name }) => name).filter((name) => name === 'send' || name === 'saveNetwork'),
    ).toEqual(['saveNetwork', 'send']);
  });

  it('hiding of secrets after their time', async () => {
    const { actions, state, pass } = await bootedWindow();
    actions.revealSecrets(true);
    expect(state().view.revealedUntilMs).toBeGreaterThan(0);
    await pass(revealMs - 1);
    expect(state().view.revealedUntilMs).toBeGreaterThan(0);
    await pass(1);
    expect(state().view.revealedUntilMs).toBe(0);
  });
});

describe('profiles', () => {
  it('are used by the open request, or by a new one', async () => {
    const { actions, state } = await bootedWindow();
    actions.chooseProfile('partner');
    expect(currentProfile(state())?.name).toBe('Partner');
    expect(currentRequest(state())?.requestTab).toBe('auth');
  });

  it('have their token by environment', async () => {
    const { actions, state } = await bootedWindow();
    expect(tokenOf(state(), 'acme-prod')?.tail).toBe('kQ');
    actions.chooseEnvironment('staging');
    expect(tokenOf(state(), 'acme-prod')).toBeUndefined();
  });

  it('get a token without a change of what is shown', async () => {
    const host = fakeHost(acmeBoot(0), {
      obtainToken: () => ({ attempt: attemptFor('https://login.acme.example/token', true, 't') }),
    });
    const { actions, state } = await bootedWindow(host);
    actions.openRequest('me');
    await actions.send();
    await actions.obtainToken('acme-prod', 'refresh');
    expect(shownRecord(state())?.attempt.id).toBe('a1');
    expect(state().notices.at(-1)).toMatchObject({ tone: 'accepted' });
    state().notices.at(-1)?.action?.run();
    expect(shownRecord(state())?.attempt.id).toBe('t');
  });

  it('that are refused a token show why', async () => {
    const host = fakeHost(acmeBoot(0), {
      obtainToken: () => ({
        attempt: {
          ...attemptFor('https://login.acme.example/token', false, 't'),
          stopped: { code: 'invalid_grant', message: 'The refresh token was used before.' },
        },
      }),
    });
    const { actions, state } = await bootedWindow(host);
    actions.openRequest('me');
    await actions.obtainToken('acme-prod', 'refresh');
    expect(shownRecord(state())?.attempt.id).toBe('t');
    expect(state().view.diagnosisOpen).toBe(true);
  });
});

describe('history', () => {
  const entry = (id: string, name: string) => ({
    id,
    atMs: 1,
    method: 'GET',
    url: `https://a.example/${name}`,
    name,
    durationMs: 1,
  });

  it('grows on top, each entry once, and only by what is searched for', async () => {
    const { actions, state, host } = await bootedWindow();
    host.emit({ event: 'history', entry: entry('n1', 'me') });
    host.emit({ event: 'history', entry: entry('n1', 'me') });
    expect(
      state()
        .history.slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['n1', 'h0']);
    await actions.searchHistory('orders');
    host.emit({ event: 'history', entry: entry('n2', 'me') });
    expect(state().history.map(({ id }) => id)).toEqual(['h6']);
    expect(host.calls.filter(({ name }) => name === 'history')).toHaveLength(2);
    await Promise.resolve();
    expect(state().history.map(({ id }) => id)).toEqual(['h6']);
  });

  it('loses one for a while, in which it can be had back', async () => {
    const { actions, state, host, pass } = await bootedWindow();
    const ids = () => state().history.map(({ id }) => id);
    const before = ids();
    await actions.deleteHistory('h0');
    await actions.searchHistory('');
    expect(ids()).toEqual(before.filter((id) => id !== 'h0'));
    state().notices.at(-1)?.action?.run();
    await pass(0);
    expect(ids()).toEqual(before);
    await actions.deleteHistory('h0');
    await pass(undoMs);
    expect(host.calls.filter(({ name }) => name === 'deleteHistory')).toEqual([
      { name: 'deleteHistory', arg: { id: 'h0' } },
    ]);
  });

  it('loses all of it for a while, but nothing that is sent meanwhile', async () => {
    const { actions, state, host, pass } = await bootedWindow();
    const ids = () => state().history.map(({ id }) => id);
    const before = ids();
    await actions.deleteHistory();
    expect(ids()).toEqual([]);
    await actions.searchHistory('');
    expect(ids()).toEqual([]);
    host.emit({ event: 'history', entry: { ...entry('new', 'me'), atMs: 2_000_000 } });
    expect(ids()).toEqual(['new']);
    state().notices.at(-1)?.action?.run();
    await pass(0);
    expect(ids()).toEqual(before);
    await actions.deleteHistory();
    await pass(undoMs);
    expect(host.calls.filter(({ name }) => name === 'clearHistory')).toEqual([
      { name: 'clearHistory', arg: { untilMs: 1_000_000 } },
    ]);
  });

  it('keeps the secrets of one that is still in hand, and of no other', async () => {
    const { actions, state, host } = await bootedWindow();
    await actions.pinWithSecrets('h0');
    expect(host.calls.filter(({ name }) => name === 'pinHistory')).toEqual([]);
    actions.openRequest('me');
    await actions.send();
    const attempt = currentRequest(state())?.attempts[0]?.attempt;
    if (attempt === undefined) throw new Error('Nothing was sent.');
    host.emit({ event: 'history', entry: { ...entry(attempt.id, 'me'), atMs: 1_000_000 } });
    await actions.pinWithSecrets(attempt.id);
    expect(host.calls.at(-1)).toEqual({ name: 'pinHistory', arg: { id: attempt.id, pinned: true, attempt } });
    expect(state().history[0]).toMatchObject({ id: attempt.id, pinned: true, withSecrets: true });
    await actions.pinHistory(attempt.id, true);
    expect(state().history[0]).not.toHaveProperty('withSecrets');
  });

  it('sets any of it beside the attempt that is shown', async () => {
    const { actions, state } = await bootedWindow();
    await actions.compareHistory('h0');
    expect(state().current).toBeUndefined();
    actions.openRequest('me');
    await actions.send();
    const shown = currentRequest(state())?.attempts[0]?.attempt.id;
    await actions.compareHistory('h');
    expect(currentRequest(state())?.shown).toMatchObject({ kind: 'compare', left: 'h', right: shown });
    expect(currentRequest(state())?.attempts).toHaveLength(2);
  });

  it('marks what is pinned', async () => {
    const { actions, state } = await bootedWindow();
    await actions.pinHistory('h0', true);
    expect(state().history[0]).toMatchObject({ id: 'h0', pinned: true });
    await actions.pinHistory('h0', false);
    expect(state().history[0]).not.toHaveProperty('pinned');
  });

  it('opens beside what is edited, ready to be sent again', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    await actions.openHistory('h0');
    expect(state().current).toBe('history-h0');
    expect(currentRequest(state())).toMatchObject({
      draft: { method: 'GET', url: 'https://api.acme.example/v1/me' },
      saved: undefined,
      attempts: [{}],
    });
    await actions.openHistory('h0');
    expect(currentRequest(state())?.attempts).toHaveLength(1);
  });
});
