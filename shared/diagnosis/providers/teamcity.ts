import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const teamcity = defineProvider({
  id: 'teamcity',
  name: 'TeamCity',
  category: 'ci',
  address: 'https://teamcity.example.com/app/rest/server',
  hosts: /(^|\.)teamcity\.|\.teamcity\.com$/,
  fields: [['teamcity-node-id']],
  challenge: /TeamCity/i,
  misleads: [
    { says: 'Incorrect username or password.', means: 'Said of an access token sent as Basic, too.' },
  ],
  sources: [
    'https://github.com/JetBrains/teamcity-documentation/blob/850bbcb8fcdc52f40f5a4bb76633998b8678a2f9/topics/csrf-protection.md',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /failed CSRF check/i,
      explanation:
        'Requests with a session cookie must bring X-TC-CSRF-Token from /authenticationTest.html?csrf; a request with a token and without cookies needs none.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'TeamCity-Node-Id': 'MAIN_SERVER' },
        body: '403 Forbidden: Responding with 403 status code due to failed CSRF check: authenticated POST request is made, but neither tc-csrf-token parameter nor X-TC-CSRF-Token header are provided.',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /too many (?:failed )?login attempts|account is (?:locked|disabled)/i,
      explanation: 'The user is locked for a time after wrong logins.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'TeamCity-Node-Id': 'MAIN_SERVER' },
        body: 'Too many failed login attempts. Please try again later.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Incorrect username or password|Invalid (?:access )?token/i,
      explanation: 'TeamCity does not know the pair; an access token goes as Bearer.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'TeamCity-Node-Id': 'MAIN_SERVER' },
        body: 'Incorrect username or password.\nTo login manually go to "/login.html" page',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^: Authentication required/i,
      notSent: /./,
      explanation: 'TeamCity saw nobody; guests use paths under /guestAuth.',
      seen: {
        sent: {},
        received: { 'TeamCity-Node-Id': 'MAIN_SERVER' },
        body: 'Authentication required\nTo login manually go to "/login.html" page',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Access denied\. Check the user has enough permissions|do not have enough permissions/i,
      explanation: 'The user’s roles, or the scope of the token, do not cover this.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'TeamCity-Node-Id': 'MAIN_SERVER' },
        body: 'Responding with error, status code: 403 (Forbidden).\nDetails: Access denied. Check the user has enough permissions to perform the operation.',
      },
    },
  ],
});
