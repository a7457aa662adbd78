import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const monday = defineProvider({
  id: 'monday',
  name: 'monday.com',
  category: 'productivity',
  address: 'https://api.monday.com/v2',
  hosts: /(^|\.)monday\.com$/,
  bare: true,
  sources: [
    'https://github.com/mondaycom/monday-graphql-api/blob/f3e72996339cd07d4e3135f4faa0843b87c27dab/README.md',
  ],
  doors: ['authorization', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Not Authenticated/i,
      sent: /^authorization /,
      explanation: 'monday.com does not know the token; a new one ends the one before.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOjEsImV4cCI6MjAxNTQwOTYwMH0.c2ln' },
        body: '{"errors":["Not Authenticated"]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Not Authenticated/i,
      notSent: /./,
      explanation: 'Send the token in Authorization.',
      seen: { sent: {}, body: '{"errors":["Not Authenticated"]}' },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /missingRequiredPermissions|MissingRequiredPermissionsException/i,
      explanation: 'The app was installed without the scope that the answer lists.',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer eyJ' },
        body: '{"errors":[{"message":"Missing required permissions","extensions":{"code":"missingRequiredPermissions"}}],"error_code":"missingRequiredPermissions"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['UserUnauthorizedException', 'USER_UNAUTHORIZED', 'USER_ACCESS_DENIED'],
      says: /User unauthorized to perform action/i,
      explanation: 'The user behind the token has no access to this board.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOjEsImV4cCI6MjAxNTQwOTYwMH0.c2ln' },
        body: '{"error_code":"UserUnauthorizedException","status_code":403,"error_message":"User unauthorized to perform action"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Your ip is restricted/i,
      explanation: 'The account takes listed addresses only.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOjEsImV4cCI6MjAxNTQwOTYwMH0.c2ln' },
        body: '{"errors":["Your ip is restricted"]}',
      },
    },
  ],
});
