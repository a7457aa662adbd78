import fc from 'fast-check';
import { defaultDraftSettings, type Draft } from './draft.ts';
import type { HostRule } from './host-rule.ts';
import type { Environment, Profile } from './profile.ts';

/** Drafts, profiles and environments of every shape, for property tests. */

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '{{token}}',
    'Bearer {{token}}',
    'a\r\nb',
    'line\nline\n',
    '- a: b',
    'null',
    'yes',
    '1.0',
    '#',
  ),
);
const name = fc.oneof(
  text,
  fc.constantFrom(
    'Authorization',
    'Cookie',
    'X-Api-Key',
    'Accept',
    'access_token',
    'token',
    'q',
    'password',
    '__proto__',
  ),
);
const switchables = fc.array(fc.record({ name, value: text, on: fc.boolean() }), { maxLength: 4 });
const secretText = fc.record({ plain: text });
const settingName = fc.constantFrom('username', 'password', 'token', 'clientSecret', 'prefix', 'inQuery');
const settings = fc.dictionary(settingName, fc.oneof(text, fc.boolean(), secretText), { maxKeys: 5 });

const json = fc
  .record({ user: fc.string(), password: fc.string(), note: fc.string() })
  .map((value) => JSON.stringify(value, null, 2));

const variables = fc.array(fc.record({ name, value: text, on: fc.boolean(), secret: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

const body: fc.Arbitrary<Draft['body']> = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({ kind: fc.constant('text' as const), text: fc.oneof(text, json), contentType: text }),
  fc.record({
    kind: fc.constant('graphql' as const),
    query: text,
    variables: fc.oneof(text, json),
    operationName: text,
  }),
  fc.record({ kind: fc.constant('form' as const), fields: switchables }),
  fc.record({
    kind: fc.constant('multipart' as const),
    parts: fc.array(
      fc.record(
        { name, on: fc.boolean(), value: text, file: text, contentType: text, fileName: text },
        { requiredKeys: ['name', 'on'] },
      ),
      { maxLength: 3 },
    ),
  }),
  fc.record({ kind: fc.constant('bytes' as const), base64: fc.base64String(), contentType: text }),
  fc.record({ kind: fc.constant('file' as const), path: text, contentType: text }),
);

const notEmpty = text.filter((given) => given !== '');

const clientCertificate = fc.record(
  { certificateFile: text, keyFile: notEmpty, passphrase: secretText },
  { requiredKeys: ['certificateFile', 'passphrase'] },
);

export const anyHostRule: fc.Arbitrary<HostRule> = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 20 }),
    name: fc.string({ minLength: 1 }),
    verifyTls: fc.boolean(),
    clientCertificate,
  },
  { requiredKeys: ['id', 'name', 'verifyTls'] },
);

const settledDraft = fc.record({
  id: fc.string({ minLength: 1, maxLength: 20 }),
  name: text,
  folder: fc.array(fc.string({ minLength: 1, maxLength: 10 }), { maxLength: 3 }),
  method: fc.constantFrom('GET', 'POST', 'gEt'),
  url: fc.oneof(
    text,
    fc.constantFrom(
      'https://alice:pa@ss@example.com/x',
      '{{base}}/a',
      'user:pw@host',
      'https://h/?token=abc&b=1',
    ),
  ),
  params: fc.array(fc.record({ name, value: text, on: fc.boolean() }, { requiredKeys: ['name', 'on'] }), {
    maxLength: 4,
  }),
  pathParams: fc.array(fc.record({ name, value: text }), { maxLength: 2 }),
  fields: switchables,
  fieldsOff: fc.array(fc.constantFrom('user-agent', 'accept')),
  body,
  auth: fc.oneof(
    fc.constant({ kind: 'inherit' as const }),
    fc.constant({ kind: 'none' as const }),
    fc.record({ kind: fc.constant('profile' as const), profileId: text }),
    fc.record({ kind: fc.constant('own' as const), scheme: text, settings }),
  ),
  settings: fc
    .record(
      {
        followRedirects: fc.boolean(),
        maxRedirects: fc.integer({ min: 0, max: 50 }),
        verifyTls: fc.boolean(),
        cookies: fc.boolean(),
        trustedOrigins: fc.array(text, { maxLength: 2 }),
        caFile: text,
        resolve: fc.array(text, { minLength: 1, maxLength: 2 }),
        connectTo: fc.array(text, { minLength: 1, maxLength: 2 }),
        ipVersion: fc.constantFrom('4' as const, '6' as const),
        bindAddress: notEmpty,
        unixSocket: notEmpty,
        serverName: notEmpty,
        tlsMinimum: fc.constantFrom('1.0' as const, '1.3' as const),
        tlsMaximum: fc.constantFrom('1.0' as const, '1.3' as const),
        clientCertificate,
        noProxy: text,
        proxy: fc.record(
          {
            url: text,
            username: text,
            password: secretText,
            scheme: fc.constantFrom('basic' as const, 'ntlm' as const),
            verifyTls: fc.boolean(),
          },
          { requiredKeys: ['url', 'username', 'password'] },
        ),
      },
      { requiredKeys: [] },
    )
    .map((some) => ({ ...defaultDraftSettings, ...some })),
});

export const anyDraft: fc.Arbitrary<Draft> = fc
  .tuple(settledDraft, fc.record({ variables }, { requiredKeys: [] }))
  .map(([draft, own]) => ({ ...draft, ...own }));

export const anyProfile: fc.Arbitrary<Profile> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 20 }),
  name: fc.string({ minLength: 1 }),
  scheme: text,
  settings,
  trustedOrigins: fc.array(text, { maxLength: 2 }),
  renew: fc.boolean(),
});

export const anyEnvironment: fc.Arbitrary<Environment> = fc.record({
  id: fc.string({ minLength: 1, maxLength: 20 }),
  name: fc.string({ minLength: 1 }),
  variables: fc.array(fc.record({ name, value: text, on: fc.boolean(), secret: fc.boolean() }), {
    maxLength: 4,
  }),
});
