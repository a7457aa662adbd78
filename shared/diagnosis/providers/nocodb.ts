import { HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nocodb = defineProvider({
  id: 'nocodb',
  name: 'NocoDB',
  category: 'data',
  address: 'https://app.nocodb.com/api/v2/meta/bases/',
  hosts: /(?:^|\.)nocodb\.com$|^nocodb\./,
  sends: ['xc-token', 'xc-auth', 'xc-shared-base-id'],
  body: /"error"\s*:\s*"ERR_(?:FORBIDDEN|UNAUTHORIZED|AUTHENTICATION_REQUIRED|INVALID_TOKEN)"/,
  keys: [
    {
      form: /^nc_pat_\w{30,}$/,
      kind: 'personal API token',
      goes: ['field xc-token', 'authorization bearer'],
    },
  ],
  sources: [
    'https://nocodb.com/docs/product-docs/account-settings/api-tokens',
    'https://github.com/nocodb/nocodb/blob/develop/packages/nocodb/src/guards/global/global.guard.ts',
    'https://github.com/nocodb/nocodb/issues/13734',
    'https://github.com/nocodb/nocodb/issues/7272',
    'https://github.com/nocodb/nocodb/issues/8685',
  ],
  misleads: [
    {
      says: 'Forbidden - Unauthorized access',
      means:
        'A token that NocoDB does not know counts as none, and a guest is forbidden: it says no more of the token.',
    },
  ],
  doors: ['field xc-token', 'field xc-auth', 'authorization bearer', 'field xc-shared-base-id'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      status: [401, 403],
      sent: /^field xc-auth: (?!ey)/i,
      explanation:
        'xc-auth reads the token of a login, which is signed; a token from the settings goes into xc-token.',
      seen: {
        sent: { 'xc-auth': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"msg":"Unauthorized"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Unauthorized access/i,
      notSent: /./,
      explanation: 'No token came, and a guest may not do this: send xc-token.',
      seen: {
        status: 403,
        sent: {},
        body: '{"error":"ERR_FORBIDDEN","message":"Forbidden - Unauthorized access"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [403],
      says: /Unauthorized access/i,
      sent: /^field xc-token: /i,
      explanation:
        'NocoDB does not know the token, or its owner is not a member of the base: it says the same of both.',
      seen: {
        status: 403,
        sent: { 'xc-token': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error":"ERR_FORBIDDEN","message":"Forbidden - Unauthorized access"}',
      },
    },
  ],
});
