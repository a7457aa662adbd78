import { z } from 'zod';
import { base64OfBytes, utf8ByteString } from '../exchange/bytes.ts';
import type { Xray } from '../exchange/exchange.ts';
import { maskSecret } from '../exchange/redact.ts';
import { oauth1Foreign } from './oauth1/foreign.ts';
import { isRemoteHttp } from './parts/loopback-host.ts';
import type { FormParameter } from './parts/form-parameters.ts';
import { isFormRequest, oauth1BaseString, requestParameters } from './oauth1/base-string.ts';
import { oauth1Places, withOAuth1Parameters } from './oauth1/request.ts';
import { isRsaMethod, oauth1Methods, oauth1Signature, oauth1Ways } from './oauth1/signature.ts';
import { bodyHash, defineScheme, send, type FormField, type OpenSettings, type SchemeEnv } from './scheme.ts';

const text = z.string().default('');

const settings = z.object({
  consumerKey: text,
  consumerSecret: text,
  token: text,
  tokenSecret: text,
  method: z.enum(oauth1Methods).default('HMAC-SHA1'),
  privateKey: text,
  passphrase: text,
  place: z.enum(oauth1Places).default('header'),
  realm: text,
  bodyHash: z.boolean().default(false),
  callback: text,
  verifier: text,
  /** Empty: the clock's. */
  timestamp: text,
  /** Empty: a random one. */
  nonce: text,
  omitVersion: z.boolean().default(false),
});
export type OAuth1Settings = z.infer<typeof settings>;

const usesRsa = ({ method }: OpenSettings): boolean => isRsaMethod(method);

const signature: readonly FormField[] = [
  {
    name: 'method',
    label: 'Signature',
    kind: 'choice',
    group: 'Signature',
    choices: oauth1Methods.map((value) => ({
      value,
      label: value,
      ...(value === 'PLAINTEXT' ? { note: 'the secrets themselves' } : {}),
    })),
  },
  {
    name: 'privateKey',
    label: 'Private key',
    kind: 'secret-lines',
    group: 'Signature',
    help: 'RSA, as PEM or JWK.',
    when: usesRsa,
  },
  { name: 'passphrase', label: 'Passphrase', kind: 'secret', group: 'Signature', when: usesRsa },
  {
    name: 'place',
    label: 'Place',
    kind: 'choice',
    group: 'Signature',
    choices: [
      { value: 'header', label: 'Header' },
      { value: 'query', label: 'Query', note: 'ends up in logs' },
      { value: 'body', label: 'Body', note: 'form bodies only' },
    ],
  },
  {
    name: 'realm',
    label: 'Realm',
    kind: 'text',
    group: 'Signature',
    when: ({ place }) => place === 'header',
  },
  {
    name: 'bodyHash',
    label: 'Body hash',
    kind: 'switch',
    group: 'Signature',
    help: 'Signs a body that is no form, as oauth_body_hash.',
  },
];

const furtherParameters: readonly FormField[] = [
  {
    name: 'callback',
    label: 'Callback',
    kind: 'text',
    group: 'Parameters',
    help: 'When asking for temporary credentials.',
  },
  {
    name: 'verifier',
    label: 'Verifier',
    kind: 'text',
    group: 'Parameters',
    help: 'When exchanging them for a token.',
  },
  {
    name: 'timestamp',
    label: 'Timestamp',
    kind: 'text',
    group: 'Parameters',
    placeholder: 'the clock',
    help: 'In seconds.',
  },
  { name: 'nonce', label: 'Nonce', kind: 'text', group: 'Parameters', placeholder: 'a random one' },
  { name: 'omitVersion', label: 'Leave out the version', kind: 'switch', group: 'Parameters' },
];

