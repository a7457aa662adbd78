import { hostIn } from '../exchange/url.ts';
import { readOne, requestsIn } from './answers.ts';
import { defineExperiment, type Named } from './experiment.ts';
import { causeOfEnd } from './over-token.ts';
import { canSend, hostOf, requestLine, resending } from './plans.ts';
import type { Scene } from './scene.ts';

/** A way to a token that asks nobody to log in. */
const wayOf = ({ auth }: Scene): 'refresh' | 'fetch' | undefined =>
  auth?.ways.find((way) => way === 'refresh' || way === 'fetch');

const endpointOf = ({ auth }: Scene): string => {
  const { tokenEndpoint, issuer } = auth?.settings ?? {};
  const hosts = [tokenEndpoint, issuer].map((text) => (typeof text === 'string' ? hostIn(text) : undefined));
  return hosts.find((host) => host !== undefined) ?? 'the token endpoint';
};

const isOver = (scene: Scene): Named => ({
  cause: causeOfEnd(scene),
  title: 'The old token was over: a fresh one is accepted',
  explanation:
    'The same request with a new token of the same profile is accepted. The old one had expired or was revoked: signed out elsewhere, replaced by a later one, or ended by whoever runs the server. The new one is kept.',
  remedies: [{ id: 'retry' }],
});

/** Whether it is this one token, or any token of its kind. */
export const freshToken = defineExperiment({
  id: 'fresh-token',
  changed: 'With a fresh token',
  settles: 'accepted',
  question: 'Is a fresh token refused as well?',
  says: {
    accepted: 'A fresh token is accepted: the old one was over',
    same: 'A fresh token is refused as well, in the same words: revocation is unlikely',
    other: 'A fresh token is refused otherwise',
    'no-token': 'No fresh token can be had: the token endpoint refuses',
    unclear: 'The answer says nothing about it',
  },
  likelihoods: {
    otherwise: { accepted: 6, same: 70, other: 10, 'no-token': 8, unclear: 6 },
    'token-expired': { accepted: 86, same: 2, other: 4, 'no-token': 5, unclear: 3 },
    'token-revoked': { accepted: 70, same: 3, other: 5, 'no-token': 19, unclear: 3 },
    'token-not-yet-valid': { accepted: 10, same: 75, other: 8, 'no-token': 4, unclear: 3 },
    'token-audience-mismatch': { accepted: 2, same: 88, other: 3, 'no-token': 4, unclear: 3 },
    'token-issuer-mismatch': { accepted: 1, same: 89, other: 3, 'no-token': 4, unclear: 3 },
    'token-type-wrong': { accepted: 4, same: 86, other: 3, 'no-token': 4, unclear: 3 },
    'token-signature-invalid': { accepted: 12, same: 78, other: 3, 'no-token': 4, unclear: 3 },
    'token-rejected': { accepted: 35, same: 52, other: 5, 'no-token': 5, unclear: 3 },
    'scope-insufficient': { accepted: 4, same: 86, other: 3, 'no-token': 4, unclear: 3 },
    'permission-denied': { accepted: 3, same: 87, other: 3, 'no-token': 4, unclear: 3 },
    'header-stripped': { accepted: 0.5, same: 92, other: 2, 'no-token': 3, unclear: 2.5 },
    'url-wrong': { accepted: 0.5, same: 90, other: 3, 'no-token': 4, unclear: 2.5 },
    'grant-invalid': { accepted: 2, same: 10, other: 3, 'no-token': 82, unclear: 3 },
    'client-authentication-failed': { accepted: 1, same: 8, other: 3, 'no-token': 85, unclear: 3 },
  },
  plan(scene) {
    const way = wayOf(scene);
    if (!canSend(scene) || way === undefined) return undefined;
    const plan = resending(scene, {
      most: 2,
      sends: `One token request to ${endpointOf(scene)}${scene.auth?.profile === undefined ? '' : ` as ${scene.auth.profile}`}, then ${requestLine(scene)} with the new token, which is kept.`,
      own: true,
    });
    return { ...plan, hosts: [...new Set([endpointOf(scene), hostOf(scene)])], logins: 0 };
  },
  next(scene, runs) {
    const way = runs.length > 0 ? undefined : wayOf(scene);
    return way && { kind: 'request', label: 'With a fresh token', draft: scene.draft, token: way };
  },
  read(scene, runs) {
    const [ran] = requestsIn(runs);
    if (ran?.stopped !== undefined) return { outcome: 'no-token', answer: ran.stopped.code };
    return readOne(scene, runs, 'unclear', {
      accepted: () => ({ outcome: 'accepted', named: isOver(scene) }),
      same: 'same',
      'other-refusal': 'other',
      'other-answer': 'unclear',
      none: 'unclear',
    });
  },
});
