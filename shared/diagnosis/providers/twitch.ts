import { FAINT, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const twitch = defineProvider({
  id: 'twitch',
  name: 'Twitch',
  category: 'social',
  address: 'https://api.twitch.tv/helix/users',
  hosts: /(^|\.)twitch\.tv$|^api\.igdb\.com$/,

  sources: ['https://dev.twitch.tv/docs/authentication/'],
  lives: { seconds: 14_400, ends: 'token-expired' },
  doors: ['authorization bearer', 'authorization oauth', 'field client-id'],
  needs: [{ at: ['field client-id'], beside: 'authorization bearer', path: /^\/(?:helix|v4)\// }],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid OAuth token|invalid access token|invalid oauth token/i,
      explanation:
        'The token is over or withdrawn, as by a new password: renew it, and ask /oauth2/validate every hour.',
      seen: {
        sent: { Authorization: 'Bearer abc', 'Client-Id': 'def' },
        body: '{"error":"Unauthorized","status":401,"message":"Invalid OAuth token"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + FAINT,
      says: /Authorization Failure\. Have you tried/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The game database (IGDB) takes an app token of Twitch beside the Client-ID that it was made with: not the client secret, not a user’s token, and a new one after sixty days.',
      seen: {
        url: 'https://api.igdb.com/v4/games',
        sent: {
          'Client-ID': 'k3vx8rm2ztq6bwy1nhd4jgf7plc5so',
          Authorization: 'Bearer zx81kqp07vtne4swc2rbyh6lmu9adf',
        },
        body: '{"message":"Authorization Failure. Have you tried:","Tip 1":"Ensure you are sending Authorization and Client-ID as headers."}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /Client-?ID (?:header )?(?:is )?(?:missing|required)|Must provide (?:a )?valid Client-ID/i,
      explanation: 'Twitch wants the client id in Client-Id beside the token.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"error":"Unauthorized","status":401,"message":"Must provide a valid Client-ID or OAuth token"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Missing scope|missing required oauth scope/i,
      explanation: 'The user must authorize again with the scope named.',
      seen: {
        sent: { Authorization: 'Bearer abc', 'Client-Id': 'def' },
        body: '{"error":"Unauthorized","status":401,"message":"Missing scope: channel:read:subscriptions"}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /requires? (?:an? )?(?:app|user) access token|must be (?:a|an) (?:app|user) access token|User (?:OAuth|access) token required/i,
      explanation: 'Some calls want the token of a user, others the one of the app.',
      seen: {
        sent: { Authorization: 'Bearer abc', 'Client-Id': 'def' },
        body: '{"error":"Unauthorized","status":401,"message":"The request must be made with a user access token: user access token required"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /token user .* does not match|must match the user ID|broadcaster ID in the (?:request|query).*must match|not authorized to/i,
      explanation: 'The token belongs to another user than the channel named.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer abc', 'Client-Id': 'def' },
        body: '{"error":"Unauthorized","status":401,"message":"The ID in broadcaster_id must match the user ID found in the request\'s OAuth token."}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /invalid client(?: secret)?$/i,
      path: /oauth2\/token/,
      explanation: 'Client id or secret of the app are wrong.',
      seen: {
        status: 403,
        url: 'https://id.twitch.tv/oauth2/token',
        sent: {},
        posted: 'grant_type=client_credentials&client_id=x&client_secret=x',
        body: '{"status":403,"message":"invalid client secret"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /OAuth token is missing/i,
      notSent: /^authorization /,
      explanation:
        'A client id alone is no credential: send Authorization: Bearer and the token beside Client-Id.',
      seen: {
        sent: { 'Client-Id': 'abc' },
        body: '{"error":"Unauthorized","status":401,"message":"OAuth token is missing"}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /Client ID and OAuth token do not match/i,
      explanation:
        'The token was made for another client id than the one in the field Client-Id; /oauth2/validate shows which.',
      seen: {
        sent: { Authorization: 'Bearer abc', 'Client-Id': 'def' },
        body: '{"error":"Unauthorized","status":401,"message":"Client ID and OAuth token do not match"}',
      },
    },
  ],
});