/** In the order of RFC 5849 §3.1; empty ones are not sent. */
const protocolParameters = (own: OAuth1Settings, env: SchemeEnv): readonly FormParameter[] => {
  const nonce = own.nonce === '' ? hexOf(env.randomBytes(16)) : own.nonce;
  const timestamp = own.timestamp === '' ? String(Math.floor(env.nowMs() / 1000)) : own.timestamp;
  const all: readonly FormParameter[] = [
    ['oauth_consumer_key', own.consumerKey],
    ['oauth_token', own.token],
    ['oauth_signature_method', own.method],
    ['oauth_timestamp', timestamp],
    ['oauth_nonce', nonce],
    ['oauth_version', own.omitVersion ? '' : '1.0'],
    ['oauth_callback', own.callback],
    ['oauth_verifier', own.verifier],
  ];
  return all
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, utf8ByteString(value)] as const);
};

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const xrayOf = (own: OAuth1Settings, baseString: string, signed: string): Xray => {
  const { by } = oauth1Ways[own.method];
  const hidden = `${maskSecret(own.consumerSecret, false)}&${own.tokenSecret === '' ? '' : maskSecret(own.tokenSecret, false)}`;
  return {
    scheme: `OAuth 1.0a, ${own.method}`,
    parts: [
      by === 'rsa'
        ? { kind: 'input', label: 'private key', text: maskSecret(own.privateKey, false), masked: true }
        : { kind: 'input', label: 'signing key', text: hidden, masked: true },
      { kind: 'to-sign', label: 'signature base string', text: baseString },
      by === 'plaintext'
        ? { kind: 'result', label: 'oauth_signature', text: hidden, masked: true }
        : { kind: 'result', label: 'oauth_signature', text: signed },
    ],
  };
};

/** A request signed with the client's and the token's secrets (RFC 5849). Without a consumer key nothing is added. */
export const oauth1 = defineScheme<OAuth1Settings>({
  id: 'oauth1',
  label: 'OAuth 1.0a',
  references: ['RFC 5849', 'OAuth Request Body Hash 1.0'],
  challenges: ['oauth'],
  form: [
    { name: 'consumerKey', label: 'Consumer key', kind: 'text' },
    { name: 'consumerSecret', label: 'Consumer secret', kind: 'secret' },
    { name: 'token', label: 'Token', kind: 'text' },
    { name: 'tokenSecret', label: 'Token secret', kind: 'secret' },
    ...signature,
    ...furtherParameters,
  ],
  credential: 'consumer key or token',
  settings,
  summary: ({ method }) => `OAuth 1.0a, ${method}`,
  problem: ({ consumerKey, method, privateKey, timestamp }) => {
    if (consumerKey === '') return undefined;
    if (isRsaMethod(method) && privateKey.trim() === '') return `${method} needs a private key.`;
    if (!/^\d*$/.test(timestamp)) return 'The timestamp of OAuth 1.0a is a number of seconds.';
    return undefined;
  },
  *flow(request, own, env) {
    if (own.consumerKey === '') {
      yield* send(request);
      return;
    }
    const parameters = [...protocolParameters(own, env)];
    if (own.bodyHash && !isFormRequest(request)) {
      const digest = yield* bodyHash(oauth1Ways[own.method].hash, request.body);
      parameters.push(['oauth_body_hash', base64OfBytes(digest)]);
    }
    const signedParameters = [...requestParameters(request), ...parameters];
    const baseString = oauth1BaseString(request.method, request.url, signedParameters);
    const key = { text: own.privateKey, ...(own.passphrase === '' ? {} : { passphrase: own.passphrase }) };
    const signed = oauth1Signature(own.method, baseString, { ...own, privateKey: key }, env);
    parameters.push(['oauth_signature', signed]);
    const carrying = withOAuth1Parameters(request, own.place, parameters, utf8ByteString(own.realm));
    yield* send({ ...carrying, xray: xrayOf(own, baseString, signed) });
  },
  notices: (own, { url }) => {
    if (own.consumerKey === '') return [];
    return [
      ...(own.token === '' && own.callback === ''
        ? [
            {
              title: 'Signed without a token',
              explanation:
                'The request speaks for the client alone. Where the API acts for a user, fill in token and token secret.',
            },
          ]
        : []),
      ...(own.method === 'PLAINTEXT' && isRemoteHttp(url)
        ? [
            {
              title: 'PLAINTEXT over http',
              explanation:
                'Both secrets cross the network readable. Use https, or a method that signs (RFC 5849 §3.4.4).',
            },
          ]
        : []),
    ];
  },
  curl: ({ consumerKey, method }) => ({
    words: [],
    notes:
      consumerKey === '' || method === 'PLAINTEXT'
        ? []
        : [
            'curl cannot sign with OAuth 1.0a: the signature is exported as it is and is good once, until the server has seen its nonce or its timestamp is too old.',
          ],
  }),
  foreign: oauth1Foreign,
});
