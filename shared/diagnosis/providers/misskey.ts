import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const misskey = defineProvider({
  id: 'misskey',
  name: 'Misskey',
  category: 'social',
  address: 'https://misskey.io/api/notes/create',
  hosts: /(?:^|\.)misskey\.(?:io|dev|design|social)$/,
  body: /"code"\s*:\s*"(?:CREDENTIAL_REQUIRED|AUTHENTICATION_FAILED|PERMISSION_DENIED|YOUR_ACCOUNT_SUSPENDED|YOUR_ACCOUNT_MOVED|ROLE_PERMISSION_DENIED|ACCESS_DENIED)",\s*"id"\s*:\s*"[0-9a-f-]{36}"/,
  sources: [
    'https://misskey-hub.net/en/docs/for-developers/api/',
    'https://github.com/misskey-dev/misskey/blob/develop/packages/backend/src/server/api/ApiCallService.ts',
  ],
  misleads: [
    {
      says: 'Credential required.',
      means: 'The token goes into i of the JSON body, or as Bearer; a query is not read.',
    },
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['CREDENTIAL_REQUIRED'],
      notSent: /./,
      explanation: 'The token goes into i of the JSON body, or as Bearer.',
      seen: {
        sent: {},
        body: '{"error":{"message":"Credential required.","code":"CREDENTIAL_REQUIRED","id":"1384574d-a912-4b81-8601-c7b1c4085df1","kind":"client"}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['AUTHENTICATION_FAILED'],
      explanation:
        'No user and no application has this token: it was made anew, withdrawn, or is another server’s.',
      seen: '{"error":{"message":"Authentication failed. Please ensure your token is correct.","code":"AUTHENTICATION_FAILED","id":"b0a7f5f8-dc2f-4171-b91f-de88ad238e14","kind":"client"}}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /app does not have the necessary permissions/i,
      explanation: 'The token was made without the permission that this endpoint wants.',
      seen: {
        status: 403,
        body: '{"error":{"message":"Your app does not have the necessary permissions to use this endpoint.","code":"PERMISSION_DENIED","id":"1370e5b7-d4eb-4566-bb1d-7748ee6a1838","kind":"permission"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['YOUR_ACCOUNT_SUSPENDED', 'YOUR_ACCOUNT_MOVED'],
      explanation: 'The account is suspended, or was moved to another server.',
      seen: {
        status: 403,
        body: '{"error":{"message":"Your account has been suspended.","code":"YOUR_ACCOUNT_SUSPENDED","id":"a8c724b3-6e9c-4b46-b1a8-bc3ed6258370","kind":"permission"}}',
      },
    },
  ],
});
