import { describe, expect, test } from 'vitest';
import type { ForeignTool } from '../schemes/scheme.ts';
import { readForeignAuth } from './foreign-auth.ts';

const read = (tool: ForeignTool, auth: unknown) => {
  const found = readForeignAuth(tool, auth);
  if (found.kind !== 'read') throw new Error('inherited');
  return found;
};

const own = (scheme: string, settings: object) => ({ kind: 'own', scheme, settings });

describe('the shapes of the tools', () => {
  test.each<[string, ForeignTool, unknown, string, object]>([
    [
      'Postman 2.1',
      'postman',
      {
        type: 'basic',
        basic: [
          { key: 'username', value: 'u', type: 'string' },
          { key: 'password', value: 'p' },
          { key: 'showPassword', value: false },
        ],
      },
      'basic',
      { username: 'u', password: { plain: 'p' }, charset: 'utf-8' },
    ],
    [
      'Postman 2.0',
      'postman',
      { type: 'apikey', apikey: { key: 'k', value: 'v', in: 'query' } },
      'api-key',
      { name: 'k', value: { plain: 'v' }, place: 'query' },
    ],
    [
      'Insomnia, its variables',
      'insomnia',
      { type: 'bearer', token: '{{ _.token }}', prefix: '' },
      'bearer',
      { token: { plain: '{{token}}' }, prefix: 'Bearer' },
    ],
    [
      'Insomnia, no prefix',
      'insomnia',
      { type: 'bearer', token: 't', prefix: 'NO_PREFIX' },
      'bearer',
      { token: { plain: 't' }, prefix: '' },
    ],
    [
      'Insomnia, Latin-1',
      'insomnia',
      { type: 'basic', username: 'u', password: 'p', useISO88591: true },
      'basic',
      { username: 'u', password: { plain: 'p' }, charset: 'iso-8859-1' },
    ],
    [
      'Insomnia, a cookie',
      'insomnia',
      { type: 'apikey', key: 'k', value: 'v', addTo: 'cookie' },
      'api-key',
      { name: 'k', value: { plain: 'v' }, place: 'cookie' },
    ],
    [
      'Bruno',
      'bruno',
      { mode: 'apikey', apikey: { key: 'k', value: 'v', placement: 'queryparams' } },
      'api-key',
      { name: 'k', value: { plain: 'v' }, place: 'query' },
    ],
    [
      'Hoppscotch, its variables',
      'hoppscotch',
      { authType: 'bearer', authActive: true, token: '<<token>>', grantTypeInfo: { clientID: 'old' } },
      'bearer',
      { token: { plain: '{{token}}' }, prefix: 'Bearer' },
    ],
    [
      'Yaak, its variables',
      'yaak',
      { authenticationType: 'bearer', authentication: { token: '${[ token ]}', prefix: 'Token' } },
      'bearer',
      { token: { plain: '{{token}}' }, prefix: 'Token' },
    ],
  ])('%s', (_, tool, auth, scheme, settings) =>
    expect(read(tool, auth)).toEqual({ kind: 'read', auth: own(scheme, settings), notes: [] }),
  );
});

describe('what is no auth of its own', () => {
  test.each<[string, ForeignTool, unknown, 'none' | 'inherited']>([
    ['Postman, noauth', 'postman', { type: 'noauth' }, 'none'],
    ['Postman, nothing', 'postman', null, 'inherited'],
    ['Insomnia, empty', 'insomnia', {}, 'inherited'],
    ['Insomnia, none', 'insomnia', { type: 'none' }, 'none'],
    ['Insomnia, switched off', 'insomnia', { type: 'basic', username: 'u', disabled: true }, 'none'],
    ['Bruno, inherited', 'bruno', { mode: 'inherit' }, 'inherited'],
    ['Bruno, none', 'bruno', { mode: 'none' }, 'none'],
    ['Hoppscotch, inherited', 'hoppscotch', { authType: 'inherit', authActive: true }, 'inherited'],
    ['Hoppscotch, switched off', 'hoppscotch', { authType: 'basic', authActive: false }, 'none'],
    ['Yaak, none', 'yaak', { authenticationType: 'none' }, 'none'],
    ['Yaak, nothing', 'yaak', { authenticationType: null }, 'inherited'],
    ['no object', 'yaak', 'basic', 'inherited'],
  ])('%s', (_, tool, auth, wanted) =>
    expect(readForeignAuth(tool, auth)).toEqual(
      wanted === 'inherited' ? { kind: 'inherited' } : { kind: 'read', auth: { kind: 'none' }, notes: [] },
    ),
  );
});

