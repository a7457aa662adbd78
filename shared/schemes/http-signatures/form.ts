import { keyFields } from '../parts/key-fields.ts';
import { z } from 'zod';
import { secretEncodings } from '../jose/jws.ts';
import type { FormField, OpenSettings, SigningAlgorithm } from '../scheme.ts';

/** Names of the registry of RFC 9421 §6.2.2. */
export const signatureAlgorithms = [
  'ed25519',
  'ecdsa-p256-sha256',
  'ecdsa-p384-sha384',
  'rsa-pss-sha512',
  'rsa-v1_5-sha256',
  'hmac-sha256',
] as const;
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number];

/** The same by the names of JOSE; `undefined`: a shared secret. */
export const joseNames: Readonly<Record<SignatureAlgorithm, SigningAlgorithm | undefined>> = {
  ed25519: 'EdDSA',
  'ecdsa-p256-sha256': 'ES256',
  'ecdsa-p384-sha384': 'ES384',
  'rsa-pss-sha512': 'PS512',
  'rsa-v1_5-sha256': 'RS256',
  'hmac-sha256': undefined,
};

export const httpSignatureSettings = z.object({
  algorithm: z.enum(signatureAlgorithms).default('ed25519'),
  secret: z.string().default(''),
  secretEncoding: z.enum(secretEncodings).default('base64'),
  privateKey: z.string().default(''),
  passphrase: z.string().default(''),
  keyId: z.string().default(''),
  /** One to a line. */
  components: z.string().default('@method\n@target-uri\ncontent-digest'),
  digest: z.enum(['sha-256', 'sha-512']).default('sha-256'),
  label: z.string().default('sig1'),
  omitCreated: z.boolean().default(false),
  /** Seconds; empty: no `expires`. */
  lifetime: z.string().default(''),
  nonce: z.boolean().default(false),
  nameAlgorithm: z.boolean().default(false),
  tag: z.string().default(''),
  /** PEM or JWK: what a signed answer is checked with. */
  serverKey: z.string().default(''),
});
export type HttpSignatureSettings = z.infer<typeof httpSignatureSettings>;

const shared = ({ algorithm }: OpenSettings): boolean => algorithm === 'hmac-sha256';

export const httpSignatureForm: readonly FormField[] = [
  {
    name: 'algorithm',
    label: 'Algorithm',
    kind: 'choice',
    group: 'Key',
    choices: signatureAlgorithms.map((value) => ({
      value,
      label: value,
      ...(value === 'hmac-sha256' ? { note: 'shared secret' } : {}),
    })),
  },
  ...keyFields(shared),
  { name: 'keyId', label: 'Key ID', kind: 'text', group: 'Key', help: 'By which the server finds its key.' },
  {
    name: 'components',
    label: 'Covered',
    kind: 'lines',
    group: 'Signature',
    help: 'One to a line: @method, date, @query-param;name="id". content-digest is made where there is a body.',
  },
  {
    name: 'digest',
    label: 'Content-Digest',
    kind: 'choice',
    group: 'Signature',
    choices: [
      { value: 'sha-256', label: 'sha-256' },
      { value: 'sha-512', label: 'sha-512' },
    ],
  },
  { name: 'label', label: 'Label', kind: 'text', group: 'Signature' },
  { name: 'omitCreated', label: 'Leave out created', kind: 'switch', group: 'Parameters' },
  {
    name: 'lifetime',
    label: 'Lifetime',
    kind: 'text',
    group: 'Parameters',
    placeholder: 'no expires',
    help: 'Seconds until expires.',
  },
  { name: 'nonce', label: 'Nonce', kind: 'switch', group: 'Parameters' },
  { name: 'nameAlgorithm', label: 'Name the algorithm', kind: 'switch', group: 'Parameters' },
  { name: 'tag', label: 'Tag', kind: 'text', group: 'Parameters', help: 'For which application it is made.' },
  {
    name: 'serverKey',
    label: 'Public key',
    kind: 'lines',
    group: 'Answers',
    help: 'Of the server, PEM or JWK: an answer that it signed is checked with it. A shared secret serves both.',
  },
];
