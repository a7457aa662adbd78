import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const heroku = defineProvider({
  id: 'heroku',
  name: 'Heroku',
  category: 'cloud',
  address: 'https://api.heroku.com/apps',
  hosts: /^(api|id)\.heroku\.com$/,
  sources: [
    'https://devcenter.heroku.com/articles/platform-api-reference',
    'https://forum.shakacode.com/t/understanding-heroku-api-errors/2186',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid credentials provided/i,
      explanation:
        'Heroku does not know the token: a login’s token ends after a year, and with a new password.',
      seen: { status: 401, body: '{"id":"unauthorized","message":"Invalid credentials provided."}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /There were no credentials in your `Authorization` header/i,
      notSent: /^authorization /,
      explanation: 'No token was sent.',
      seen: {
        status: 401,
        sent: {},
        body: '{"id":"unauthorized","message":"There were no credentials in your `Authorization` header. Try `Authorization: Bearer <OAuth access token>`"}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: TOLD,
      says: /Accept.*application\/vnd\.heroku\+json; version=3|Invalid version/i,
      explanation: 'The API wants Accept: application/vnd.heroku+json; version=3.',
      seen: {
        status: 401,
        body: '{"id":"not_acceptable","message":"Invalid version. Please send Accept: application/vnd.heroku+json; version=3"}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['two_factor'],
      explanation: 'The call wants the second factor in Heroku-Two-Factor-Code.',
      seen: { status: 403 },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['suspended', 'delinquent', 'verification_needed'],
      explanation: 'The account is suspended, in arrears, or has to verify a payment method.',
      seen: { status: 403 },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have access to the app/i,
      explanation: 'The account is no collaborator of the app.',
      seen: { status: 403, body: '{"id":"forbidden","message":"You do not have access to the app my-app."}' },
    },
  ],
});
