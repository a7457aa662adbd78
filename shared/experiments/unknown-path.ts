import { serverCredentials } from '../diagnosis/facts.ts';
import { answerOf, type Answer, requestsIn, statusesOf } from './answers.ts';
import { defineExperiment, type Step } from './experiment.ts';
import { canSend, resending, times } from './plans.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Scene } from './scene.ts';
import { sentUrl, withoutCredentials } from './variants.ts';

/**
 * Paths that nobody can have meant: one beside the refused one and, where that is a folder, one in it, since what is
 * beside it may lie outside of what is guarded.
 */
const madeUrls = (scene: Scene): readonly string[] => {
  const url = sentUrl(scene);
  if (url === undefined) return [];
  const name = `why401-${scene.made.slice(0, 10)}`;
  const beside = `${url.origin}${url.pathname.replace(/[^/]*\/?$/, '')}${name}`;
  const within = `${url.origin}${url.pathname}${name}`;
  return /^\/.+\/$/.test(url.pathname) ? [beside, within] : [beside];
};

/** Let through to where paths are looked at. */
const isFound = (answer: Answer | undefined): boolean => answer === 'other-answer' || answer === 'accepted';

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
    otherwise: { passes: 3, guarded: 54, open: 37, unclear: 6 },
    'credentials-rejected': { passes: 0.1, guarded: 66, open: 28, unclear: 5 },
    'digest-response-mismatch': { passes: 0.1, guarded: 66, open: 28, unclear: 5 },
    'charset-mismatch': { passes: 0.1, guarded: 66, open: 28, unclear: 5 },
    'token-rejected': { passes: 0.3, guarded: 60, open: 33, unclear: 5.5 },
    'token-expired': { passes: 0.3, guarded: 58, open: 35, unclear: 5.5 },
    'token-revoked': { passes: 0.3, guarded: 58, open: 35, unclear: 5.5 },
    'token-audience-mismatch': { passes: 3, guarded: 56, open: 35, unclear: 6 },
    'token-signature-invalid': { passes: 0.3, guarded: 58, open: 35, unclear: 5.5 },
    'account-unusable': { passes: 3, guarded: 66, open: 25, unclear: 6 },
    'header-stripped': { passes: 1, guarded: 62, open: 32, unclear: 5 },
    'permission-denied': { passes: 45, guarded: 18, open: 31, unclear: 6 },
    'scope-insufficient': { passes: 40, guarded: 20, open: 34, unclear: 6 },
    'url-wrong': { passes: 10, guarded: 50, open: 34, unclear: 6 },
    'client-not-allowed': { passes: 15, guarded: 55, open: 24, unclear: 6 },
    'ip-not-allowed': { passes: 2, guarded: 80, open: 13, unclear: 5 },
    'blocked-by-intermediary': { passes: 2, guarded: 85, open: 8, unclear: 5 },
  },
  plan(scene) {
    const urls = canSend(scene) && serverCredentials(scene.facts).length > 0 ? madeUrls(scene) : [];
    const [url] = urls;
    if (url === undefined || scene.facts.exchange.redirect !== undefined) return undefined;
    const { unsafe: _, ...plan } = resending(scene, {
      most: urls.length + 1,
      sends: `GET ${urls.map((each) => `${new URL(each).host}${new URL(each).pathname}`).join(' and ')}, with the credential, and the first without it.`,
      own: true,
    });
    const logins = plan.logins === 0 ? 0 : urls.length;
    return {
      ...plan,
      logins,
      ...(logins === 0
        ? {}
        : {
            risk: `The same user name and password go along ${times(logins)} at most; where they are wrong, each counts as a failed login.`,
          }),
    };
  },
  next(scene, runs) {
    const [beside, within] = madeUrls(scene);
    const [own, bare] = requestsIn(runs).map((ran) => answerOf(scene.facts, ran));
    const get = (label: string, url: string | undefined, base: Draft): Step | undefined =>
      url === undefined
        ? undefined
        : {
            kind: 'request',
            label,
            draft: { ...base, method: 'GET', body: { kind: 'none' }, url, pathParams: [] },
          };
    if (runs.length === 0) return get('beside it', beside, scene.draft);
    if (runs.length === 1 && isFound(own))
      return get('beside it, without', beside, withoutCredentials(scene));
    // Found with and without: it is not guarded there, so the question is asked within.
    return runs.length === 2 && isFound(bare) ? get('within it', within, scene.draft) : undefined;
  },
  read(scene, runs) {
    const [own, bare, within] = requestsIn(runs).map((ran) => answerOf(scene.facts, ran));
    const answer = statusesOf(runs);
    const refused = (one: Answer | undefined): boolean => one === 'same' || one === 'other-refusal';
    if ((isFound(own) && refused(bare)) || isFound(within))
      return {
        outcome: 'passes',
        answer,
        named: {
          cause: 'permission-denied',
          title: `The credential is good: only ${scene.facts.url?.pathname ?? 'this place'} is closed to it`,
          explanation:
            'With the same credential a path that does not exist is “not found”, and without it that path is refused. So the server knows the credential; it does not let it in here. Whoever runs the server can give the right, or say which account has it. Some servers answer 401 where 403 is meant.',
          remedies: [{ id: 'report' }],
        },
      };
    if (own === 'same' || within === 'same') return { outcome: 'guarded', answer };
    return { outcome: isFound(own) && isFound(bare) ? 'open' : 'unclear', answer };
  },
});
