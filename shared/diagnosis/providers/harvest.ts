import { TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body =
  '{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed or invalid for other reasons."}';

export const harvest = defineProvider({
  id: 'harvest',
  name: 'Harvest',
  category: 'productivity',
  address: 'https://api.harvestapp.com/v2/users/me',
  hosts: /^api\.harvestapp\.com$|^id\.getharvest\.com$/,
  few: 'It answers all faults of a token in one way.',
  misleads: [
    { says: 'invalid_token', means: 'Said of a good token as well, where Harvest-Account-Id is missing.' },
  ],
  sources: [
    'https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/',
    'https://github.com/googleworkspace/apps-script-oauth2/issues/90',
  ],
  doors: ['authorization bearer', 'query access_token'],
  lives: { seconds: 1_209_600, ends: 'token-expired' },
  needs: [
    { at: ['field harvest-account-id', 'query account_id'], beside: 'authorization bearer', path: /^\/v2\// },
  ],
  signs: [
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /^error: invalid_token$/i,
      sent: /^authorization authorization: bearer \d+\.(?:at|pt)\./i,
      explanation:
        'The token is over, was deleted, or belongs to another account than Harvest-Account-Id names.',
      seen: {
        sent: {
          Authorization: 'Bearer 1641234.pt.kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7',
          'Harvest-Account-Id': '1641234',
          'User-Agent': 'shop (ada@example.com)',
        },
        body,
      },
    },
  ],
});
