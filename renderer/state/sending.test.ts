import { storeEdits } from './pending-edits.ts';
import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { acmeBoot, attemptFor, fakeHost } from '../host-fake.test-support.ts';
import { currentRequest, remedyIsOffered, shownRecord } from './selectors.ts';
import { keptAttempts } from './sending.ts';
import { bootedWindow } from './window.test-support.ts';

const remedy = (of: string) =>
  ({
    id: 'refresh-token',
    label: 'Refresh token and retry',
    of,
    undo: { draft: emptyDraft('d') },
  }) as const;

describe('sending', () => {
  it('a refusal opens the diagnosis at its evidence, and Send gives way to the remedy', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    expect(state().view.diagnosisOpen).toBe(false);
    await actions.send();
    expect(state().view.diagnosisOpen).toBe(true);
    expect(currentRequest(state())).toMatchObject({
      shown: { kind: 'attempt', id: 'a1' },
      exchangeTab: 'wire',
      sending: undefined,
    });
    expect(remedyIsOffered(state())).toBe(true);
  });

  it('a remedy sets both attempts side by side and keeps the diagnosis open', async () => {
    const { actions, state, host } = await bootedWindow();
    actions.openRequest('me');
    await actions.send();
    await actions.send({ remedy: remedy('a1'), token: 'refresh' });
    expect(currentRequest(state())?.shown).toEqual({
      kind: 'compare',
      left: 'a1',
      right: 'a2',
      onlyDifferences: true,
    });
    expect(shownRecord(state())?.attempt.id).toBe('a2');
    expect(state().view.diagnosisOpen).toBe(true);
    expect(remedyIsOffered(state())).toBe(false);
    expect(host.calls.filter(({ name }) => name === 'send').at(-1)?.arg).toMatchObject({
      retryOf: 'a1',
      token: 'refresh',
    });
  });

  it('an answer that is fine keeps the diagnosis out of the way', async () => {
    const host = fakeHost(acmeBoot(0), {
      send: () => ({ attempt: attemptFor('https://api.acme.example/v1/me', true, 'ok') }),
    });
    const { actions, state } = await bootedWindow(host);
    actions.openRequest('me');
    await actions.send();
    expect(state().view.diagnosisOpen).toBe(false);
    expect(currentRequest(state())?.exchangeTab).toBe('body');
  });

  it('shows exchanges and bytes as they arrive, and one sending at a time', async () => {
    let finish: () => void = () => undefined;
    const host = fakeHost(acmeBoot(0), {
      send: () =>
        new Promise((resolve) => {
          finish = () => {
            resolve({ attempt: attemptFor('https://api.acme.example/v1/me', true, 'ok') });
          };
        }),
    });
    const { actions, state } = await bootedWindow(host);
    actions.openRequest('me');
    const sent = actions.send();
    void actions.send();
    await storeEdits();
    const sendId = currentRequest(state())?.sending?.sendId ?? '';
    const [exchange] = attemptFor('https://api.acme.example/v1/me', true, 'x').exchanges;
    if (exchange !== undefined) host.emit({ event: 'exchange', sendId, exchange });
    expect(currentRequest(state())?.sending?.progress).toBeUndefined();
    host.emit({ event: 'progress', sendId, direction: 'sent', bytes: 50, total: 50 });
    expect(currentRequest(state())?.sending?.progress).toEqual({ direction: 'sent', bytes: 50, total: 50 });
    host.emit({ event: 'progress', sendId, direction: 'received', bytes: 10, total: 100 });
    host.emit({ event: 'progress', sendId: 'another', direction: 'received', bytes: 99 });
    host.emit({ event: 'login', sendId, url: 'https://login.example/', opened: false });
    expect(currentRequest(state())?.sending).toMatchObject({
      exchanges: [{ id: 'x-x' }],
      progress: { direction: 'received', bytes: 10, total: 100 },
      login: { url: 'https://login.example/', opened: false },
    });
    actions.cancel();
    expect(host.calls.filter(({ name }) => name === 'send')).toHaveLength(1);
    expect(host.calls.at(-1)).toEqual({ name: 'cancel', arg: { sendId } });
    finish();
    await sent;
    expect(currentRequest(state())?.sending).toBeUndefined();
  });

  it('an error of the host ends the sending with a notice and no attempt', async () => {
    const host = fakeHost(acmeBoot(0));
    const failing = {
      ...host,
      call: (name: 'send') =>
        name === 'send'
          ? Promise.resolve({ ok: false, error: { code: 'vault-locked', message: 'Unlock the keychain.' } })
          : host.call(name, undefined as never),
    } as unknown as typeof host;
    const { actions, state } = await bootedWindow(failing);
    actions.openRequest('me');
    await actions.send();
    expect(currentRequest(state())).toMatchObject({ sending: undefined, attempts: [] });
    expect(state().notices).toMatchObject([{ tone: 'refused', text: 'Unlock the keychain.' }]);
  });

  it('sends nothing without an address and says so', async () => {
    const { actions, state, host } = await bootedWindow();
    actions.newRequest();
    await actions.send();
    expect(host.calls.some(({ name }) => name === 'send')).toBe(false);
    expect(state().notices).toHaveLength(1);
  });

  it('keeps the last attempts and no more', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    for (let round = 0; round <= keptAttempts; round += 1) await actions.send();
    const attempts = currentRequest(state())?.attempts ?? [];
    expect(attempts).toHaveLength(keptAttempts);
    expect(attempts.at(-1)?.attempt.id).toBe(`a${keptAttempts + 1}`);
  });

  it('an answer to a request that is no longer shown opens nothing over the one that is', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    const sent = actions.send();
    actions.openRequest('orders');
    await sent;
    expect(state().current).toBe('orders');
    expect(state().view.diagnosisOpen).toBe(false);
    actions.openRequest('me');
    expect(state().view.diagnosisOpen).toBe(true);
  });
});

describe('evidence', () => {
  it('is gone to in the tab where it stands, out of a comparison too', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('me');
    await actions.send();
    await actions.send();
    actions.compare('a1', 'a2');
    actions.goToEvidence(1);
    expect(currentRequest(state())).toMatchObject({
      shown: { kind: 'attempt', id: 'a2' },
      exchangeTab: 'timeline',
    });
    expect(state().view).toMatchObject({ activeEvidence: 1, scrollRequest: 1 });
    actions.goToEvidence(7);
    expect(state().view.scrollRequest).toBe(1);
  });
});
