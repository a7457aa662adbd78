import { answerOf, requestsIn, statusesOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending, times } from './plans.ts';
import type { Scene } from './scene.ts';
import { sendsPassword } from './variants.ts';

/** A password is not sent more often than it must be: some servers lock an account after three failures. */
const countFor = (scene: Scene): number => (sendsPassword(scene) ? 1 : 3);

/** Whether the refusal is one of the server, or of one of several servers behind the same name. */
export const again = defineExperiment({
  id: 'again',
  changed: 'Sent again, unchanged',
  control: 'always',
  question: 'Is it refused every time?',
  says: {
    always: 'Refused every time, in the same words: it is not by chance',
    mixed: 'Accepted and refused by turns: not all servers behind this name agree',
    passed: 'Accepted now, and nothing was changed: the refusal was a passing one',
    other: 'Refused in other words this time',
    unclear: 'The answers say nothing about it',
  },
  likelihoods: {
    otherwise: { always: 90, mixed: 0.5, passed: 1.5, other: 3, unclear: 5 },
    'server-misconfigured': { always: 48, mixed: 36, passed: 8, other: 4, unclear: 4 },
    'stale-dns': { always: 75, mixed: 15, passed: 5, other: 2, unclear: 3 },
    'rate-limited': { always: 50, mixed: 12, passed: 30, other: 4, unclear: 4 },
    'nonce-stale': { always: 40, mixed: 8, passed: 44, other: 4, unclear: 4 },
    'token-not-yet-valid': { always: 55, mixed: 2, passed: 37, other: 2, unclear: 4 },
    'cached-response': { always: 70, mixed: 8, passed: 16, other: 2, unclear: 4 },
    'account-unusable': { always: 88, mixed: 0.5, passed: 5, other: 2.5, unclear: 4 },
  },
  plan: (scene) =>
    canSend(scene)
      ? resending(scene, {
          most: countFor(scene),
          sends: `${requestLine(scene)}, ${times(countFor(scene))}, unchanged.`,
          own: true,
        })
      : undefined,
  next(scene, runs) {
    const answers = requestsIn(runs).map((ran) => answerOf(scene.facts, ran));
    const turned = answers.includes('accepted') && answers.some((answer) => answer !== 'accepted');
    return turned || runs.length >= countFor(scene)
      ? undefined
      : { kind: 'request', label: `Again, ${runs.length + 1}`, draft: scene.draft };
  },
  read(scene, runs) {
    const answers = requestsIn(runs).map((ran) => answerOf(scene.facts, ran));
    const answer = statusesOf(runs);
    const accepted = answers.filter((one) => one === 'accepted').length;
    if (accepted > 0 && accepted < answers.length)
      return {
        outcome: 'mixed',
        answer,
        says: `Accepted ${times(accepted)} of ${answers.length}, and nothing was changed: not all servers behind this name agree`,
        named: {
          cause: 'server-misconfigured',
          title: `The server says yes and no by turns: ${answer}`,
          explanation:
            'The very same request is accepted and refused. Behind the one name stand several servers, and one of them has another key, another clock, or does not share the sessions. The client cannot mend that; the report says which answers came from where.',
          remedies: [{ id: 'report' }, { id: 'retry' }],
        },
      };
    if (accepted > 0) return { outcome: 'passed', answer };
    if (answers.length > 0 && answers.every((one) => one === 'same')) return { outcome: 'always', answer };
    return { outcome: answers.includes('other-refusal') ? 'other' : 'unclear', answer };
  },
});
