import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dropbox = defineProvider({
  id: 'dropbox',
  name: 'Dropbox',
  category: 'storage',
  address: 'https://api.dropboxapi.com/2/users/get_current_account',
  hosts: /(^|\.)(dropboxapi|dropbox)\.com$/,
  keys: [
    {
      form: /^sl\./,
      kind: 'short-lived access token',
      goes: ['authorization bearer', 'query authorization'],
    },
  ],
  sources: [
    'https://docs.rs/dropbox-sdk/0.20.2/dropbox_sdk/auth/enum.AuthError.html',
    'https://docs.rs/crate/dropbox-sdk/0.20.3/source/dropbox-api-spec/auth.stone',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 14_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /expired_access_token/i,
      explanation:
        'An access token of Dropbox lasts four hours; refresh it with the refresh token of offline access.',
      seen: {
        sent: { Authorization: 'Bearer sl.Babcdefgh' },
        body: '{"error_summary":"expired_access_token/..","error":{".tag":"expired_access_token"}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /invalid_access_token/i,
      explanation: 'Dropbox does not know the token, or the user unlinked the app.',
      seen: {
        sent: { Authorization: 'Bearer sl.Babcdefgh' },
        body: '{"error_summary":"invalid_access_token/...","error":{".tag":"invalid_access_token"}}',
      },
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      says: /given OAuth 2 access token is malformed/i,
      explanation: 'What stands behind Bearer is no token of Dropbox: cut, quoted or empty.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer abc' },
        body: 'Error in call to API function "users/get_current_account": The given OAuth 2 access token is malformed.',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /missing_scope|does not have the required scope/i,
      explanation:
        'Tick the scope in the app’s settings and let the user link the app again; older tokens keep their scopes.',
      seen: {
        sent: { Authorization: 'Bearer sl.Babcdefgh' },
        body: '{"error_summary":"missing_scope/..","error":{".tag":"missing_scope","required_scope":"files.content.read"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /user_suspended/i,
      explanation: 'The team suspended the user.',
      seen: {
        sent: { Authorization: 'Bearer sl.Babcdefgh' },
        body: '{"error_summary":"user_suspended/.","error":{".tag":"user_suspended"}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /operates on a single Dropbox account|invalid_select_(?:user|admin)/i,
      explanation:
        'With a team’s token Dropbox-API-Select-User names the member, who must still be on the team.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer sl.Babcdefgh' },
        body: 'Error in call to API function "files/list_folder": This API function operates on a single Dropbox account, but the OAuth 2 access token you provided is for an entire Dropbox Business team. Since your API app key has team member file access permissions, you can operate on a team member\'s Dropbox by providing the "Dropbox-API-Select-User" HTTP header.',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /route_access_denied|not permitted to access this endpoint/i,
      explanation: 'The app’s kind or approval does not include this endpoint.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer sl.Babcdefgh' },
        body: '{"error_summary":"route_access_denied/.","error":{".tag":"route_access_denied"}}',
      },
    },
  ],
});
