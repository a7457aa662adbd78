import { hostIn } from '../exchange/url.ts';
import { defineExperiment, type Named } from './experiment.ts';
import { causeOfEnd } from './over-token.ts';
import type { Scene } from './scene.ts';

const issuerHost = ({ auth }: Scene): string | undefined => {
  const { issuer, tokenEndpoint } = auth?.settings ?? {};
  return [issuer, tokenEndpoint]
    .map((text) => (typeof text === 'string' ? hostIn(text) : undefined))
    .find((host) => host !== undefined);
};

const isOver = (scene: Scene): Named => ({
  cause: causeOfEnd(scene),
  title: 'The token is over: its own issuer says that it is not active',
  explanation:
    'The token that was sent is the one that this profile keeps, and its issuer calls it inactive (RFC 7662 §2.2). It expired, or it was revoked: signed out elsewhere, replaced by a later one, or ended by whoever runs the server. Get a new one.',
  remedies: [{ id: 'refresh-token' }, { id: 'fetch-token' }, { id: 'authorize-again' }],
});

/** What the issuer itself says of the stored token (RFC 7662). */
export const introspection = defineExperiment({
  id: 'introspection',
  changed: 'The issuer asked about the token',
  question: 'What does the issuer know about this token?',
  says: {
    active: 'The issuer says that the token is active',
    inactive: 'The issuer says that the token is not active',
    refused: 'The issuer does not answer such questions of this client',
  },
  likelihoods: {
    otherwise: { active: 60, inactive: 5, refused: 35 },
    'token-expired': { active: 2, inactive: 63, refused: 35 },
    'token-revoked': { active: 2, inactive: 63, refused: 35 },
    'token-issuer-mismatch': { active: 35, inactive: 30, refused: 35 },
    'token-malformed': { active: 30, inactive: 35, refused: 35 },
    'token-audience-mismatch': { active: 63, inactive: 2, refused: 35 },
    'client-authentication-failed': { active: 3, inactive: 2, refused: 95 },
  },
  plan(scene) {
    const host = issuerHost(scene);
    const { auth } = scene;
    // Only for the token that this profile keeps, and only to the server that it is from.
    if (auth?.scheme.tokenWays === undefined || auth.profile === undefined || host === undefined)
      return undefined;
    return scene.facts.token === undefined
      ? undefined
      : {
          most: 2,
          hosts: [host],
          sends: `POST ${host}, the introspection endpoint, as ${auth.profile}; its metadata first where they are not known.`,
          risk: 'It sends the token to its own issuer and cannot lock an account.',
          logins: 0,
        };
  },
  next: (_, runs) => (runs.length > 0 ? undefined : { kind: 'introspect', label: 'Introspection' }),
  read(scene, runs) {
    const ran = runs.find((one) => one.kind === 'token');
    const active = ran?.answer?.['active'];
    if (ran?.ok !== true || typeof active !== 'boolean') return { outcome: 'refused', answer: 'no answer' };
    return active
      ? { outcome: 'active', answer: 'active: true' }
      : { outcome: 'inactive', answer: 'active: false', named: isOver(scene) };
  },
});
