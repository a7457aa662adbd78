import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://music.example.com/rest/ping.view?u=anna&t=26719a1196d2a940705a59634eb18eab&s=c19b2d&v=1.16.1&c=player&f=json';
const seen = (code: number, message: string) => ({
  status: 200,
  url,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({
    'subsonic-response': { status: 'failed', version: '1.16.1', error: { code, message } },
  }),
});

export const subsonic = defineProvider({
  id: 'subsonic',
  name: 'Subsonic, Navidrome and kin',
  category: 'device',
  address: url,
  paths: /^\/rest\/(?:ping|stream|getLicense|getAlbumList2?|search[23]|getIndexes|getCoverArt)(?:\.view)?$/,
  body: /"?subsonic-response"?/,
  misleads: [
    {
      says: 'status="failed" behind a 200',
      means: 'The interface answers 200 to everything; its error element is the answer.',
    },
  ],
  sources: [
    'https://www.subsonic.org/pages/api.jsp',
    'https://opensubsonic.netlify.app/docs/responses/error/',
  ],
  doors: ['query u', 'query p', 'query t', 'query apikey'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^(?:code|message): (?:40|Wrong username or password)/i,
      explanation:
        'The server does not know this user with this password; t is md5 of password and salt, in this order.',
      seen: seen(40, 'Wrong username or password'),
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /^(?:code|message): (?:4[123]$|Token authentication not supported|(?:Provided )?authentication mechanism not supported|Multiple conflicting authentication)/i,
      explanation:
        'The server holds no password from which it could compute the token, as with users of a directory: send p in its place.',
      seen: seen(41, 'Token authentication not supported for LDAP users.'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^(?:code|message): (?:44$|Invalid API key)/i,
      explanation: 'The API key is not known.',
      seen: seen(44, 'Invalid API key'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^(?:code|message): (?:50$|User is not authorized for the given operation)/i,
      explanation: 'The user lacks the role for this call, such as admin, download or share.',
      seen: seen(50, 'User is not authorized for the given operation.'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      says: /^(?:code|message): (?:60$|The trial period for the \w+ server is over)/i,
      explanation: 'The server’s trial is over: it wants a licence for its mobile interface.',
      seen: seen(60, 'The trial period for the Subsonic server is over. Please upgrade to Subsonic Premium.'),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /^message: (?:Required parameter is missing|missing parameter: )/i,
      explanation: 'Each call carries u, t and s (or p), v and c; the answer names what is missing.',
      seen: seen(10, "missing parameter: 's'"),
    },
  ],
});
