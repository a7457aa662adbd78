import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const project = { Authorization: 'Basic cHJvamVjdC1saXZlLThmMGM6c2VjcmV0LWxpdmUtOGYwYw==' };
const seen = (status: number, error_type: string, error_message: string) => ({
  status,
  sent: project,
  posted: '{"session_token":"Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G"}',
  body: JSON.stringify({
    status_code: status,
    request_id: 'request-id-live-8f0c',
    error_type,
    error_message,
    error_url: `https://stytch.com/docs/api/errors/${status}`,
  }),
});

export const stytch = defineProvider({
  id: 'stytch',
  name: 'Stytch',
  category: 'identity',
  address: 'https://api.stytch.com/v1/sessions/authenticate',
  hosts: /^(?:api|test)\.stytch\.com$/,
  testHosts: /^test\./,
  keys: [
    { form: /^secret-live-/, kind: 'secret', environment: 'live', goes: ['authorization basic'] },
    { form: /^secret-test-/, kind: 'secret', environment: 'test', goes: ['authorization basic'] },
  ],
  body: /"error_url"\s*:\s*"https:\/\/stytch\.com\//,
  sources: ['https://stytch.com/docs/api/errors/401', 'https://stytch.com/docs/api/errors/404'],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: [
        'unauthorized_credentials',
        'invalid_secret_authentication',
        'invalid_project_id_authentication',
        'missing_secret_authentication',
      ],
      explanation:
        'Project id and secret, sent as Basic, do not fit, or are of the other environment than the host.',
      seen: seen(401, 'unauthorized_credentials', 'Unauthorized credentials.'),
    },
    {
      cause: 'session-expired',
      weight: PROVEN + STATED,
      code: ['session_not_found', 'session_expired'],
      explanation: 'The session is over or was revoked: log in anew.',
      seen: seen(404, 'session_not_found', 'Session could not be found.'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: [
        'invalid_session_jwt',
        'unable_to_auth_magic_link',
        'otp_code_not_found',
        'oauth_token_not_found',
      ],
      explanation: 'The link, code or token was used already, is over, or is of another project.',
      seen: seen(
        401,
        'unable_to_auth_magic_link',
        'The magic link could not be authenticated because it was either already used or expired.',
      ),
    },
  ],
});
