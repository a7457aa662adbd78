import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const clickup = defineProvider({
  id: 'clickup',
  name: 'ClickUp',
  category: 'productivity',
  address: 'https://api.clickup.com/api/v2/user',
  hosts: /^api\.clickup\.com$/,
  bare: true,
  keys: [{ form: /^pk_\d+_/, kind: 'personal token' }],
  misleads: [
    {
      says: 'OAUTH_025 Token not found',
      means: 'Also that a personal token was sent behind the word Bearer.',
    },
  ],
  sources: ['https://developer.clickup.com/docs/common_errors', 'https://developer.clickup.com/docs'],
  doors: ['authorization', 'authorization bearer'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      says: /^ECODE: OAUTH_\d+$|Token (?:invalid|not found)/i,
      sent: /^authorization authorization: bearer pk_/i,
      explanation: 'A personal token (pk_) stands alone in Authorization; Bearer is for OAuth tokens.',
      seen: {
        sent: { Authorization: 'Bearer pk_1234567_ABCDEF' },
        body: '{"err":"Token invalid","ECODE":"OAUTH_025"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Authorization header required/i,
      notSent: /./,
      explanation: 'ClickUp saw no token; it goes into Authorization, personal ones without a scheme.',
      seen: {
        sent: {},
        status: 400,
        body: '{"err":"Authorization header required","ECODE":"OAUTH_017","error":"Authorization header required"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /Token (?:invalid|not found)|^ECODE: OAUTH_0(?:19|21|25|77)$/i,
      explanation:
        'ClickUp does not know the token: the user took the authorization back, or made a new personal token, which ends the one before.',
      seen: {
        sent: { Authorization: 'Bearer 1234567_abcdef' },
        body: '{"err":"Token invalid","ECODE":"OAUTH_025"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /Team(?:\(s\))? not authorized|^ECODE: OAUTH_0(?:23|26|27|29|3\d|4[0-5])$/i,
      explanation:
        'The user did not authorize this workspace for the token, or the id belongs to another workspace: authorize again and choose it.',
      seen: {
        sent: { Authorization: 'Bearer 1234567_abcdef' },
        body: '{"err":"Team not authorized","ECODE":"OAUTH_027"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Client not found|^ECODE: OAUTH_010$/i,
      explanation: 'ClickUp knows no app by this client id.',
      seen: {
        sent: {},
        url: 'https://api.clickup.com/api/v2/oauth/token',
        posted: 'client_id=x&client_secret=y&code=z',
        body: '{"err":"Client not found","ECODE":"OAUTH_010"}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: STATED,
      says: /Redirect URI does not match|^ECODE: OAUTH_007$/i,
      explanation: 'The address must be registered with the app, letter by letter.',
      seen: {
        status: 400,
        sent: {},
        url: 'https://api.clickup.com/api/v2/oauth/token',
        posted: 'client_id=x&client_secret=y&code=z',
        body: '{"err":"Redirect URI does not match the redirect uris of this application","ECODE":"OAUTH_007","error":"redirect"}',
      },
    },
  ],
});
