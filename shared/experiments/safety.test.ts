import { describe, expect, test } from 'vitest';
import { basic, bearer, opaque, type Told } from '../diagnosis/attempt.test-support.ts';
import { decodeBasic } from '../schemes/basic/codec.ts';
import { runWith, sceneFrom } from './experiment.test-support.ts';
import { experiments } from './index.ts';

/** What a person is promised before anything is sent, held against every experiment. */

const password = 'pässwörd';
const scenes: Readonly<Record<string, Told>> = {
  'user and password': {
    url: 'https://api.example.com//v1/Orders',
    sent: { ...basic('alice', password), Cookie: 'session=old' },
    received: { 'WWW-Authenticate': 'Basic realm="a"' },
  },
  'a token': { sent: bearer(), body: { error: 'invalid_token' } },
  'an opaque token': { sent: opaque },
  'a key in the query': { url: 'https://api.example.com/v1/me?api_key=k-123456' },
  'a key in a field': { sent: { 'X-API-Key': 'k-123456' } },
  'a write': { method: 'POST', posted: '{"a":1}', status: 403, sent: opaque },
  'through a proxy': { status: 407, received: { 'Proxy-Authenticate': 'Basic realm="p"' }, sent: opaque },
};

const pairs = Object.entries(scenes).flatMap(([name, told]) =>
  experiments.map((experiment) => [experiment.id, name, experiment, told] as const),
);

describe.each(pairs)('%s, %s', (_, name, experiment, told) => {
  const scene = sceneFrom({ address: '192.0.2.1', ...told });
  const plan = experiment.plan(scene);
  const refusal: Told = { ...told, sent: {} };
  const { steps } =
    plan === undefined
      ? { steps: [] }
      : runWith(experiment, scene, (step) => {
          switch (step.kind) {
            case 'request':
              return refusal;
            case 'resolve':
              return {
                kind: 'resolve',
                label: '',
                addresses: ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'],
              };
            case 'verify':
              return { kind: 'verify', label: '', valid: false };
            case 'token':
            case 'introspect':
              return { kind: 'token', label: '', exchanges: [], ok: false };
          }
        });
  const drafts = steps.flatMap((step) => (step.kind === 'request' ? [step.draft] : []));

  test('sends no more requests than it says', () => {
    expect(drafts.length).toBeLessThanOrEqual(plan?.most ?? 0);
  });

  test('never a wrong password for a real user name, and no more logins than it says', () => {
    const logins = drafts
      .flatMap(({ fields }) => fields.filter((field) => field.name === 'Authorization'))
      .map(({ value }) => decodeBasic(value))
      .filter(({ readable }) => readable);
    const own = logins.filter(({ user }) => user === 'alice');
    for (const login of own) expect(login.password).toBe(password);
    expect(own.length).toBeLessThanOrEqual(name === 'user and password' ? (plan?.logins ?? 0) : 0);
  });

  test('asks before a method is repeated that may change something', () => {
    const unsafe = drafts.some(({ method }) => method === 'POST');
    expect(plan?.unsafe !== undefined || !unsafe).toBe(true);
  });

  test('goes to no host that it does not name', () => {
    for (const { url } of drafts) expect(plan?.hosts).toContain(new URL(url).host);
  });

  test('says what it sends and what that could do', () => {
    if (plan === undefined) return;
    expect(plan.sends).toMatch(/\.$/);
    expect(plan.most === 0 || plan.risk.endsWith('.')).toBe(true);
    expect(plan.sends + plan.risk).not.toMatch(/k-123456|pässwörd|eyJ/);
  });
});
