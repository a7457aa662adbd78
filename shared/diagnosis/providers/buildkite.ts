import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const buildkite = defineProvider({
  id: 'buildkite',
  name: 'Buildkite',
  category: 'ci',
  address: 'https://api.buildkite.com/v2/user',
  hosts: /(^|\.)buildkite\.com$/,
  keys: [
    { form: /^bkua_/, kind: 'user API token', goes: ['authorization bearer'] },
    { form: /^bkct_/, kind: 'cluster token' },
  ],
  sources: [
    'https://github.com/buildkite/docs/blob/03cbd5790a374a37b569ab542d8773c02d30550a/pages/apis/rest_api.md',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /access token doesn.t have the .* scope/i,
      explanation: 'Edit the token and tick the scope named.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer bkua_0123456789abcdef' },
        body: '{"message":"Forbidden. Your access token doesn\'t have the `write_builds` scope"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication required\. Please supply a valid API Access Token/i,
      notSent: /./,
      explanation: 'Buildkite saw no token; send it as Bearer.',
      seen: {
        sent: {},
        body: '{"message":"Authentication required. Please supply a valid API Access Token: https://buildkite.com/docs/apis/rest-api#authentication"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Authentication required\. Please supply a valid API Access Token/i,
      sent: /./,
      explanation: 'Buildkite does not know the token; an agent’s token is not one of the API.',
      seen: {
        sent: { Authorization: 'Bearer bkua_0123456789abcdef' },
        body: '{"message":"Authentication required. Please supply a valid API Access Token: https://buildkite.com/docs/apis/rest-api#authentication"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP address .* (?:not|isn.t) (?:permitted|allowed)/i,
      explanation: 'Organisation or token list other networks.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer bkua_0123456789abcdef' },
        body: '{"message":"Your IP address 192.0.2.1 is not permitted to access this organization"}',
      },
    },
  ],
});
