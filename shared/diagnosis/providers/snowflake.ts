import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const snowflake = defineProvider({
  id: 'snowflake',
  name: 'Snowflake',
  category: 'database',
  address: 'https://acme-xy12345.snowflakecomputing.com/api/v2/statements',
  hosts: /\.snowflakecomputing\.(com|cn)$/,
  misleads: [
    {
      says: '390144 JWT token is invalid',
      means:
        'Covers a wrong account or user name, another public key and a wrong clock alike; SYSTEM$GET_LOGIN_FAILURE_DETAILS tells which.',
    },
  ],
  sources: [
    'https://docs.snowflake.com/user-guide/key-pair-auth-troubleshooting',
    'https://docs.mixpanel.com/troubleshooting/errors/snowflake-jwt-token-is-invalid.md',
    'https://docs.Snowflake.com/en/user-guide/oauth-snowflake-overview.html',
  ],
  doors: ['authorization bearer', 'authorization snowflake'],
  signs: [
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['390144'],
      sent: /^jwt authorization: .*"iss":"(?:[^"]*[a-z][^"]*\.SHA256:|[^".]+\.[^".]+\.[^"]+\.SHA256:|(?![^"]*\.SHA256:))/,
      explanation:
        'iss is not ACCOUNT.USER.SHA256:fingerprint in capitals: the account stands there without region and without “.privatelink”.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlBSSVZBVEVMSU5LLlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"390144","message":"JWT token is invalid. [0ce9eb56-821d-4ca9-a774-04ae89a0cf5a]"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      code: ['390144'],
      says: /JWT token is invalid/i,
      explanation:
        'iss must be ACCOUNT.USER.SHA256:fingerprint and sub ACCOUNT.USER, all in capitals, the fingerprint that of the user’s key; iat may lie a minute back at most.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"390144","message":"JWT token is invalid. [0ce9eb56-821d-4ca9-a774-04ae89a0cf5a]"}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /X-Snowflake-Authorization-Token-Type/i,
      explanation: 'Say which kind of token it is: KEYPAIR_JWT, OAUTH or PROGRAMMATIC_ACCESS_TOKEN.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['390318', '390114', '390112'],
      says: /access token (?:has )?expired|Authentication token has expired/i,
      explanation: 'An OAuth token lasts ten minutes by default, a session token some hours; get a new one.',
      seen: {
        sent: { Authorization: 'Bearer ver:1-hint:1-abc' },
        body: '{"code":"390318","message":"OAuth access token expired. [0ce9eb56]"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['390303', '390104'],
      says: /Invalid OAuth access token|Session token (?:not found|invalid)/i,
      explanation: 'No security integration of the account accepts the token: other issuer, audience or key.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"code":"390303","message":"Invalid OAuth access token. [0ce9eb56]"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['390100'],
      says: /Incorrect username or password was specified/i,
      explanation: 'Snowflake does not know user and password, or the account name in the host is another.',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['390422', '390432', '390420'],
      says: /(?:IP|Incoming request with IP).* is not allowed to access Snowflake/i,
      explanation: 'A network policy of account, user or integration does not hold this address.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"390422","message":"Incoming request with IP/Token 192.0.2.1 is not allowed to access Snowflake. Contact your account administrator."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['390101', '390102', '390106'],
      says: /User account has been (?:temporarily )?(?:locked|disabled)|temporarily locked|User (?:access )?disabled/i,
      explanation: 'The user is disabled or locked after wrong logins.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJBQ0NULlVTRVIuU0hBMjU2OnAiLCJleHAiOjE3MDAwNTMyMDB9.c2ln',
        },
        body: '{"code":"390101","message":"User access disabled. Contact your local system administrator."}',
      },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['390197', '394507'],
      says: /Multi-factor authentication is required/i,
      explanation:
        'People must enrol a second factor; services use a key pair or a programmatic access token.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['390317', '390186', '003001'],
      says: /role .* is not (?:listed|granted|authorized)|Insufficient privileges/i,
      explanation: 'The token or the user does not hold the role asked for.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer abc' },
        body: '{"code":"390317","message":"The role requested in the connection or the default role if none was requested in the connection is not listed in the Access Token or was filtered."}',
      },
    },
  ],
});
