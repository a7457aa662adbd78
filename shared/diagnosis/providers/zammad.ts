import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Token token=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };
const user = { Authorization: 'Basic YW5uYTprZXljYXJk' };

export const zammad = defineProvider({
  id: 'zammad',
  name: 'Zammad',
  category: 'productivity',
  address: 'https://support.zammad.com/api/v1/users/me',
  hosts: /\.zammad\.com$/,
  fields: [['set-cookie', /^_zammad_session/]],
  body: /Invalid BasicAuth credentials|API (?:password|token) access disabled!|Not authori[sz]ed \((?:token|user|on behalf of)\)!|"Invalid token!"|"error_human":/,
  sources: [
    'https://docs.zammad.org/en/latest/api/intro.html',
    'https://github.com/zammad/zammad/blob/develop/app/controllers/application_controller/authenticates.rb',
  ],
  doors: ['authorization basic', 'authorization bearer', 'authorization token'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /API password access disabled!/i,
      explanation:
        'The administrators switched Basic off: make an access token and send it as Token token=….',
      seen: { status: 403, sent: user, body: '{"error":"API password access disabled!"}' },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /API token access disabled!/i,
      explanation: 'Access tokens are switched off under Settings, System, API.',
      seen: { status: 403, sent: token, body: '{"error":"API token access disabled!"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid BasicAuth credentials|^error: Invalid token!$|Can't find User for Token/i,
      explanation: 'Zammad does not know the user with this password, or the token.',
      seen: { sent: token, body: '{"error":"Invalid token!"}' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Not authori[sz]ed \(token expired\)!/i,
      explanation: 'The access token was made with a last day, and it has passed.',
      seen: { sent: token, body: '{"error":"Not authorized (token expired)!"}' },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Not authori[sz]ed \(token\)!|Token authori[sz]ation failed|Authori[sz]ation failed - token/i,
      explanation: 'The token was made without the permission of this address: tick it in a new one.',
      seen: { status: 403, sent: token, body: '{"error":"Not authorized (token)!"}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Not authori[sz]ed \(user\)!|^error(?:_human)?: Not authori[sz]ed$/i,
      sent: /./,
      explanation: 'The user’s roles do not hold this permission.',
      seen: { status: 403, sent: user, body: '{"error":"Not authorized (user)!"}' },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF token verification failed!/i,
      explanation: 'Logged in by cookie, a change wants X-CSRF-Token; with a token none is needed.',
      seen: {
        sent: { Cookie: '_zammad_session_0f1=abc' },
        received: { 'Set-Cookie': '_zammad_session_0f1=def; path=/' },
        posted: '{}',
        body: '{"error":"CSRF token verification failed!"}',
      },
    },
  ],
});
