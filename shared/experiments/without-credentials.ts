import { serverCredentials } from '../diagnosis/facts.ts';
import { readOne } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending } from './plans.ts';
import { withoutCredentials } from './variants.ts';

/** Whether what was sent is read at all: a server that reads it says something else when it is gone. */
export const withoutCredentialsExperiment = defineExperiment({
  id: 'without-credentials',
  changed: 'Without credentials',
  question: 'Does the server read the credential at all?',
  says: {
    same: 'The answer is the same: nothing shows that the credential is read',
    other: 'The answer is another one: the server reads the credential',
    open: 'The door is open without: the credential is what is in the way',
    unclear: 'The answer says nothing about it',
  },
  likelihoods: {
    otherwise: { same: 45, other: 45, open: 5, unclear: 5 },
    'header-stripped': { same: 92, other: 2, open: 2, unclear: 4 },
    'credentials-in-wrong-place': { same: 88, other: 6, open: 2, unclear: 4 },
    'scheme-mismatch': { same: 75, other: 18, open: 2, unclear: 5 },
    'blocked-by-intermediary': { same: 90, other: 5, open: 1, unclear: 4 },
    'ip-not-allowed': { same: 88, other: 8, open: 1, unclear: 3 },
    'client-not-allowed': { same: 80, other: 14, open: 1, unclear: 5 },
    'proxy-authentication-required': { same: 95, other: 2, open: 0.5, unclear: 2.5 },
    'client-certificate-required': { same: 92, other: 4, open: 0.5, unclear: 3.5 },
    'cached-response': { same: 90, other: 5, open: 1, unclear: 4 },
    'url-wrong': { same: 70, other: 22, open: 3, unclear: 5 },
    'server-misconfigured': { same: 60, other: 32, open: 3, unclear: 5 },
    'credentials-rejected': { same: 50, other: 44, open: 2, unclear: 4 },
    'token-rejected': { same: 42, other: 52, open: 2, unclear: 4 },
    'token-expired': { same: 30, other: 62, open: 4, unclear: 4 },
    'token-revoked': { same: 30, other: 62, open: 4, unclear: 4 },
    'token-audience-mismatch': { same: 28, other: 66, open: 2, unclear: 4 },
    'token-issuer-mismatch': { same: 28, other: 66, open: 2, unclear: 4 },
    'token-signature-invalid': { same: 28, other: 66, open: 2, unclear: 4 },
    'permission-denied': { same: 8, other: 86, open: 1, unclear: 5 },
    'scope-insufficient': { same: 6, other: 88, open: 1, unclear: 5 },
    'credentials-conflict': { same: 10, other: 50, open: 36, unclear: 4 },
    'header-malformed': { same: 25, other: 55, open: 16, unclear: 4 },
    'session-expired': { same: 45, other: 38, open: 13, unclear: 4 },
  },
  plan: (scene) =>
    canSend(scene) && serverCredentials(scene.facts).length > 0
      ? resending(scene, {
          most: 1,
          sends: `${requestLine(scene)}, once, with nothing that proves who asks.`,
          own: false,
        })
      : undefined,
  next: (scene, runs) =>
    runs.length > 0
      ? undefined
      : { kind: 'request', label: 'Without credentials', draft: withoutCredentials(scene) },
  read: (scene, runs) =>
    readOne(scene, runs, 'unclear', {
      same: 'same',
      'other-refusal': 'other',
      accepted: 'open',
      'other-answer': 'unclear',
      none: 'unclear',
    }),
});
