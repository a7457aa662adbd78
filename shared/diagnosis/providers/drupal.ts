import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const drupal = defineProvider({
  id: 'drupal',
  name: 'Drupal',
  category: 'framework',
  address: 'https://cms.example.com/jsonapi/node/article',
  fields: [['x-generator', /^Drupal/i], ['x-drupal-cache'], ['x-drupal-dynamic-cache']],
  challenge: /^basic .*drupal/i,
  body: /No authentication credentials provided\.|X-CSRF-Token request header is (?:missing|invalid)|The 'restful /,
  sources: [
    'https://github.com/drupal/drupal/blob/11.x/core/modules/basic_auth/src/Authentication/Provider/BasicAuth.php',
  ],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /X-CSRF-Token request header is (?:missing|invalid)/i,
      explanation: 'With a session cookie Drupal wants the token from /session/token on every change.',
      seen: {
        status: 403,
        sent: { Cookie: 'SESSa1b2=c3' },
        body: '{"message":"X-CSRF-Token request header is missing"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /The '[^']+' permission is required|The following permissions are required|The used authentication method is not allowed on this route/i,
      explanation:
        'The role lacks the permission named, or the route’s list of authentication providers lacks this one.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"message":"The \'restful get entity:node\' permission is required."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No authentication credentials provided/i,
      notSent: /./,
      explanation: 'Drupal saw no credential.',
      seen: { status: 401, sent: {}, body: '{"message":"No authentication credentials provided."}' },
    },
    {
      cause: 'header-stripped',
      weight: STATED,
      says: /No authentication credentials provided/i,
      sent: /^authorization /,
      explanation: 'Apache keeps Authorization back from PHP, or the module for this scheme is not enabled.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"message":"No authentication credentials provided."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Sorry, unrecognized username or password/i,
      explanation: 'Drupal does not know user and password.',
      seen: {
        status: 400,
        posted: '{"name":"anna","pass":"x","password":"x"}',
        sent: {},
        received: { 'X-Generator': 'Drupal 10' },
        body: '{"message":"Sorry, unrecognized username or password."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /has not been activated or is blocked|The user has not been activated/i,
      explanation: 'The account is blocked or waits for its activation.',
      seen: {
        status: 400,
        posted: '{"name":"anna","password":"x"}',
        sent: {},
        received: { 'X-Generator': 'Drupal 10' },
        body: '{"message":"The user has not been activated or is blocked."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Too many failed login attempts from your IP|There have been more than \d+ failed login attempts/i,
      explanation: 'Drupal’s flood control counts failed logins for some hours.',
      seen: {
        status: 403,
        posted: '{"name":"anna","password":"x"}',
        sent: {},
        received: { 'X-Generator': 'Drupal 10' },
        body: '{"message":"Too many failed login attempts from your IP address. This IP address is temporarily blocked."}',
      },
    },
  ],
});
