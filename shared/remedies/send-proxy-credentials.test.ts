import { expect, test } from 'vitest';
import { emptyDraft, type Draft, type DraftProxy } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import { attempt, exchange, planned, typed } from './remedy.test-support.ts';

test('a proxy login needs a proxy', () => {
  expect(planned({ id: 'send-proxy-credentials' })).toBeUndefined();
  const draft: Draft = {
    ...typed('x'),
    settings: {
      ...emptyDraft('d').settings,
      proxy: { url: 'http://127.0.0.1:1', username: '', password: plainSecret('') },
    },
  };
  const after = planned({ id: 'send-proxy-credentials' }, { draft })?.apply({
    username: 'a',
    password: 'b',
  });
  expect(after?.settings.proxy).toEqual({
    url: 'http://127.0.0.1:1',
    username: 'a',
    password: { plain: 'b' },
  });
});

const proxied = (proxy: DraftProxy): Draft => ({
  ...typed('x'),
  settings: { ...emptyDraft('d').settings, proxy },
});
const known = { url: 'http://p:1', username: 'a', password: plainSecret('b') };
const byScheme = (scheme: string) => ({ id: 'send-proxy-credentials', values: { scheme } }) as const;

test.each([
  ['digest', 'Proxy-Authorization: Digest ••••••••', /^Proves the password/],
  ['ntlm', 'Proxy-Authorization: NTLM ••••••••', /^Proves the password/],
  ['basic', 'Proxy-Authorization: Basic ••••••••', /^Sends the user name and password/],
])('a proxy that asks for %s is asked by it', (scheme, after, sends) => {
  const plan = planned(byScheme(scheme), { draft: proxied({ ...known, password: plainSecret('') }) });
  expect(plan?.changes).toEqual([{ before: undefined, after }]);
  expect(plan?.sends).toMatch(sends);
});

test('a proxy that asks for what cannot be answered gets no login', () => {
  expect(planned(byScheme('negotiate'), { draft: proxied(known) })).toBeUndefined();
});

test('a login by the wrong scheme is only asked for another scheme', () => {
  const plan = planned(byScheme('digest'), { draft: proxied({ ...known, scheme: 'basic' }) });
  expect(plan?.question).toBeUndefined();
  expect(plan?.changes).toEqual([{ before: 'Log in by: Basic', after: 'Log in by: what it asks for' }]);
  expect(plan?.apply({}).settings.proxy).toEqual({ ...known, scheme: 'automatic' });
});

test('a proxy of the environment becomes one of the request', () => {
  const asked = {
    ...exchange([], { status: 407 }, { purpose: 'connect' }),
    connection: { reused: false, proxy: 'p:3128' },
  };
  const plan = planned(byScheme('ntlm'), { attempt: attempt(asked) });
  expect(plan?.apply({ username: 'D\\a', password: 'b' }).settings.proxy).toEqual({
    url: 'http://p:3128',
    username: 'D\\a',
    password: { plain: 'b' },
  });
});
