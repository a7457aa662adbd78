import { bearerToken, noToken, nothingHere, reached, refusedToken } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'placeholder',
  title: '{{token}} left in the request',
  lesson: 'What stands in braces was never filled in. Any value will do here.',
  status: 401,
  scheme: 'Bearer',
} as const;

/** Copied from somebody's documentation, never filled in. Any token will do here. */
export const placeholder = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, typedField('Authorization', 'Bearer {{token}}')),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    if (request.field('Authorization') === undefined) return noToken;
    return bearerToken(request) === undefined ? refusedToken('The token is malformed') : reached('alice');
  },
});
