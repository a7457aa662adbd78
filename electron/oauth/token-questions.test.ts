import { describe, expect, test } from 'vitest';
import { route, settingsOf, type FakeAnswer, type Seen } from './fakes.test-support.ts';
import type { TokenQuestion } from './token-questions.ts';
import { world } from './world.test-support.ts';

const issuer = 'https://as.example';
const metadata = {
  issuer,
  token_endpoint: `${issuer}/token`,
  introspection_endpoint: `${issuer}/introspect`,
  revocation_endpoint: `${issuer}/revoke`,
  userinfo_endpoint: `${issuer}/userinfo`,
};

/** A world in which a token is stored; `told` is what the server says to the question. */
const asked = async (
  question: TokenQuestion,
  told: FakeAnswer,
  { which = 'access', known = metadata, dpop = false }: Asked = {},
) => {
  const answer = ({ purpose, form }: Seen): FakeAnswer => {
    if (purpose === 'discovery') return { body: known };
    return 'grant_type' in form
      ? { body: { access_token: 'at', refresh_token: 'rt', token_type: dpop ? 'DPoP' : 'Bearer' } }
      : told;
  };
  const settings = { issuer, tokenEndpoint: '', dpop };
  const { obtain, tokens, seen } = world({ settings, answer });
  await obtain();
  seen.length = 0;
  const outcome = await tokens().ask({
    profile: { id: 'p1', name: 'Acme prod', settings: settingsOf(settings), renew: true },
    environmentId: '',
    question,
    which,
    route,
    hooks: { signal: new AbortController().signal },
  });
  return { outcome, seen };
};

interface Asked {
  readonly which?: 'access' | 'refresh';
  readonly known?: object;
  readonly dpop?: boolean;
}

describe('a question about a token', () => {
  test.each<[TokenQuestion, 'access' | 'refresh', string, Readonly<Record<string, string>>]>([
    ['introspect', 'access', '/introspect', { token: 'at', token_type_hint: 'access_token' }],
    ['introspect', 'refresh', '/introspect', { token: 'rt', token_type_hint: 'refresh_token' }],
    ['revoke', 'refresh', '/revoke', { token: 'rt', token_type_hint: 'refresh_token' }],
  ])('%s, %s token: the client proves itself', async (question, which, path, form) => {
    const { outcome, seen } = await asked(question, { body: { active: true } }, { which });
    expect(outcome).toEqual({ ok: true, answer: { active: true } });
    expect(seen).toMatchObject([
      {
        purpose: 'token',
        method: 'POST',
        url: issuer + path,
        authorization: `Basic ${btoa('client:secret')}`,
      },
    ]);
    expect(seen[0]?.form).toEqual(form);
  });

  test('userinfo carries the token itself', async () => {
    const { outcome, seen } = await asked('userinfo', { body: { sub: 'alice' } });
    expect(outcome).toEqual({ ok: true, answer: { sub: 'alice' } });
    expect(seen).toMatchObject([{ purpose: 'resource', method: 'GET', authorization: 'Bearer at' }]);
  });

  test('userinfo with a bound token carries its proof', async () => {
    const { outcome, seen } = await asked('userinfo', { body: { sub: 'alice' } }, { dpop: true });
    expect(outcome.ok).toBe(true);
    expect(seen[0]?.authorization).toBe('DPoP at');
    expect(seen[0]?.fields.some(({ name }) => name === 'DPoP')).toBe(true);
  });

  test('a revocation may be answered with nothing', async () => {
    expect((await asked('revoke', { body: '' })).outcome).toEqual({ ok: true, answer: {} });
  });

  test.each<[string, FakeAnswer, string, RegExp]>([
    [
      'a refusal',
      { status: 401, body: { error: 'invalid_client' } },
      'invalid_client',
      /accept this client.*\.$/,
    ],
    [
      'a bare status',
      { status: 503, body: '' },
      'question-refused',
      /^The introspection endpoint answered 503\.$/,
    ],
    ['a page', { body: '<html>' }, 'answer-malformed', /not a JSON object/],
    [
      'no answer',
      { failure: { code: 'refused', message: 'Nobody listens.', detail: '' } },
      'token-request-failed',
      /Nobody listens\.$/,
    ],
  ])('%s', async (_, told, code, message) => {
    const { outcome } = await asked('introspect', told);
    expect(outcome).toMatchObject({ ok: false, stopped: { code, message: expect.stringMatching(message) } });
  });

  test('nothing is asked where the metadata name no endpoint', async () => {
    const { outcome, seen } = await asked(
      'introspect',
      {},
      { known: { issuer, token_endpoint: `${issuer}/token` } },
    );
    expect(outcome).toMatchObject({ ok: false, stopped: { code: 'no-endpoint' } });
    expect(seen).toEqual([]);
  });

  test('nothing is asked about a token that is not there', async () => {
    const { tokens, seen } = world();
    const outcome = await tokens().ask({
      profile: { id: 'p1', name: 'Acme prod', settings: settingsOf(), renew: true },
      environmentId: '',
      question: 'introspect',
      which: 'access',
      route,
      hooks: { signal: new AbortController().signal },
    });
    expect(outcome).toMatchObject({ ok: false, stopped: { code: 'no-token' } });
    expect(seen).toEqual([]);
  });
});
