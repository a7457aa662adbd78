import { isRecord, parseJson } from '../exchange/json.ts';
import { responseOf, type Exchange } from '../exchange/exchange.ts';
import { textOfBody } from '../diagnosis/facts/response-body.ts';
import type { SentToken } from '../diagnosis/facts/sent-tokens.ts';
import { textClaim } from '../token/jwt.ts';
import { emptyDraft } from '../workspace/draft.ts';
import { lastExchange, requestsIn } from './answers.ts';
import { defineExperiment, type Step } from './experiment.ts';
import type { Ran } from './result.ts';
import type { Scene } from './scene.ts';

const jsonOf = (exchange: Exchange | undefined): Readonly<Record<string, unknown>> | undefined => {
  const response = exchange === undefined ? undefined : responseOf(exchange);
  if (response === undefined || response.status !== 200) return undefined;
  const value = parseJson(textOfBody(response.body));
  return isRecord(value) ? value : undefined;
};

const signedToken = ({ facts }: Scene): SentToken | undefined =>
  facts.tokens.find(
    ({ jwt, role }) =>
      jwt !== undefined && role === 'access' && /^(?:RS|PS|ES|EdDSA)/.test(String(jwt.header['alg'])),
  );

const isKeySet = (json: Readonly<Record<string, unknown>> | undefined): boolean =>
  Array.isArray(json?.['keys']);

/** The exchanges that may hold the issuer's metadata and keys: those of the attempt first, then what was asked for. */
const seen = (scene: Scene, runs: readonly Ran[]): readonly Exchange[] => [
  ...scene.facts.attempt.exchanges,
  ...requestsIn(runs).flatMap((ran) => lastExchange(ran) ?? []),
];

const metadataIn = (scene: Scene, runs: readonly Ran[]) =>
  seen(scene, runs)
    .map(jsonOf)
    .find((json) => typeof json?.['issuer'] === 'string' && typeof json['jwks_uri'] === 'string');

const keySetIn = (scene: Scene, runs: readonly Ran[]) => seen(scene, runs).map(jsonOf).find(isKeySet);

/** OpenID Connect Discovery §4.1. */
const metadataUrl = (issuer: string): string =>
  `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

const lookUp = (scene: Scene, label: string, url: string): Step => ({
  kind: 'request',
  label,
  draft: {
    ...emptyDraft(scene.draft.id),
    url,
    settings: { ...scene.draft.settings, cookies: false },
  },
});

/** Whether the issuer's own keys bear the token out: an API that refuses it nevertheless has another reason. */
export const issuerKeys = defineExperiment({
  id: 'issuer-keys',
  changed: 'The issuer’s key set',
  question: 'Is the token’s signature good by the keys of its own issuer?',
  says: {
    good: 'The key is known and the signature is good',
    bad: 'The signature does not fit the issuer’s keys',
    'key-unknown': 'The issuer does not know the key that the token names',
    'other-issuer': 'The metadata names another issuer than the token',
    unreachable: 'The issuer shows no keys',
  },
  likelihoods: {
    otherwise: { good: 82, bad: 1, 'key-unknown': 2, 'other-issuer': 2, unreachable: 13 },
    'token-signature-invalid': { good: 6, bad: 55, 'key-unknown': 25, 'other-issuer': 2, unreachable: 12 },
    'token-malformed': { good: 4, bad: 60, 'key-unknown': 10, 'other-issuer': 6, unreachable: 20 },
    'token-issuer-mismatch': { good: 50, bad: 3, 'key-unknown': 14, 'other-issuer': 18, unreachable: 15 },
    'token-audience-mismatch': { good: 88, bad: 0.5, 'key-unknown': 1, 'other-issuer': 1, unreachable: 9.5 },
    'token-revoked': { good: 80, bad: 1, 'key-unknown': 7, 'other-issuer': 1, unreachable: 11 },
    'server-misconfigured': { good: 79.6, bad: 0.4, 'key-unknown': 5, 'other-issuer': 2, unreachable: 13 },
  },
  plan(scene) {
    const token = signedToken(scene);
    const issuer = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
    if (token === undefined) return undefined;
    if (keySetIn(scene, []) !== undefined)
      return {
        most: 0,
        hosts: [],
        sends: 'Nothing: the key set was seen in this recording.',
        risk: '',
        logins: 0,
      };
    if (issuer === undefined || !/^https?:\/\//.test(issuer) || !URL.canParse(issuer)) return undefined;
    const { host } = new URL(issuer);
    return {
      most: 2,
      hosts: [host],
      sends: `GET ${host}: its metadata and its key set, both public. The token itself stays here.`,
      risk: 'It cannot lock an account.',
      logins: 0,
    };
  },
  next(scene, runs) {
    const token = signedToken(scene);
    const issuer = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
    if (token === undefined || runs.some(({ kind }) => kind === 'verify')) return undefined;
    const keys = keySetIn(scene, runs);
    if (keys !== undefined)
      return { kind: 'verify', label: 'Signature', token: token.text, keys: JSON.stringify(keys) };
    const asked = requestsIn(runs).length;
    const metadata = metadataIn(scene, runs);
    if (metadata !== undefined)
      return asked < 2 ? lookUp(scene, 'Key set', String(metadata['jwks_uri'])) : undefined;
    return asked === 0 && issuer !== undefined ? lookUp(scene, 'Metadata', metadataUrl(issuer)) : undefined;
  },
  read(scene, runs) {
    const token = signedToken(scene);
    const issuer = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
    const keys = keySetIn(scene, runs)?.['keys'];
    const verified = runs.find((ran) => ran.kind === 'verify');
    const named = metadataIn(scene, runs)?.['issuer'];
    if (typeof named === 'string' && issuer !== undefined && named !== issuer)
      return {
        outcome: 'other-issuer',
        answer: 'another issuer',
        says: `The metadata says ${named}, the token ${issuer}`,
      };
    if (verified === undefined || !Array.isArray(keys)) return { outcome: 'unreachable', answer: 'no keys' };
    const answer = `${keys.length} ${keys.length === 1 ? 'key' : 'keys'}`;
    if (verified.valid) return { outcome: 'good', answer };
    const kid = token?.jwt?.header['kid'];
    const known = typeof kid !== 'string' || keys.some((key) => isRecord(key) && key['kid'] === kid);
    return known
      ? { outcome: 'bad', answer }
      : { outcome: 'key-unknown', answer, says: `${kid} is not among the issuer’s keys (${answer})` };
  },
});
