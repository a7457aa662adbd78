import { describe, expect, it } from 'vitest';
import { acmeWorkspace } from '../host-fake.test-support.ts';
import { undoMs } from './deleting.ts';
import { currentRequest, isEdited } from './selectors.ts';
import { bootedWindow } from './window.test-support.ts';

const rename = (name: string) => (draft: (typeof acmeWorkspace.requests)[number]) => ({ ...draft, name });

describe('requests', () => {
  it('open with their saved form and are edited beside it', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    const opened = currentRequest(state());
    expect(opened !== undefined && isEdited(opened)).toBe(false);
    actions.editDraft((draft) => ({ ...draft, method: 'POST' }));
    expect(currentRequest(state())).toMatchObject({ draft: { method: 'POST' }, saved: { method: 'GET' } });
    actions.openRequest('orders');
    actions.openRequest('me');
    expect(currentRequest(state())?.draft.method).toBe('POST');
  });

  it('without a name ask for one before they are saved', async () => {
    const { actions, state, host } = await bootedWindow();
    actions.newRequest();
    await actions.saveRequest();
    expect(state().view.dialog).toEqual({ kind: 'save-request' });
    expect(host.calls.some(({ name }) => name === 'saveRequest')).toBe(false);
    await actions.saveRequest('fresh', ['New']);
    const saved = currentRequest(state());
    expect(saved?.saved).toMatchObject({ name: 'fresh', folder: ['New'] });
    expect(saved !== undefined && isEdited(saved)).toBe(false);
    expect(state().workspace.requests.some(({ name }) => name === 'fresh')).toBe(true);
  });

  it('keep what is typed while the file is being written', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    const saving = actions.saveRequest();
    actions.editDraft((draft) => ({ ...draft, method: 'PATCH' }));
    await saving;
    expect(currentRequest(state())).toMatchObject({ draft: { method: 'PATCH' }, saved: { method: 'PUT' } });
  });

  it('take a new name without taking the edits along', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    await actions.renameRequest('me', 'myself');
    expect(currentRequest(state())).toMatchObject({
      draft: { name: 'myself', method: 'PUT' },
      saved: { name: 'myself', method: 'GET' },
    });
  });

  it('are duplicated under a free name', async () => {
    const { actions, state } = await bootedWindow();
    await actions.duplicateRequest('me');
    await actions.duplicateRequest('me');
    const names = state().workspace.requests.map(({ name }) => name);
    expect(names).toContain('me copy');
    expect(names).toContain('me copy 2');
  });
});

describe('a deletion', () => {
  it('hides at once and reaches the engine only when it can no longer be undone', async () => {
    const { actions, state, host, pass } = await bootedWindow();
    actions.openRequest('me');
    await actions.deleteRequest('me');
    expect(state().workspace.requests.some(({ id }) => id === 'me')).toBe(false);
    expect(state().current).toBeUndefined();
    host.emit({ event: 'workspace', workspace: acmeWorkspace });
    expect(state().workspace.requests.some(({ id }) => id === 'me')).toBe(false);
    await pass(undoMs - 1);
    expect(host.calls.some(({ name }) => name === 'deleteRequest')).toBe(false);
    await pass(1);
    expect(host.calls.at(-1)).toEqual({ name: 'deleteRequest', arg: { id: 'me' } });
    expect(state().deleting).toEqual([]);
  });

  it('is undone with edits and attempts', async () => {
    const { actions, state, host, pass } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft(rename('edited'));
    await actions.send();
    await actions.deleteRequest('me');
    state().notices.at(-1)?.action?.run();
    expect(currentRequest(state())).toMatchObject({ draft: { name: 'edited' }, attempts: [{}] });
    await pass(undoMs);
    expect(host.calls.some(({ name }) => name === 'deleteRequest')).toBe(false);
  });

  it('undone too late changes nothing', async () => {
    const { actions, state, pass } = await bootedWindow();
    await actions.deleteRequest('me');
    const undo = state().notices.at(-1)?.action?.run;
    await pass(undoMs);
    undo?.();
    expect(state().workspace.requests.some(({ id }) => id === 'me')).toBe(false);
  });

  it('of a profile waits as well, so that its secrets come back, and is done when the window closes', async () => {
    const { actions, state, host, flushDeletions } = await bootedWindow();
    await actions.deleteProfile('acme-prod');
    expect(state().workspace.profiles.some(({ id }) => id === 'acme-prod')).toBe(false);
    flushDeletions();
    expect(host.calls.at(-1)).toEqual({ name: 'deleteProfile', arg: { id: 'acme-prod' } });
  });

  it('of the chosen environment chooses another, and choosing comes back with it', async () => {
    const { actions, state } = await bootedWindow();
    expect(state().environmentId).toBe('prod');
    await actions.deleteEnvironment('prod');
    expect(state().environmentId).toBe('staging');
    state().notices.at(-1)?.action?.run();
    expect(state().environmentId).toBe('prod');
  });
});

describe('files that change elsewhere', () => {
  const changed = {
    ...acmeWorkspace,
    requests: acmeWorkspace.requests.map((draft) => ({ ...draft, url: 'https://elsewhere.example/' })),
  };

  it('replace what is open and untouched', async () => {
    const { actions, state, host } = await bootedWindow();
    actions.openRequest('me');
    host.emit({ event: 'workspace', workspace: changed });
    const request = currentRequest(state());
    expect(request?.draft.url).toBe('https://elsewhere.example/');
    expect(request !== undefined && isEdited(request)).toBe(false);
  });

  it('never replace what is being edited', async () => {
    const { actions, state, host } = await bootedWindow();
    actions.openRequest('me');
    actions.editDraft((draft) => ({ ...draft, method: 'PUT' }));
    host.emit({ event: 'workspace', workspace: changed });
    expect(currentRequest(state())).toMatchObject({
      draft: { method: 'PUT', url: 'https://api.acme.example/v1/me' },
      saved: { url: 'https://elsewhere.example/' },
    });
  });
});
