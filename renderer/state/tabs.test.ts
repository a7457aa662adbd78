import { describe, expect, it } from 'vitest';
import { acmeBoot, acmeWorkspace, fakeHost } from '../host-fake.test-support.ts';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { currentRequest, isEdited } from './selectors.ts';
import { mostClosed } from './tabs.ts';
import { bootedWindow } from './window.test-support.ts';

const put = (draft: (typeof acmeWorkspace.requests)[number]) => ({ ...draft, method: 'PUT' });

const withThree = async () => {
  const window = await bootedWindow();
  for (const id of ['me', 'orders', 'invoices']) window.actions.openRequest(id);
  return window;
};

describe('tabs', () => {
  it('stand in the order in which they were opened, each once', async () => {
    const { actions, state } = await withThree();
    actions.openRequest('me');
    expect(state()).toMatchObject({ tabs: ['me', 'orders', 'invoices'], current: 'me' });
  });

  it.each([
    ['me', 2, ['orders', 'invoices', 'me']],
    ['me', 1, ['orders', 'me', 'invoices']],
    ['invoices', 0, ['invoices', 'me', 'orders']],
    ['orders', 99, ['me', 'invoices', 'orders']],
    ['orders', -1, ['orders', 'me', 'invoices']],
    ['refunds', 0, ['me', 'orders', 'invoices']],
  ])('move %s to place %d', async (id, to, tabs) => {
    const { actions, state } = await withThree();
    actions.moveTab(id, to);
    expect(state().tabs).toEqual(tabs);
  });

  it.each([
    ['orders', 'orders', 'invoices'],
    ['invoices', 'invoices', 'orders'],
    ['orders', 'me', 'orders'],
  ])('show, where %s is shown and %s is closed, %s', async (shown, closed, next) => {
    const { actions, state } = await withThree();
    actions.openRequest(shown);
    actions.closeRequests([closed]);
    expect(state().current).toBe(next);
  });

  it('give way to the first screen when the last one is closed', async () => {
    const { actions, state } = await withThree();
    actions.closeRequests(['me', 'orders', 'invoices']);
    expect(state()).toMatchObject({ tabs: [], open: {}, current: undefined });
  });

  it('are walked round the end, and from the first screen', async () => {
    const { actions, state } = await withThree();
    actions.showNeighbour(1);
    expect(state().current).toBe('me');
    actions.showNeighbour(-1);
    expect(state().current).toBe('invoices');
    actions.showFirstRun();
    actions.showNeighbour(1);
    expect(state().current).toBe('me');
  });

  it('close beside the one that stays', async () => {
    const { actions, state } = await withThree();
    actions.closeOthers('orders');
    expect(state()).toMatchObject({ tabs: ['orders'], current: 'orders' });
  });

  it('come back where they stood, with edits and attempts, the latest first', async () => {
    const { actions, state } = await withThree();
    actions.openRequest('me');
    actions.editDraft(put);
    await actions.send();
    actions.closeRequests(['me']);
    actions.closeRequests(['orders']);
    actions.reopenClosed();
    expect(state()).toMatchObject({ tabs: ['orders', 'invoices'], current: 'orders' });
    actions.reopenClosed();
    expect(state().tabs).toEqual(['me', 'orders', 'invoices']);
    expect(currentRequest(state())).toMatchObject({ draft: { method: 'PUT' }, attempts: [{}] });
    actions.reopenClosed();
    expect(state().tabs).toHaveLength(3);
  });

  it('come back as their file says by then, unless they were edited', async () => {
    const { actions, state, host } = await withThree();
    actions.closeRequests(['me']);
    const requests = acmeWorkspace.requests.map((draft) => ({ ...draft, url: 'https://new.example/' }));
    host.emit({ event: 'workspace', workspace: { ...acmeWorkspace, requests } });
    actions.reopenClosed();
    expect(currentRequest(state())?.draft.url).toBe('https://new.example/');
  });

  it('say what was not saved, and give it back', async () => {
    const { actions, state } = await withThree();
    actions.closeRequests(['orders']);
    expect(state().notices).toEqual([]);
    actions.openRequest('me');
    actions.editDraft(put);
    actions.closeRequests(['me', 'invoices']);
    const notice = state().notices.at(-1);
    expect(notice?.text).toBe('Closed “me” with edits that are not saved.');
    notice?.action?.run();
    expect(state().tabs).toEqual(['me']);
  });

  it('forget an empty new request, and remember only so many others', async () => {
    const { actions, state } = await bootedWindow();
    actions.newRequest();
    actions.closeRequests(state().tabs);
    expect(state()).toMatchObject({ closed: [], notices: [] });
    for (let count = 0; count < mostClosed + 5; count += 1) {
      actions.openDraft({ ...emptyDraft(`d${count}`), url: '/' });
      actions.closeRequests([`d${count}`]);
    }
    expect(state().closed).toHaveLength(mostClosed);
    expect(state().closed[0]?.request.draft.id).toBe('d5');
  });

  it('drop their edits, and take them back', async () => {
    const { actions, state } = await withThree();
    actions.discardEdits('invoices');
    expect(state().notices).toEqual([]);
    actions.editDraft(put);
    actions.discardEdits('invoices');
    expect(currentRequest(state())?.draft.method).toBe('GET');
    state().notices.at(-1)?.action?.run();
    expect(currentRequest(state())?.draft.method).toBe('PUT');
  });
});

describe('a window that starts', () => {
  const saved = acmeWorkspace.requests[0];
  const started = (tabs: ReturnType<typeof acmeBoot>['tabs']) =>
    bootedWindow(fakeHost({ ...acmeBoot(0), tabs }));

  it('opens what was open, with what was typed', async () => {
    const drafts = [{ ...emptyDraft('new'), url: '/v2' }];
    const { state } = await started({ tabs: ['orders', 'new'], current: 'new', closed: ['me'], drafts });
    expect(state()).toMatchObject({ tabs: ['orders', 'new'], current: 'new' });
    expect(currentRequest(state())).toMatchObject({ draft: { url: '/v2' }, saved: undefined });
    expect(state().closed.map(({ request }) => request.draft.id)).toEqual(['me']);
  });

  it('keeps a draft apart from the request as it is saved', async () => {
    const drafts = saved === undefined ? [] : [{ ...saved, method: 'PATCH' }];
    const { state } = await started({ tabs: ['me'], current: 'me', closed: [], drafts });
    expect(currentRequest(state())).toMatchObject({ draft: { method: 'PATCH' }, saved: { method: 'GET' } });
    expect(state().workspace.requests[0]?.method).toBe('GET');
  });

  it('calls no request edited whose draft says what its file says', async () => {
    const drafts = saved === undefined ? [] : [structuredClone(saved)];
    const { state } = await started({ tabs: ['me'], current: 'me', closed: [], drafts });
    const request = currentRequest(state());
    expect(request !== undefined && isEdited(request)).toBe(false);
  });

  it('leaves out a tab whose request is gone', async () => {
    const { state } = await started({ tabs: ['gone', 'me'], current: 'gone', closed: ['gone'], drafts: [] });
    expect(state()).toMatchObject({ tabs: ['me'], current: undefined, closed: [] });
  });
});