describe('what cannot be carried over is said', () => {
  test('a scheme that is not known', () =>
    expect(read('postman', { type: 'quantum', quantum: [] })).toEqual({
      kind: 'read',
      auth: { kind: 'none' },
      notes: ["Postman's auth quantum is not known here and was left out."],
    }));

  test('a value that the scheme has no place for', () =>
    expect(
      read('postman', { type: 'basic', basic: { username: 'u', password: 'p', realm: 'r', empty: '' } })
        .notes,
    ).toEqual(['Basic: realm of Postman was left out.']));

  test('a word that is none of the choices', () => {
    const { auth, notes } = read('insomnia', { type: 'asap', issuer: 'i', alg: 'none' });
    expect(auth).toMatchObject({ scheme: 'asap', settings: { issuer: 'i' } });
    expect(auth).not.toHaveProperty('settings.algorithm');
    expect(notes).toEqual(['ASAP (Atlassian): Algorithm is not one that is known here.']);
  });

  test.each<[object, readonly RegExp[]]>([
    [{ grant_type: 'client_credentials', clientId: 'c' }, []],
    [{ grant_type: 'implicit', clientId: 'c' }, [/The grant implicit is not offered here/]],
    [{ clientId: 'c' }, [/No grant is named/]],
    [{ grant_type: 'password', addTokenTo: 'queryParams' }, [/went into the query/]],
    [{ grant_type: 'password', state: 's' }, [/state of Postman was left out/]],
  ])('OAuth 2.0 of Postman: %j', (oauth2, said) => {
    const { notes } = read('postman', { type: 'oauth2', oauth2 });
    expect(notes).toEqual(said.map((one) => expect.stringMatching(one)));
  });
});

test('further parameters of Postman come along where they travel in the body', () => {
  const tokenRequestParams = [
    { key: 'a', value: '{{x}}&1', enabled: true, send_as: 'request_body' },
    { key: 'off', value: '1', enabled: false, send_as: 'request_body' },
    { key: 'h', value: '1', enabled: true, send_as: 'request_header' },
  ];
  const authRequestParams = [{ key: 'prompt', value: 'login', enabled: true }];
  const oauth2 = { grant_type: 'authorization_code', authRequestParams, tokenRequestParams };
  const { auth, notes } = read('postman', { type: 'oauth2', oauth2 });
  expect(auth).toMatchObject({
    settings: { tokenParameters: 'a={{x}}%261', authorizationParameters: 'prompt=login' },
  });
  expect(notes).toEqual([expect.stringMatching(/The parameter h travelled outside the body/)]);
});

describe('OAuth 2.0', () => {
  test.each<[ForeignTool, object, object]>([
    [
      'postman',
      {
        type: 'oauth2',
        oauth2: {
          grant_type: 'password_credentials',
          accessTokenUrl: 'https://h/t',
          clientId: 'c',
          clientSecret: 's',
          username: 'u',
          password: 'p',
          client_authentication: 'body',
          headerPrefix: 'Custom',
        },
      },
      { grant: 'password', clientAuthentication: 'body', prefix: 'Custom', username: 'u' },
    ],
    [
      'insomnia',
      { type: 'oauth2', grantType: 'authorization_code', accessTokenUrl: 'https://h/t', clientId: 'c' },
      {
        grant: 'authorization-code',
        clientAuthentication: 'basic-raw',
        redirectUri: 'http://127.0.0.1/callback',
      },
    ],
    [
      'bruno',
      {
        mode: 'oauth2',
        oauth2: {
          grantType: 'client_credentials',
          accessTokenUrl: 'https://h/t',
          clientId: 'c',
          credentialsPlacement: 'basic_auth_header',
        },
      },
      { grant: 'client-credentials', clientAuthentication: 'basic-raw' },
    ],
    [
      'hoppscotch',
      {
        authType: 'oauth-2',
        grantTypeInfo: { grantType: 'CLIENT_CREDENTIALS', tokenEndpoint: 'https://h/t', clientID: 'c' },
      },
      { grant: 'client-credentials', clientAuthentication: 'body' },
    ],
  ])('%s', (tool, auth, settings) => {
    const common = { tokenEndpoint: 'https://h/t', clientId: 'c' };
    expect(read(tool, auth).auth).toMatchObject(own('oauth2', { ...common, ...settings }));
  });
});
