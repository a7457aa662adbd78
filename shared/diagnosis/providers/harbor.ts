import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const harbor = defineProvider({
  id: 'harbor',
  name: 'Harbor',
  category: 'registry',
  address: 'https://harbor.example.com/api/v2.0/users/current',
  paths: /^\/api\/v2\.0\/(?:projects|registries|replication|quotas|robots|systeminfo|health)\b/,
  fields: [['x-harbor-csrf-token'], ['set-cookie', /^_gorilla_csrf=/]],
  challenge: /\/service\/token$/,
  body: /"message":"unauthorized to access repository/,
  keys: [{ form: /^robot\$/, kind: 'robot account' }],
  sources: [
    'https://github.com/goharbor/harbor/blob/9c06c79ff4df246478d4cb397e2c0e83e1add4d0/src/server/middleware/csrf/csrf.go',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  lives: { seconds: 3_600, ends: 'session-expired', idle: true, of: 'cookie' },
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF token (?:not found|invalid)/i,
      explanation:
        'With a session cookie Harbor wants X-Harbor-CSRF-Token; drop the cookie or send the token.',
      seen: {
        status: 403,
        received: { 'X-Harbor-CSRF-Token': 'abc' },
        body: '{"errors":[{"code":"FORBIDDEN","message":"CSRF token not found in request"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /unauthorized to access repository: .* action:/i,
      sent: /./,
      explanation:
        'The user or robot is no member of the project with this right, or the repository lies in another project.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-Harbor-CSRF-Token': 'abc' },
        body: '{"errors":[{"code":"UNAUTHORIZED","message":"unauthorized to access repository: lib/app, action: push: unauthorized to access repository: lib/app, action: push"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /unauthorized to access repository/i,
      notSent: /./,
      explanation: 'The project is not public; log in.',
      seen: {
        sent: {},
        body: '{"errors":[{"code":"UNAUTHORIZED","message":"unauthorized to access repository: lib/app, action: pull: unauthorized to access repository: lib/app, action: pull"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /^message: (?:unauthorized|401 Unauthorized)$/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'Harbor does not know user and password; with single sign-on use the CLI secret, and a robot’s name begins with robot$.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-Harbor-CSRF-Token': 'abc' },
        body: '{"errors":[{"code":"UNAUTHORIZED","message":"unauthorized"}]}',
      },
    },
  ],
});
