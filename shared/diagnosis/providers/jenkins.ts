import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const jenkins = defineProvider({
  id: 'jenkins',
  name: 'Jenkins',
  category: 'ci',
  address: 'https://jenkins.example.com/api/json',
  sends: ['jenkins-crumb'],
  paths: /\/(?:job\/[^/]+\/(?:build|buildWithParameters|lastBuild|\d+|api)|crumbIssuer)\b/,
  fields: [['x-jenkins'], ['x-hudson']],
  keys: [{ form: /^11[0-9a-f]{32}$/, kind: 'API token', goes: ['authorization basic'] }],
  misleads: [
    {
      says: 'anonymous is missing the Overall/Read permission',
      means: 'Nobody was logged in: Jenkins reads Basic with an API token, not Bearer.',
    },
  ],
  sources: [
    'https://www.jenkins.io/doc/book/security/csrf-protection/',
    'https://github.com/jenkins-infra/jenkins.io/blob/f983a0ec5077b7f5fb071a68e553b9f79ecd4ba5/content/doc/book/using/remote-access-api.adoc',
  ],
  doors: ['authorization basic', 'query token'],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /No valid crumb/i,
      explanation:
        'Jenkins wants a crumb, from the same session, for every POST with a password; an API token in place of the password needs none.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-Jenkins': '2.440' },
        body: '<html><head><title>Error 403 No valid crumb was included in the request</title></head><body><h2>HTTP ERROR 403 No valid crumb was included in the request</h2></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid password\/token for user/i,
      explanation:
        'Jenkins knows no such password or API token of this user; use the user id, and a token from the user’s page.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-Jenkins': '2.440' },
        body: '<html><head><title>Error 401 Invalid password/token for user: kim</title></head><body>HTTP ERROR 401 Invalid password/token for user: kim</body></html>',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      says: /anonymous is missing the/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Jenkins itself does not read Bearer: the API token is the password of Basic, beside the user id.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer 11aabbccddeeff00112233445566778899' },
        received: { 'X-Jenkins': '2.440' },
        body: '<html><head><title>Error 403 anonymous is missing the Overall/Read permission</title></head><body>anonymous is missing the Overall/Read permission</body></html>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED + HINTED,
      says: /anonymous is missing the/i,
      notSent: /./,
      explanation: 'Nobody was logged in; send user id and API token as Basic.',
      seen: {
        status: 403,
        sent: {},
        received: { 'X-Jenkins': '2.440' },
        body: '<html><head><title>Error 403 anonymous is missing the Overall/Read permission</title></head><body>anonymous is missing the Overall/Read permission</body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is missing the .* permission/i,
      explanation: 'The user lacks the permission named.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'X-Jenkins': '2.440' },
        body: '<html><head><title>Error 403 kim is missing the Job/Build permission</title></head><body>kim is missing the Job/Build permission</body></html>',
      },
    },
  ],
});
