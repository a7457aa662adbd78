import type { Facts } from '../diagnosis/facts.ts';
import { authParam } from '../http-auth/auth.ts';
import { answerOf, readOne, requestsIn, wordsOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending } from './plans.ts';
import type { Ran } from './result.ts';
import { sendsPassword, withMadeUpCredential } from './variants.ts';

/**
 * A server that sees a bad token says `error`; only to a request without any it sends the bare challenge (RFC 6750
 * §3.1).
 */
const asksAsIfUnseen = (base: Facts, ran: Extract<Ran, { kind: 'request' }>): boolean => {
  const [challenge] = base.challenges;
  return (
    base.tokens.length > 0 &&
    challenge?.challenge.scheme.toLowerCase() === 'bearer' &&
    authParam(challenge.challenge, 'error') === undefined &&
    answerOf(base, ran) === 'same'
  );
};

/** Whether the server tells the real credential from one that nobody has. */
export const madeUpCredential = defineExperiment({
  id: 'made-up-credential',
  changed: 'With a made-up credential',
  question: 'Does the server tell this credential from a made-up one?',
  says: {
    same: 'A made-up one is refused with the same words: the real one is not known, or not read',
    other: 'A made-up one is refused otherwise: the server knows the real one',
    unseen: 'A made-up token gets a Bearer challenge without an error: the server saw none',
    open: 'A made-up one is accepted: nobody checks it',
    unclear: 'The answer says nothing about it',
  },
  likelihoods: {
    otherwise: { same: 52, unseen: 3, other: 42, open: 2, unclear: 6 },
    'header-stripped': { same: 48, unseen: 45, other: 3, open: 0.5, unclear: 3.5 },
    'credentials-rejected': { same: 90, unseen: 2, other: 5, open: 0.5, unclear: 4.5 },
    'token-rejected': { same: 76, unseen: 2, other: 18, open: 1, unclear: 5 },
    'token-revoked': { same: 58, unseen: 2, other: 37, open: 0.5, unclear: 4.5 },
    'token-expired': { same: 26, unseen: 2, other: 69, open: 0.5, unclear: 4.5 },
    'token-not-yet-valid': { same: 26, unseen: 2, other: 69, open: 0.5, unclear: 4.5 },
    'token-signature-invalid': { same: 60, unseen: 2, other: 35, open: 0.5, unclear: 4.5 },
    'token-issuer-mismatch': { same: 55, unseen: 2, other: 40, open: 0.5, unclear: 4.5 },
    'token-audience-mismatch': { same: 26, unseen: 2, other: 69, open: 0.5, unclear: 4.5 },
    'token-malformed': { same: 82, unseen: 2, other: 13, open: 0.5, unclear: 4.5 },
    'header-malformed': { same: 35, unseen: 2, other: 60, open: 1, unclear: 4 },
    'permission-denied': { same: 4, unseen: 2, other: 90, open: 0.5, unclear: 5.5 },
    'scope-insufficient': { same: 3, unseen: 2, other: 92, open: 0.5, unclear: 4.5 },
    'account-unusable': { same: 45, unseen: 2, other: 50, open: 0.5, unclear: 4.5 },
    'mfa-required': { same: 25, unseen: 2, other: 70, open: 0.5, unclear: 4.5 },
    'digest-response-mismatch': { same: 80, unseen: 2, other: 15, open: 0.5, unclear: 4.5 },
    'charset-mismatch': { same: 90, unseen: 2, other: 5, open: 0.5, unclear: 4.5 },
    'ip-not-allowed': { same: 75, unseen: 2, other: 20, open: 0.5, unclear: 4.5 },
    'blocked-by-intermediary': { same: 90, unseen: 2, other: 5, open: 0.5, unclear: 4.5 },
    'url-wrong': { same: 70, unseen: 2, other: 24, open: 1, unclear: 5 },
    'cached-response': { same: 85, unseen: 2, other: 6, open: 5, unclear: 4 },
  },
  plan(scene) {
    if (!canSend(scene) || withMadeUpCredential(scene) === undefined) return undefined;
    const plan = resending(scene, {
      most: 1,
      sends: `${requestLine(scene)}, once, with a credential of the same kind that nobody has.`,
      own: false,
    });
    return sendsPassword(scene)
      ? { ...plan, risk: 'The user name is made up as well, so no account counts a failed login.' }
      : { ...plan, risk: 'It names no account, so none can be locked.' };
  },
  next(scene, runs) {
    const draft = runs.length > 0 ? undefined : withMadeUpCredential(scene);
    return draft && { kind: 'request', label: 'With a made-up credential', draft };
  },
  read(scene, runs) {
    const [ran] = requestsIn(runs);
    if (ran !== undefined && asksAsIfUnseen(scene.facts, ran)) {
      return { outcome: 'unseen', answer: wordsOf(ran) };
    }
    return readOne(scene, runs, 'unclear', {
      same: 'same',
      'other-refusal': 'other',
      accepted: 'open',
      'other-answer': 'unclear',
      none: 'unclear',
    });
  },
});
