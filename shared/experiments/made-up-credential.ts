import { answerOf, requestsIn, wordsOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending } from './plans.ts';
import { withMadeUpCredential } from './variants.ts';

/** Whether the server tells the real credential from one that nobody has. */
export const madeUpCredential = defineExperiment({
  id: 'made-up-credential',
  changed: 'With a made-up credential',
  question: 'Does the server tell this credential from a made-up one?',
  says: {
    same: 'A made-up one is refused with the same words: the real one is not known, or not read',
    other: 'A made-up one is refused otherwise: the server knows the real one',
    open: 'A made-up one is accepted: nobody checks it',
    unclear: 'The answer says nothing about it',
  },
  likelihoods: {
    otherwise: { same: 50, other: 42, open: 2, unclear: 6 },
    'header-stripped': { same: 93, other: 3, open: 0.5, unclear: 3.5 },
    'credentials-rejected': { same: 90, other: 5, open: 0.5, unclear: 4.5 },
    'token-rejected': { same: 76, other: 18, open: 1, unclear: 5 },
    'token-revoked': { same: 58, other: 37, open: 0.5, unclear: 4.5 },
    'token-expired': { same: 26, other: 69, open: 0.5, unclear: 4.5 },
    'token-not-yet-valid': { same: 26, other: 69, open: 0.5, unclear: 4.5 },
    'token-signature-invalid': { same: 60, other: 35, open: 0.5, unclear: 4.5 },
    'token-issuer-mismatch': { same: 55, other: 40, open: 0.5, unclear: 4.5 },
    'token-audience-mismatch': { same: 26, other: 69, open: 0.5, unclear: 4.5 },
    'token-malformed': { same: 82, other: 13, open: 0.5, unclear: 4.5 },
    'header-malformed': { same: 35, other: 60, open: 1, unclear: 4 },
    'permission-denied': { same: 4, other: 90, open: 0.5, unclear: 5.5 },
    'scope-insufficient': { same: 3, other: 92, open: 0.5, unclear: 4.5 },
    'account-unusable': { same: 45, other: 50, open: 0.5, unclear: 4.5 },
    'mfa-required': { same: 25, other: 70, open: 0.5, unclear: 4.5 },
    'digest-response-mismatch': { same: 80, other: 15, open: 0.5, unclear: 4.5 },
    'charset-mismatch': { same: 90, other: 5, open: 0.5, unclear: 4.5 },
    'ip-not-allowed': { same: 75, other: 20, open: 0.5, unclear: 4.5 },
    'blocked-by-intermediary': { same: 90, other: 5, open: 0.5, unclear: 4.5 },
    'url-wrong': { same: 70, other: 24, open: 1, unclear: 5 },
    'cached-response': { same: 85, other: 6, open: 5, unclear: 4 },
  },
  plan(scene) {
    if (!canSend(scene) || withMadeUpCredential(scene) === undefined) return undefined;
    const plan = resending(scene, {
      most: 1,
      sends: `${requestLine(scene)}, once, with a credential of the same kind that nobody has.`,
      own: false,
    });
    return { ...plan, risk: 'The user name is made up as well, so no account counts a failed login.' };
  },
  next(scene, runs) {
    const draft = runs.length > 0 ? undefined : withMadeUpCredential(scene);
    return draft && { kind: 'request', label: 'With a made-up credential', draft };
  },
  read(scene, runs) {
    const [ran] = requestsIn(runs);
    if (ran === undefined) return { outcome: 'unclear', answer: 'not sent' };
    const answer = wordsOf(ran);
    switch (answerOf(scene.facts, ran)) {
      case 'same':
        return { outcome: 'same', answer };
      case 'other-refusal':
        return { outcome: 'other', answer };
      case 'accepted':
        return { outcome: 'open', answer };
      case 'other-answer':
      case 'none':
        return { outcome: 'unclear', answer };
    }
  },
});
