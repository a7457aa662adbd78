import { bearerToken, noToken, nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft, typedField } from './example.ts';

const info = {
  id: 'tenant-missing',
  title: 'A field that the API wants is missing',
  lesson:
    'Some APIs want more than credentials, such as the tenant, and answer 401 without it. The tenant here is acme.',
  status: 401,
  scheme: 'Bearer',
} as const;

const token = 'example-token-of-a-tenant';

/** The token is good; which tenant is meant is not said. */
export const tenantMissing = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/v1/me`, typedField('Authorization', `Bearer ${token}`)),
  }),
  answer(request) {
    if (request.path !== '/v1/me') return nothingHere;
    if (bearerToken(request) !== token) return noToken;
    return request.field('X-Tenant-Id') === 'acme'
      ? reached('alice of acme')
      : {
          status: 401,
          body: {
            message: 'Missing required header: X-Tenant-Id',
            hint: 'The tenant of this example is acme.',
          },
        };
  },
});
