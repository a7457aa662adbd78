import { serverCredentials } from '../diagnosis/facts.ts';
import { answerOf, requestsIn, statusesOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, resending } from './plans.ts';
import type { Scene } from './scene.ts';
import { sentUrl, withoutCredentials } from './variants.ts';

/** A path beside the refused one that nobody can have meant. */
const madeUrl = (scene: Scene): string | undefined => {
  const url = sentUrl(scene);
  if (url === undefined) return undefined;
  const folder = url.pathname.replace(/[^/]*\/?$/, '');
  return `${url.origin}${folder}why401-${scene.made.slice(0, 10)}`;
};

const LABELS = ['with the credential', 'without it'] as const;

/**
 * Whether the credential opens the door and it is the room that is closed: beside it, at a path that does not exist,
 * a good credential is told "not found", and only a bad one "not you".
 */
export const unknownPath = defineExperiment({
  id: 'unknown-path',
  changed: 'A path that does not exist',
  question: 'Does the credential pass the door, and only this place is closed to it?',
  says: {
    passes: 'With the credential a path beside it is “not found”, without it refused: the credential is good',
    guarded:
      'A path that does not exist is refused in the same words: the refusal comes before any path is looked at',
    open: 'A path that does not exist is “not found” with and without the credential: nothing is learnt of it',
    unclear: 'The answers say nothing about it',
  },
  likelihoods: {
    otherwise: { passes: 8, guarded: 52, open: 34, unclear: 6 },
    'credentials-rejected': { passes: 1, guarded: 66, open: 28, unclear: 5 },
    'digest-response-mismatch': { passes: 1, guarded: 66, open: 28, unclear: 5 },
    'charset-mismatch': { passes: 1, guarded: 66, open: 28, unclear: 5 },
    'token-rejected': { passes: 1.5, guarded: 60, open: 33, unclear: 5.5 },
    'token-expired': { passes: 1.5, guarded: 58, open: 35, unclear: 5.5 },
    'token-revoked': { passes: 1.5, guarded: 58, open: 35, unclear: 5.5 },
    'token-audience-mismatch': { passes: 3, guarded: 56, open: 35, unclear: 6 },
    'token-signature-invalid': { passes: 1.5, guarded: 58, open: 35, unclear: 5.5 },
    'account-unusable': { passes: 3, guarded: 66, open: 25, unclear: 6 },
    'header-stripped': { passes: 1, guarded: 62, open: 32, unclear: 5 },
    'permission-denied': { passes: 45, guarded: 18, open: 31, unclear: 6 },
    'scope-insufficient': { passes: 40, guarded: 20, open: 34, unclear: 6 },
    'url-wrong': { passes: 34, guarded: 32, open: 28, unclear: 6 },
    'client-not-allowed': { passes: 15, guarded: 55, open: 24, unclear: 6 },
    'ip-not-allowed': { passes: 2, guarded: 80, open: 13, unclear: 5 },
    'blocked-by-intermediary': { passes: 2, guarded: 85, open: 8, unclear: 5 },
  },
  plan(scene) {
    const url = canSend(scene) && serverCredentials(scene.facts).length > 0 ? madeUrl(scene) : undefined;
    if (url === undefined || scene.facts.exchange.redirect !== undefined) return undefined;
    const plan = resending(scene, {
      most: 2,
      sends: `GET ${new URL(url).host}${new URL(url).pathname}, with the credential and without it.`,
      own: true,
    });
    const { unsafe: _, ...safe } = plan;
    return plan.logins > 0
      ? {
          ...safe,
          logins: 1,
          risk: 'The same user name and password go along once; where they are wrong, that counts as a failed login.',
        }
      : safe;
  },
  next(scene, runs) {
    const url = madeUrl(scene);
    const label = LABELS[runs.length];
    if (url === undefined || label === undefined) return undefined;
    const base = runs.length === 0 ? scene.draft : withoutCredentials(scene);
    return { kind: 'request', label, draft: { ...base, method: 'GET', body: { kind: 'none' }, url } };
  },
  read(scene, runs) {
    const [own, bare] = requestsIn(runs).map((ran) => answerOf(scene.facts, ran));
    const answer = statusesOf(runs);
    const found = own === 'other-answer' || own === 'accepted';
    if (found && (bare === 'same' || bare === 'other-refusal')) return { outcome: 'passes', answer };
    if (found && (bare === 'other-answer' || bare === 'accepted')) return { outcome: 'open', answer };
    if (own === 'same') return { outcome: 'guarded', answer };
    return { outcome: 'unclear', answer };
  },
});
