import { z } from 'zod';
import { fieldsNamed } from '../exchange/fields.ts';
import { plainSecret } from '../workspace/secret.ts';
import { attachField } from './parts/attach.ts';
import { basicCharsets, decodeBasic, encodeBasic } from './basic/codec.ts';
import { hasNoLogin, isTyped, loginOf, loginSources, loginWords, netrcFields } from './parts/netrc-login.ts';
import { defineScheme, send, type ForeignAuth } from './scheme.ts';

const settings = z.object({
  username: z.string().default(''),
  password: z.string().default(''),
  source: z.enum(loginSources).default('typed'),
  netrcFile: z.string().default(''),
  charset: z.enum(basicCharsets).default('utf-8'),
});
export type BasicSettings = z.infer<typeof settings>;

/** Every tool has the same two names. */
const foreign: ForeignAuth = {
  types: ['basic'],
  read: ({ username = '', password = '', useISO88591 }) => ({
    username,
    password: plainSecret(password),
    charset: useISO88591 === 'true' ? 'iso-8859-1' : 'utf-8',
  }),
  write: ({ username, password }) => ({ username: String(username), password: String(password) }),
};

/** User name and password, Base64 (RFC 7617). An empty form adds nothing. */
export const basic = defineScheme<BasicSettings>({
  id: 'basic',
  label: 'Basic',
  references: ['RFC 7617'],
  challenges: ['basic'],
  form: [
    { name: 'username', label: 'User name', kind: 'text', help: 'Must not contain a colon.' },
    { name: 'password', label: 'Password', kind: 'secret', when: isTyped },
    ...netrcFields,
    {
      name: 'charset',
      label: 'Charset',
      kind: 'choice',
      choices: [
        { value: 'utf-8', label: 'UTF-8', note: 'RFC 7617 §2.1' },
        { value: 'iso-8859-1', label: 'ISO-8859-1', note: 'older servers' },
      ],
    },
  ],
  credential: 'user name or password',
  settings,
  summary: ({ username, source }) =>
    ['Basic', ...(username === '' ? [] : [username]), ...(source === 'netrc' ? ['from netrc'] : [])].join(
      ', ',
    ),
  problem: (own) => {
    const encoded = encodeBasic(own.username, own.password, own.charset);
    return encoded.ok ? undefined : encoded.problem;
  },
  *flow(request, own) {
    const { username, password } = yield* loginOf(request, own);
    const encoded = encodeBasic(username, password, own.charset);
    yield* send(
      encoded.ok && !hasNoLogin(own) ? attachField(request, 'Authorization', encoded.value) : request,
    );
  },
  /** curl encodes `-u` in the terminal's charset, UTF-8 here; anything else is exported as the field itself. */
  curl: (own) =>
    own.charset === 'utf-8' && !hasNoLogin(own) && encodeBasic(own.username, own.password, own.charset).ok
      ? loginWords(own)
      : { words: [], notes: [] },
  curlReading: {
    option: 'basic',
    read: ({ username, password }) => ({ username, password: plainSecret(password), charset: 'utf-8' }),
  },
  foreign: {
    postman: foreign,
    insomnia: {
      ...foreign,
      write: (settings) => ({
        username: String(settings['username']),
        password: String(settings['password']),
        useISO88591: String(settings['charset'] === 'iso-8859-1'),
      }),
    },
    bruno: foreign,
    hoppscotch: foreign,
    yaak: foreign,
    openapi: { types: ['basic', 'http basic'], read: () => ({}) },
  },
  recognise: ({ fields }) => {
    const [field, second] = fieldsNamed(fields, 'Authorization');
    if (field === undefined || second !== undefined || !/^basic /i.test(field.value)) return undefined;
    const { readable, user, password, charset } = decodeBasic(field.value);
    if (!readable) return undefined;
    // A line break in the password or a field that would be written otherwise stays typed: that may be the fault.
    const again = encodeBasic(user, password, charset);
    if (!again.ok || again.warnings.length > 0 || again.value !== field.value) return undefined;
    return {
      settings: { username: user, password: plainSecret(password), charset },
      fieldNames: ['authorization'],
      queryNames: [],
    };
  },
});
