import { keyFields } from '../parts/key-fields.ts';
import { z } from 'zod';
import { isHmacAlgorithm, jwsAlgorithms, secretEncodings } from '../jose/jws.ts';
import type { FormField, OpenSettings } from '../scheme.ts';

const places = ['header', 'query'] as const;

export const jwtSettings = z.object({
  algorithm: z.enum(jwsAlgorithms).default('HS256'),
  secret: z.string().default(''),
  secretEncoding: z.enum(secretEncodings).default('text'),
  privateKey: z.string().default(''),
  passphrase: z.string().default(''),
  header: z.string().default('{}'),
  claims: z.string().default('{}'),
  /** Seconds; empty: no `exp` is filled in. */
  lifetime: z.string().default('300'),
  omitIssuedAt: z.boolean().default(false),
  notBefore: z.boolean().default(false),
  tokenId: z.boolean().default(false),
  place: z.enum(places).default('header'),
  field: z.string().default('Authorization'),
  prefix: z.string().default('Bearer'),
  parameter: z.string().default('token'),
});
export type JwtSettings = z.infer<typeof jwtSettings>;

const shared = ({ algorithm }: OpenSettings): boolean => isHmacAlgorithm(algorithm);
const inHeader = ({ place }: OpenSettings): boolean => place === 'header';

export const jwtForm: readonly FormField[] = [
  {
    name: 'algorithm',
    label: 'Algorithm',
    kind: 'choice',
    group: 'Key',
    choices: jwsAlgorithms.map((value) => ({
      value,
      label: value,
      ...(isHmacAlgorithm(value) ? { note: 'shared secret' } : {}),
    })),
  },
  ...keyFields(shared),
  {
    name: 'header',
    label: 'Header',
    kind: 'lines',
    group: 'Token',
    help: 'JSON; alg and typ are filled in.',
  },
  { name: 'claims', label: 'Claims', kind: 'lines', group: 'Token', help: 'JSON; what is there stays.' },
  {
    name: 'lifetime',
    label: 'Lifetime',
    kind: 'text',
    group: 'Token',
    placeholder: 'no exp',
    help: 'Seconds from iat to exp.',
  },
  { name: 'omitIssuedAt', label: 'Leave out iat', kind: 'switch', group: 'Token' },
  { name: 'notBefore', label: 'Fill in nbf', kind: 'switch', group: 'Token' },
  { name: 'tokenId', label: 'Fill in jti', kind: 'switch', group: 'Token' },
  {
    name: 'place',
    label: 'Place',
    kind: 'choice',
    group: 'Sent in',
    choices: [
      { value: 'header', label: 'Header' },
      { value: 'query', label: 'Query', note: 'ends up in logs' },
    ],
  },
  { name: 'field', label: 'Field', kind: 'text', group: 'Sent in', when: inHeader },
  { name: 'prefix', label: 'Prefix', kind: 'text', group: 'Sent in', placeholder: 'none', when: inHeader },
  {
    name: 'parameter',
    label: 'Parameter',
    kind: 'text',
    group: 'Sent in',
    when: (own) => !inHeader(own),
  },
];
