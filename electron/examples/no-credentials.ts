import { basicPair, challenged, nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft } from './example.ts';

const info = {
  id: 'no-credentials',
  title: 'No credentials at all',
  lesson:
    'Without credentials the challenge says what is wanted. The user is alice, the password wonderland.',
  status: 401,
  scheme: 'Basic',
} as const;

/** The request carries nothing; the challenge says what is wanted. The user is alice, the password wonderland. */
export const noCredentials = defineExample({
  info,
  prepare: (base) => ({ draft: exampleDraft(info, `${base}/v1/me`, {}) }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    return basicPair(request) === 'alice:wonderland'
      ? reached('alice')
      : challenged('Basic realm="example", charset="UTF-8"', {
          error: 'unauthorized',
          hint: 'The user is alice, the password wonderland.',
        });
  },
});
