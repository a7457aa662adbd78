import { bearerToken, challenged, noToken, nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'token-twice',
  title: 'Token in the field and in the query',
  lesson: 'A token may be sent in one way only (RFC 6750 §2): a server that finds two refuses both.',
  status: 400,
  scheme: 'Bearer',
} as const;

const token = 'example-token-sent-in-two-ways';

/** The same good token twice. Either one alone is accepted. */
export const tokenTwice = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, {
      params: [{ name: 'access_token', value: token, on: true }],
      ...typedField('Authorization', `Bearer ${token}`),
    }),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    const inField = bearerToken(request);
    const inQuery = request.query.get('access_token') ?? undefined;
    if (inField !== undefined && inQuery !== undefined) {
      return challenged(
        'Bearer realm="example", error="invalid_request", error_description="More than one method of sending the access token was used"',
        {
          error: 'invalid_request',
          error_description: 'More than one method of sending the access token was used',
        },
        400,
      );
    }
    return (inField ?? inQuery) === token ? reached('alice') : noToken;
  },
});
