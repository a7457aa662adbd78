import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const gerrit = defineProvider({
  id: 'gerrit',
  name: 'Gerrit',
  category: 'code-host',
  address: 'https://gerrit.example.com/projects/',
  paths: /^\/a\/(?:changes|projects|accounts)\//,
  hosts: /(^|[.-])(review|gerrit)[.-]|googlesource\.com$/,
  challenge: /Gerrit Code Review/i,
  misleads: [
    {
      says: 'Forbidden',
      means: 'Without /a/ at the start of the path every request is anonymous, whatever Authorization says.',
    },
  ],
  sources: [
    'https://gerrit.googlesource.com/homepage/+/45da895efff017eeed0ee35a253785535513d766/pages/gerrit/rest-api.md',
  ],
  doors: ['authorization basic', 'authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /prefix the REST endpoint URL with \/a\//i,
      explanation: 'Gerrit reads Authorization only where the path begins with /a/.',
      seen: {
        status: 403,
        body: 'Invalid authentication method. In order to authenticate, prefix the REST endpoint URL with /a/ (e.g. http://example.com/a/projects/).',
      },
    },
    {
      cause: 'url-wrong',
      weight: TOLD,
      path: /^\/(?:changes|accounts|projects|groups|config|access|plugins)(?:\/|$)/,
      sent: /^authorization /,
      status: [401, 403, 404],
      explanation:
        'Without /a/ before the path Gerrit treats every request as anonymous and does not read Authorization.',
      seen: { status: 403, body: 'Forbidden', sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' } },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      path: /^\/a\//,
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation:
        'Gerrit wants the HTTP password from the account’s settings, not the password of the single sign-on.',
      seen: {
        url: 'https://gerrit.example.com/a/projects/',
        body: 'Unauthorized',
        received: { 'WWW-Authenticate': 'Basic realm="Gerrit Code Review"' },
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /Authentication unavailable at this time/i,
      explanation: 'Gerrit could not reach the directory that checks passwords.',
      seen: {
        status: 401,
        body: 'Authentication unavailable at this time.',
        received: { 'WWW-Authenticate': 'Basic realm="Gerrit Code Review"' },
      },
    },
  ],
});
