import { bearerToken, noToken, nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'doubled-slash',
  title: 'A slash too many in the address',
  lesson:
    'A gateway that knows no such path may answer 401 rather than 404: then the address is at fault, not the token.',
  status: 401,
  scheme: 'Bearer',
} as const;

const token = 'example-token-for-another-path';

/** A base address that ends in a slash, put before a path that begins with one. */
export const doubledSlash = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}//v1/me`, typedField('Authorization', `Bearer ${token}`)),
  }),
  answer(request) {
    if (request.path === '//v1/me')
      return { status: 401, body: { message: 'Unauthorized: no route matched with those values' } };
    if (request.path !== '/v1/me') return nothingHere;
    return bearerToken(request) === token ? reached('alice') : noToken;
  },
});
