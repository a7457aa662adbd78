import { z } from 'zod';
import { latin1ByteString } from '../exchange/bytes.ts';
import { plainSecret } from '../workspace/secret.ts';
import { basicCharsets } from './basic/codec.ts';
import { digestAlgorithms } from './digest/algorithm.ts';
import { digestFlow } from './digest/flow.ts';
import { hasNoLogin, isTyped, loginOf, loginSources, loginWords, netrcFields } from './parts/netrc-login.ts';
import { defineScheme, send, type ForeignAuth } from './scheme.ts';

const algorithms = digestAlgorithms.map(({ name }) => name);

const settings = z.object({
  username: z.string().default(''),
  password: z.string().default(''),
  algorithm: z.enum(['auto', ...algorithms]).default('auto'),
  qop: z.enum(['auto', 'auth', 'auth-int']).default('auto'),
  source: z.enum(loginSources).default('typed'),
  netrcFile: z.string().default(''),
  charset: z.enum(basicCharsets).default('utf-8'),
});
export type DigestSettings = z.infer<typeof settings>;

/** Other tools fill in MD5 and auth by themselves, so that only what differs was meant. */
const foreign = (types: readonly string[]): ForeignAuth => ({
  types,
  read: ({ username = '', password = '', qop = '' }) => ({
    username,
    password: plainSecret(password),
    ...(qop === 'auth-int' ? { qop } : {}),
  }),
  write: ({ username, password }) => ({ username: String(username), password: String(password) }),
});

/** User name and password, hashed with a nonce of the server (RFC 7616). An empty form adds nothing. */
export const digest = defineScheme<DigestSettings>({
  id: 'digest',
  label: 'Digest',
  references: ['RFC 7616', 'RFC 2617', 'RFC 2069'],
  challenges: ['digest'],
  form: [
    { name: 'username', label: 'User name', kind: 'text' },
    {
      name: 'password',
      label: 'Password',
      kind: 'secret',
      help: 'Never sent; the server sees a hash of it.',
      when: isTyped,
    },
    ...netrcFields,
    {
      name: 'algorithm',
      label: 'Algorithm',
      kind: 'choice',
      group: 'Answer',
      help: 'Another than the strongest answers only challenges that name it.',
      choices: [
        { value: 'auto', label: 'Strongest offered' },
        ...algorithms.map((name) => ({ value: name, label: name })),
      ],
    },
    {
      name: 'qop',
      label: 'Protection',
      kind: 'choice',
      group: 'Answer',
      choices: [
        { value: 'auto', label: 'As offered', note: 'auth where there is a choice' },
        { value: 'auth', label: 'auth', note: 'method and address' },
        { value: 'auth-int', label: 'auth-int', note: 'the body too' },
      ],
    },
    {
      name: 'charset',
      label: 'Charset',
      kind: 'choice',
      group: 'Answer',
      help: 'Where the challenge names none.',
      choices: [
        { value: 'utf-8', label: 'UTF-8' },
        { value: 'iso-8859-1', label: 'ISO-8859-1', note: 'older servers' },
      ],
    },
  ],
  credential: 'user name or password',
  settings,
  summary: ({ username }) => (username === '' ? 'Digest' : `Digest, ${username}`),
  problem: ({ username, password, charset }) =>
    charset === 'iso-8859-1' && latin1ByteString(username + password) === undefined
      ? 'ISO-8859-1 has no code for a character of the user name or password; use UTF-8.'
      : undefined,
  answers: ['Authorization'],
  *flow(request, own, env) {
    if (hasNoLogin(own)) yield* send(request);
    else
      yield* digestFlow(
        request,
        { ...own, ...(yield* loginOf(request, own)) },
        { algorithm: own.algorithm, qop: own.qop },
        env,
      );
  },
  curl: (own) =>
    hasNoLogin(own)
      ? { words: [], notes: [] }
      : {
          words: [{ text: '--digest' }, ...loginWords(own).words],
          notes: [...loginWords(own).notes, ...curlNotes(own)],
        },
  curlReading: {
    option: 'digest',
    read: ({ username, password }) => ({ username, password: plainSecret(password) }),
  },
  foreign: {
    postman: foreign(['digest']),
    insomnia: foreign(['digest']),
    bruno: foreign(['digest']),
    hoppscotch: foreign(['digest']),
    openapi: { types: ['http digest'], read: () => ({}) },
  },
});

const curlNotes = ({ username, password, algorithm, qop, charset }: DigestSettings): readonly string[] => [
  ...(qop === 'auth-int'
    ? ['curl does not know qop=auth-int and takes auth where the server offers it.']
    : []),
  ...(algorithm === 'auto'
    ? []
    : ['curl cannot be held to one algorithm: it takes the first challenge that it knows.']),
  ...(algorithm.startsWith('SHA-512')
    ? [`Many versions of curl do not know ${algorithm} or compute it wrongly.`]
    : []),
  ...(charset === 'iso-8859-1' && /[^\u0000-\u007f]/.test(username + password)
    ? ['curl encodes user name and password as the terminal does, mostly in UTF-8.']
    : []),
];
