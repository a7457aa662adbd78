import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (status: number, message: string, error: string) => ({
  status,
  body: JSON.stringify({ reqId: 'req-8f0c', statusCode: status, message, error }),
});

export const infisical = defineProvider({
  id: 'infisical',
  name: 'Infisical',
  category: 'security',
  address: 'https://app.infisical.com/api/v3/secrets/raw',
  hosts: /^(?:app|us|eu)\.infisical\.com$/,
  body: /"reqId"\s*:\s*"req-\w+"/,
  keys: [{ form: /^st\.[\w-]+\./, kind: 'service token', goes: ['authorization bearer'] }],
  sources: [
    'https://infisical.com/docs/api-reference/overview/authentication',
    'https://infisical.com/docs/documentation/platform/identities/universal-auth',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^message: (?:Token missing|Failed to authenticate|Invalid credentials|jwt malformed|You are not logged in)/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The token is none of this instance: over, revoked, or of the other region (us, eu, your own).',
      seen: seen(401, 'Token missing', 'UnauthorizedError'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN + STATED,
      says: /^message: (?:Your token has expired|Access token has expired|.*access token .*expired)/i,
      explanation: 'The identity’s access token is over: log in again with client id and secret.',
      seen: seen(401, 'Your token has expired. Please re-authenticate.', 'TokenError'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      status: [403],
      says: /^error: PermissionDenied$|You are not allowed to (?:read|create|edit|delete)/i,
      explanation: 'The identity has no role in this project for this environment and path.',
      seen: seen(403, 'You are not allowed to read on secrets', 'PermissionDenied'),
    },
  ],
});
