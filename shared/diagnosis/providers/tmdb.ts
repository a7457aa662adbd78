import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tmdb = defineProvider({
  id: 'tmdb',
  name: 'The Movie Database',
  category: 'data',
  address: 'https://api.themoviedb.org/3/movie/550',
  hosts: /(^|\.)themoviedb\.org$/,

  misleads: [
    {
      says: 'Invalid API key: You must be granted a valid key',
      means: 'Said, too, of the read access token in api_key, and of the key as Bearer.',
    },
  ],
  sources: ['https://developer.themoviedb.org/docs/errors'],
  doors: ['authorization bearer', 'query api_key', 'query session_id'],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permissions to access the service|lack permission/i,
      explanation: 'The session or key may not do this.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"status_code":3,"status_message":"Authentication failed: You do not have permissions to access the service.","success":false}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /Session (?:denied|not found)|not authorized to (?:access|edit)/i,
      explanation:
        'The session is over or was not approved: ask for a request token, let the user approve it, then make a session.',
      seen: {
        url: 'https://api.themoviedb.org/3/account?session_id=x',
        sent: { Authorization: 'Bearer abc' },
        body: '{"status_code":17,"status_message":"Session denied.","success":false}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Suspended API key|access to this resource has been suspended|This account .*(?:disabled|suspended)/i,
      explanation: 'TMDB suspended the key.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"status_code":10,"status_message":"Suspended API key: Access to your account has been suspended, contact TMDB.","success":false}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /Invalid API key/i,
      sent: /^query api_key: eyJ/,
      explanation:
        'In api_key stands the long read access token: it goes into Authorization: Bearer, the short key into api_key.',
      seen: {
        url: 'https://api.themoviedb.org/3/movie/11?api_key=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln',
        sent: {},
        body: '{"status_code":7,"status_message":"Invalid API key: You must be granted a valid key.","success":false}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /Invalid API key/i,
      sent: /^authorization authorization: bearer [0-9a-f]{32}$/i,
      explanation:
        'Behind Bearer stands the short key: the long read access token goes there, the short key into api_key.',
      seen: {
        sent: { Authorization: 'Bearer 0123456789abcdef0123456789abcdef' },
        body: '{"status_code":7,"status_message":"Invalid API key: You must be granted a valid key.","success":false}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      sent: /: \S/,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation:
        'TMDB does not know the key here: the short key goes into api_key in the query, the long read access token into Authorization: Bearer.',
      seen: {
        url: 'https://api.themoviedb.org/3/movie/11?api_key=0123456789abcdef0123456789abcdef',
        sent: {},
        body: '{"status_code":7,"status_message":"Invalid API key: You must be granted a valid key.","success":false}',
      },
    },
  ],
});
