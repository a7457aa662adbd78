import { z } from 'zod';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Xray } from '../exchange/exchange.ts';
import { maskSecret } from '../exchange/redact.ts';
import { plainSecret } from '../workspace/secret.ts';
import { attachField } from './parts/attach.ts';
import { defineScheme, send } from './scheme.ts';
import { wsseDigests, wsseNonces, wsseToken, type WsseInputs } from './wsse/token.ts';

const settings = z.object({
  username: z.string().default(''),
  password: z.string().default(''),
  nonceForm: z.enum(wsseNonces).default('base64'),
  digestForm: z.enum(wsseDigests).default('octets'),
  withoutAuthorization: z.boolean().default(false),
});
export type WsseSettings = z.infer<typeof settings>;

const isEmpty = ({ username, password }: WsseSettings): boolean => username === '' && password === '';

/** A UsernameToken in header fields: the password digested with a nonce and the time. An empty form adds nothing. */
export const wsse = defineScheme<WsseSettings>({
  id: 'wsse',
  label: 'WSSE',
  references: ['OASIS Web Services Security UsernameToken Profile 1.1', 'Atom Authentication (2003)'],
  challenges: ['wsse'],
  form: [
    { name: 'username', label: 'User name', kind: 'text' },
    {
      name: 'password',
      label: 'Password',
      kind: 'secret',
      help: 'Never sent; the server sees a hash of it.',
    },
    {
      name: 'nonceForm',
      label: 'Nonce',
      kind: 'choice',
      group: 'Form',
      choices: [
        { value: 'base64', label: 'Base64', note: 'digested as octets, the OASIS profile' },
        { value: 'text', label: 'Text', note: 'digested as sent, older APIs' },
      ],
    },
    {
      name: 'digestForm',
      label: 'Digest',
      kind: 'choice',
      group: 'Form',
      choices: [
        { value: 'octets', label: 'Base64 of SHA-1' },
        { value: 'hex', label: 'Base64 of its hex digits', note: 'Emarsys and others' },
      ],
    },
    {
      name: 'withoutAuthorization',
      label: 'X-WSSE only',
      kind: 'switch',
      group: 'Form',
      help: 'Leaves out Authorization: WSSE profile="UsernameToken".',
    },
  ],
  credential: 'user name or password',
  settings,
  summary: ({ username }) => (username === '' ? 'WSSE' : `WSSE, ${username}`),
  *flow(request, own, env) {
    if (isEmpty(own)) {
      yield* send(request);
      return;
    }
    const inputs: WsseInputs = {
      ...own,
      nonce: env.randomBytes(16),
      created: new Date(env.nowMs()).toISOString().replace(/\.\d+Z$/, 'Z'),
    };
    const announced = own.withoutAuthorization
      ? request
      : attachField(request, 'Authorization', 'WSSE profile="UsernameToken"');
    yield* send({ ...attachField(announced, 'X-WSSE', wsseToken(inputs).value), xray: xrayOf(inputs) });
  },
  curl: (own) => ({
    words: [],
    notes: isEmpty(own)
      ? []
      : ['curl cannot make a UsernameToken: it is exported as it is, and good once and for a few minutes.'],
  }),
  foreign: {
    bruno: {
      types: ['wsse'],
      read: ({ username = '', password = '' }) => ({
        username,
        password: plainSecret(password),
        nonceForm: 'text',
        digestForm: 'hex',
      }),
      write: ({ username, password }) => ({ username: String(username), password: String(password) }),
    },
  },
});

const xrayOf = (inputs: WsseInputs): Xray => {
  const { nonce, digested, passwordDigest } = wsseToken(inputs);
  const shown = inputs.nonceForm === 'text' ? digested : `octets ${bytesToHex(inputs.nonce)}`;
  return {
    scheme: 'WSSE UsernameToken',
    parts: [
      { kind: 'input', label: 'Username', text: inputs.username },
      { kind: 'input', label: 'Nonce', text: nonce },
      { kind: 'input', label: 'Created', text: inputs.created },
      {
        kind: 'to-sign',
        label: 'Nonce, Created and password',
        text: `${shown} ${inputs.created} ${maskSecret('', false)}`,
        masked: true,
      },
      { kind: 'result', label: 'PasswordDigest', text: passwordDigest },
    ],
  };
};
