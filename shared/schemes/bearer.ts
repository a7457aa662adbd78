import { z } from 'zod';
import { fieldsNamed } from '../exchange/fields.ts';
import { plainSecret } from '../workspace/secret.ts';
import { attachField, prefixed } from './parts/attach.ts';
import { defineScheme, send, type ForeignAuth } from './scheme.ts';

const settings = z.object({ token: z.string().default(''), prefix: z.string().default('Bearer') });
export type BearerSettings = z.infer<typeof settings>;

const foreign: ForeignAuth = {
  types: ['bearer'],
  read: ({ token = '' }) => ({ token: plainSecret(token), prefix: 'Bearer' }),
  write: ({ token }) => ({ token: String(token) }),
};

/** An empty prefix is Bearer there; none at all has a name of its own. */
const withPrefix = (none: string): ForeignAuth => ({
  ...foreign,
  read: ({ token = '', prefix = '' }) => ({
    token: plainSecret(token),
    prefix: prefix === '' ? 'Bearer' : prefix === none ? '' : prefix,
  }),
  write: ({ token, prefix }) => ({ token: String(token), prefix: prefix === '' ? none : String(prefix) }),
});

/** A ready token in Authorization (RFC 6750 §2.1), with another word than Bearer where a server wants one. */
export const bearer = defineScheme<BearerSettings>({
  id: 'bearer',
  label: 'Bearer token',
  references: ['RFC 6750 §2.1'],
  challenges: ['bearer'],
  form: [
    { name: 'token', label: 'Token', kind: 'secret', help: 'The token alone, without the word Bearer.' },
    {
      name: 'prefix',
      label: 'Prefix',
      kind: 'text',
      placeholder: 'none',
      help: 'The word before the token; some servers want Token, or no word at all.',
    },
  ],
  credential: 'token',
  settings,
  summary: ({ prefix }) => (prefix === 'Bearer' || prefix === '' ? 'Bearer token' : `Token, "${prefix}"`),
  *flow(request, { token, prefix }) {
    yield* send(token === '' ? request : attachField(request, 'Authorization', prefixed(prefix, token)));
  },
  curlReading: {
    option: 'oauth2-bearer',
    read: ({ value }) => ({ token: plainSecret(value), prefix: 'Bearer' }),
  },
  foreign: {
    postman: foreign,
    insomnia: withPrefix('NO_PREFIX'),
    bruno: foreign,
    hoppscotch: foreign,
    yaak: withPrefix(' '),
    openapi: { types: ['http bearer'], read: () => ({}) },
  },
  recognise: ({ fields }) => {
    const [field, second] = fieldsNamed(fields, 'Authorization');
    if (field === undefined || second !== undefined) return undefined;
    // Only what is sound: a damaged field stays typed, so that it is seen and can be repaired where it stands.
    const [, prefix, token] = /^(bearer) ([A-Za-z0-9\-._~+/]+=*)$/i.exec(field.value) ?? [];
    if (prefix === undefined || token === undefined) return undefined;
    return { settings: { token: plainSecret(token), prefix }, fieldNames: ['authorization'], queryNames: [] };
  },
});
