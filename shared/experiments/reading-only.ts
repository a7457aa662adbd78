import { readOne, statusOf } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, hostOf, resending } from './plans.ts';
import { isSafe } from './variants.ts';

/** Whether the same credential may read where it may not write: GET in the place of a method that changes something. */
export const readingOnly = defineExperiment({
  id: 'reading-only',
  changed: 'GET instead',
  question: 'May the same credential at least read there?',
  says: {
    reads: 'Reading is allowed: the credential is good, and it is the writing that is refused',
    same: 'Reading is refused in the same words: it is not about writing',
    other: 'Reading is refused in other words',
    unclear: 'The answer says nothing about it',
  },
  likelihoods: {
    otherwise: { reads: 15, same: 45, other: 10, unclear: 30 },
    'csrf-token-missing': { reads: 48, same: 12, other: 10, unclear: 30 },
    'permission-denied': { reads: 54, same: 12, other: 6, unclear: 28 },
    'scope-insufficient': { reads: 54, same: 12, other: 6, unclear: 28 },
    'credentials-rejected': { reads: 2, same: 68, other: 6, unclear: 24 },
    'token-rejected': { reads: 2, same: 68, other: 6, unclear: 24 },
    'token-expired': { reads: 2, same: 68, other: 6, unclear: 24 },
    'header-stripped': { reads: 5, same: 66, other: 5, unclear: 24 },
  },
  plan(scene) {
    if (!canSend(scene) || isSafe(scene.draft.method)) return undefined;
    const { unsafe: _, ...plan } = resending(scene, {
      most: 1,
      sends: `GET ${hostOf(scene)}${scene.facts.url?.pathname ?? ''}, once, with the same credential and without a body.`,
      own: true,
    });
    return plan;
  },
  next: (scene, runs) =>
    runs.length > 0
      ? undefined
      : {
          kind: 'request',
          label: 'GET',
          draft: {
            ...scene.draft,
            method: 'GET',
            body: { kind: 'none' },
            fields: scene.draft.fields.filter(({ name }) => !/^content-(?:type|length)$/i.test(name)),
          },
        },
  read: (scene, runs) =>
    readOne(scene, runs, 'unclear', {
      accepted: 'reads',
      same: 'same',
      'other-refusal': 'other',
      // "Method not allowed" is said to somebody who was let in.
      'other-answer': (ran) => ({ outcome: statusOf(ran) === 405 ? 'reads' : 'unclear' }),
      none: 'unclear',
    }),
});
