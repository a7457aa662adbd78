import { z } from 'zod';
import { asapForeign } from './asap/foreign.ts';
import { asapKeyOf } from './asap/key.ts';
import { attachField } from './parts/attach.ts';
import { jsonMembers, jsonObjectProblem, withJsonMembers } from './jose/json-object.ts';
import { signJws } from './jose/jws.ts';
import { jwsXray } from './jose/jws-xray.ts';
import { absentMembers, orEmptyObject } from './jwt/claims.ts';
import { randomUuid } from './parts/random-uuid.ts';
import { defineScheme, send, type SchemeEnv } from './scheme.ts';

const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] as const;

/** The specification's own limit for `exp` after `iat`. */
const longestSeconds = 3600;

const text = z.string().default('');

const settings = z.object({
  issuer: text,
  audience: text,
  keyId: text,
  privateKey: text,
  passphrase: text,
  algorithm: z.enum(algorithms).default('RS256'),
  subject: text,
  /** Seconds. */
  lifetime: z.string().default('60'),
  claims: z.string().default('{}'),
});
export type AsapSettings = z.infer<typeof settings>;

/** Several audiences are separated by commas. */
const audienceOf = (audience: string): string | readonly string[] => {
  const all = audience
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return all.length > 1 ? all : (all[0] ?? '');
};

const claimsOf = (own: AsapSettings, env: SchemeEnv): string => {
  const typed = orEmptyObject(own.claims);
  const issuedAt = Math.floor(env.nowMs() / 1000);
  const filled = {
    iss: own.issuer,
    ...(own.subject === '' ? {} : { sub: own.subject }),
    aud: audienceOf(own.audience),
    iat: issuedAt,
    exp: issuedAt + Number(own.lifetime),
    jti: randomUuid(env.randomBytes(16)),
  };
  return withJsonMembers(typed, absentMembers(filled, jsonMembers(typed)), 'before');
};

const problemOf = (own: AsapSettings): string | undefined => {
  if (own.privateKey.trim() === '') return undefined;
  if (own.issuer === '' || audienceOf(own.audience) === '') return 'ASAP wants an issuer and an audience.';
  if (asapKeyOf(own.privateKey, own.keyId).keyId === '')
    return 'ASAP wants the key ID by which the server finds the public key.';
  if (!/^[1-9]\d{0,3}$/.test(own.lifetime) || Number(own.lifetime) > longestSeconds)
    return 'An ASAP token lives between 1 and 3600 seconds.';
  const inClaims = jsonObjectProblem(orEmptyObject(own.claims));
  return inClaims === undefined ? undefined : `The claims of ASAP are no JSON object: ${inClaims}.`;
};

/** Atlassian's service-to-service tokens: a short-lived JWT, signed for each request. Without a key nothing is added. */
export const asap = defineScheme<AsapSettings>({
  id: 'asap',
  label: 'ASAP (Atlassian)',
  references: ['Atlassian S2S Authentication Protocol 1.0', 'RFC 7519'],
  challenges: [],
  form: [
    { name: 'issuer', label: 'Issuer', kind: 'text' },
    { name: 'audience', label: 'Audience', kind: 'text', help: 'Several are separated by commas.' },
    { name: 'keyId', label: 'Key ID', kind: 'text', placeholder: 'issuer/key' },
    { name: 'privateKey', label: 'Private key', kind: 'secret-lines', help: 'PEM, JWK or a data: URI.' },
    { name: 'passphrase', label: 'Passphrase', kind: 'secret' },
    {
      name: 'algorithm',
      label: 'Algorithm',
      kind: 'choice',
      choices: algorithms.map((value) => ({ value, label: value })),
    },
    { name: 'subject', label: 'Subject', kind: 'text', placeholder: 'the issuer', group: 'Claims' },
    { name: 'lifetime', label: 'Lifetime', kind: 'text', help: 'Seconds, at most 3600.', group: 'Claims' },
    { name: 'claims', label: 'Further claims', kind: 'lines', help: 'JSON.', group: 'Claims' },
  ],
  credential: 'key, issuer or audience',
  settings,
  summary: ({ issuer }) => (issuer === '' ? 'ASAP' : `ASAP, ${issuer}`),
  problem: problemOf,
  *flow(request, own, env) {
    if (own.privateKey.trim() === '') {
      yield* send(request);
      return;
    }
    const key = asapKeyOf(own.privateKey, own.keyId);
    const passphrase = own.passphrase === '' ? {} : { passphrase: own.passphrase };
    const header = JSON.stringify({ alg: own.algorithm, typ: 'JWT', kid: key.keyId });
    const claims = claimsOf(own, env);
    const privateKey = { text: key.text, ...passphrase };
    const signed = signJws(own.algorithm, { privateKey }, header, claims, env);
    yield* send({
      ...attachField(request, 'Authorization', `Bearer ${signed.token}`),
      xray: jwsXray(`ASAP, ${own.algorithm}`, header, claims, signed),
    });
  },
  notices: (own) => {
    const { keyId } = asapKeyOf(own.privateKey, own.keyId);
    if (own.privateKey.trim() === '' || keyId.startsWith(`${own.issuer}/`)) return [];
    return [
      {
        title: 'The key ID does not begin with the issuer',
        explanation: `ASAP servers look for keys under ${own.issuer}/; most refuse the key ID ${keyId}.`,
      },
    ];
  },
  curl: ({ privateKey, lifetime }) => ({
    words: [],
    notes:
      privateKey.trim() === ''
        ? []
        : [`curl cannot sign an ASAP token: it is exported as it is, good for ${lifetime} seconds.`],
  }),
  foreign: asapForeign,
});
