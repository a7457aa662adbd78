import { describe, expect, it } from 'vitest';
import type { Plan } from '../../shared/remedies/remedy.ts';
import { acmeBoot, attemptFor, fakeHost } from '../host-fake.test-support.ts';
import { plansOf } from './plans.ts';
import { currentRequest, profileById, shownRecord } from './selectors.ts';
import { bootedWindow } from './window.test-support.ts';

/** A window whose request was refused, and a plan that changes request and profile. */
const refused = async () => {
  const window = await bootedWindow();
  const { actions, state } = window;
  actions.openRequest('me');
  await actions.send();
  const draft = currentRequest(state())?.draft;
  const profile = profileById(state(), 'acme-prod');
  if (draft === undefined || profile === undefined) throw new Error('The window has no request.');
  const plan: Plan = {
    id: 'ask-for-scope',
    label: 'Ask for admin and retry',
    changes: [],
    sends: '',
    apply: () => ({ ...draft, method: 'POST' }),
    profile: () => ({ ...profile, settings: { ...profile.settings, scope: 'admin' } }),
    token: 'authorize',
    freshConnection: true,
    sendsRequest: true,
  };
  return { ...window, draft, profile, plan };
};

describe('a remedy', () => {
  it('changes request and profile, then sends as the successor of what it mends', async () => {
    const { actions, state, host, plan } = await refused();
    await actions.runRemedy(plan);
    expect(profileById(state(), 'acme-prod')?.settings['scope']).toBe('admin');
    expect(host.calls.findLast(({ name }) => name === 'send')?.arg).toMatchObject({
      draft: { method: 'POST' },
      token: 'authorize',
      freshConnection: true,
      retryOf: 'a1',
    });
    expect(shownRecord(state())?.remedy).toMatchObject({ id: 'ask-for-scope', of: 'a1' });
  });

  it('is undone: request, profile and what is shown are as before, and nothing is sent', async () => {
    const { actions, state, host, plan, draft, profile } = await refused();
    await actions.runRemedy(plan);
    const sends = host.calls.filter(({ name }) => name === 'send').length;
    await actions.undoRemedy();
    expect(currentRequest(state())).toMatchObject({ draft, shown: { kind: 'attempt', id: 'a1' } });
    expect(profileById(state(), 'acme-prod')).toEqual(profile);
    expect(host.calls.filter(({ name }) => name === 'send')).toHaveLength(sends);
    expect(state().notices.at(-1)?.text).toMatch(/^Undone/);
  });

  it('says why where an errand brings nothing, and changes nothing', async () => {
    const { actions, state, host, plan, draft } = await refused();
    const errand = () => ({ draft, afterwards: () => ({ problem: 'The answer holds no token.' }) });
    await actions.runRemedy({ ...plan, first: errand });
    expect(state().notices.at(-1)?.text).toBe('The answer holds no token.');
    expect(currentRequest(state())?.draft).toBe(draft);
    expect(host.calls.some(({ name }) => name === 'saveProfile')).toBe(false);
  });
});

it('tokens of a request’s own auth are those of the request', async () => {
  const host = fakeHost(acmeBoot(0), {
    send: () => ({ attempt: attemptFor('https://api.acme.example/v1/me', false, 'a1') }),
  });
  const { actions, state } = await bootedWindow(host);
  actions.openRequest('me');
  actions.editDraft((draft) => ({
    ...draft,
    auth: { kind: 'own', scheme: 'oauth2', settings: { grant: 'refresh-token' } },
  }));
  await actions.send();
  expect(plansOf(state(), 0).map(({ id }) => id)).toContain('refresh-token');
});
