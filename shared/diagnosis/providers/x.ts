import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const x = defineProvider({
  id: 'x',
  name: 'X (Twitter)',
  category: 'social',
  address: 'https://api.x.com/2/users/me',
  hosts: /^(api|upload)\.(twitter|x)\.com$/,

  keys: [{ form: /^A{16,}[\w%]{20,}$/, kind: 'app-only token', percent: true }],
  misleads: [
    {
      says: '401 Unauthorized without more',
      means: 'Mostly a signature that differs, or a token made before the app’s permissions changed.',
    },
    { says: '403 client-not-enrolled', means: 'The app must be attached to a project.' },
  ],
  sources: ['https://docs.x.com/x-api/fundamentals/response-codes-and-errors'],
  doors: ['authorization bearer', 'authorization oauth', 'authorization basic'],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /client-not-enrolled|must use keys and tokens from a (?:developer App|Twitter developer App|X developer App) that is attached to a Project/i,
      explanation: 'The app stands outside a project or plan: attach it in the developer portal.',
      seen: {
        status: 403,
        body: '{"client_id":"123","detail":"When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project. You can create a project via the developer portal.","registration_url":"https://developer.twitter.com/en/docs/projects/overview","title":"Client Forbidden","required_enrollment":"Appropriate Level of API Access","reason":"client-not-enrolled","type":"https://api.twitter.com/2/problems/client-forbidden"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN + PROVEN,
      code: ['53'],
      sent: /^authorization authorization: basic /i,
      explanation: 'Name and password of a user have opened nothing since 2010: the app signs with OAuth.',
      seen: {
        url: 'https://api.twitter.com/1/statuses/home_timeline.json',
        sent: { Authorization: 'Basic YW5uYTpwdy0xMjM=' },
        body: '{"errors":[{"code":53,"message":"Basic authentication is not supported"}]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['416'],
      says: /Invalid \/ suspended application|usage-capped|CreditsDepleted/i,
      explanation: 'X suspended the app, or its paid credit is used up.',
      seen: { status: 403, body: '{"errors":[{"code":416,"message":"Invalid / suspended application"}]}' },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['88', '185'],
      says: /Rate limit exceeded/i,
      explanation: 'x-rate-limit-reset tells when it goes on.',
      seen: { status: 429, body: '{"errors":[{"code":88,"message":"Rate limit exceeded"}]}' },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + PROVEN,
      code: ['99'],
      says: /Unable to verify your credentials/i,
      explanation:
        'Consumer key and secret, each percent-encoded, joined by a colon, are the user and password of Basic here.',
      seen: {
        status: 403,
        url: 'https://api.x.com/oauth2/token',
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        posted: 'grant_type=client_credentials',
        body: '{"errors":[{"code":99,"label":"authenticity_token_error","message":"Unable to verify your credentials"}]}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['135'],
      says: /Timestamp out of bounds/i,
      explanation: 'X compares oauth_timestamp with its own clock: set the clock.',
      seen: '{"errors":[{"code":135,"message":"Timestamp out of bounds."}]}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['32', '215'],
      explanation:
        'X could not authenticate: key, token or signature is wrong. With OAuth 1.0a all four values must be of the same app, and parameters must be signed as they are sent.',
      seen: '{"errors":[{"code":32,"message":"Could not authenticate you."}]}',
    },
    {
      cause: 'token-revoked',
      weight: TOLD,
      code: ['89'],
      says: /Invalid or expired token/i,
      explanation:
        'The access token was withdrawn or regenerated: make a new one in the developer portal, or let the user authorize again.',
      seen: '{"errors":[{"code":89,"message":"Invalid or expired token."}]}',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['64', '326', '63'],
      explanation: 'The account is locked or suspended.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['415'],
      says: /Callback URL not approved/i,
      explanation: 'The callback must be listed in the app’s settings, letter by letter.',
      seen: {
        status: 403,
        body: '{"errors":[{"code":415,"message":"Callback URL not approved for this client application. Approved callback URLs can be adjusted in your application settings"}]}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /Unsupported Authentication|application-only/i,
      explanation:
        'This endpoint wants a user’s context: OAuth 1.0a or OAuth 2.0 with PKCE, not the app’s own bearer token.',
      seen: {
        status: 403,
        body: '{"title":"Unsupported Authentication","detail":"Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].","type":"https://api.twitter.com/2/problems/unsupported-authentication","status":403}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['453', '220'],
      says: /subset of|access level/i,
      explanation: 'The app’s plan does not include this endpoint.',
      seen: {
        status: 403,
        body: '{"errors":[{"message":"You currently have access to a subset of X API V2 endpoints and limited v1.1 endpoints (e.g. media post, oauth) only. If you need access to this endpoint, you may need a different access level.","code":453}]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /oauth1 app permissions/i,
      explanation:
        'The app’s permissions were read-only when the token was made: change them to read and write, then regenerate the access token.',
      seen: {
        status: 403,
        body: '{"title":"Forbidden","type":"about:blank","status":403,"detail":"Your client app is not configured with the appropriate oauth1 app permissions for this endpoint."}',
      },
    },
  ],
});
