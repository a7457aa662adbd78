import { readOne } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending } from './plans.ts';
import { withoutCookies } from './variants.ts';

/** Whether an old cookie stands in the way of a good credential. */
export const withoutCookiesExperiment = defineExperiment({
  id: 'without-cookies',
  changed: 'Without cookies',
  question: 'Is it a cookie that is in the way?',
  says: {
    accepted: 'Without cookies it is accepted: one of them is in the way',
    same: 'The answer is the same: the cookies are not what is refused',
    other: 'The answer is another one: the server reads the cookies',
    unclear: 'The answer says nothing about it',
  },
  likelihoods: {
    otherwise: { accepted: 1, same: 68, other: 26, unclear: 5 },
    'cookie-conflict': { accepted: 88, same: 3, other: 6, unclear: 3 },
    'session-expired': { accepted: 20, same: 30, other: 45, unclear: 5 },
    'csrf-token-missing': { accepted: 25, same: 20, other: 50, unclear: 5 },
    'credentials-conflict': { accepted: 45, same: 25, other: 25, unclear: 5 },
    'header-malformed': { accepted: 8, same: 75, other: 12, unclear: 5 },
    'header-stripped': { accepted: 0.5, same: 80, other: 15, unclear: 4.5 },
    'credentials-rejected': { accepted: 0.5, same: 85, other: 10, unclear: 4.5 },
    'token-rejected': { accepted: 0.5, same: 85, other: 10, unclear: 4.5 },
  },
  plan: (scene) =>
    canSend(scene) && scene.facts.cookies.length > 0
      ? resending(scene, {
          most: 1,
          sends: `${requestLine(scene)}, once, without its ${scene.facts.cookies.length === 1 ? 'cookie' : 'cookies'}; the rest as before.`,
          own: scene.facts.authorization !== undefined,
        })
      : undefined,
  next: (scene, runs) =>
    runs.length > 0
      ? undefined
      : { kind: 'request', label: 'Without cookies', draft: withoutCookies(scene.draft) },
  read: (scene, runs) =>
    readOne(scene, runs, 'unclear', {
      accepted: () => ({
        outcome: 'accepted',
        named: {
          cause: 'cookie-conflict',
          title: 'A cookie is in the way: without cookies the request is accepted',
          explanation: `The request carries ${scene.facts.cookies.map(({ name }) => name).join(', ')}. The server prefers a cookie to the credential, or chokes on it; the same request without any is accepted. Delete the cookie, or switch cookies off for this request.`,
          remedies: [{ id: 'retry' }],
        },
      }),
      same: 'same',
      'other-refusal': 'other',
      'other-answer': 'unclear',
      none: 'unclear',
    }),
});
