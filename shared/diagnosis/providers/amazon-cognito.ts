import { HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const amazonCognito = defineProvider({
  id: 'amazon-cognito',
  name: 'Amazon Cognito',
  category: 'identity',
  address: 'https://cognito-idp.eu-west-1.amazonaws.com/',
  family: 'aws',
  hosts: /^cognito-(idp|identity)\.[\w-]+\.amazonaws\.com$|\.auth\.[\w-]+\.amazoncognito\.com$/,
  fields: [['x-amzn-errortype', /NotAuthorized|UserNot|Password/]],
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html',
  ],
  keys: [
    {
      form: /^eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAi/,
      kind: 'refresh token',
      spare: true,
    },
  ],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN + STATED,
      says: /Invalid session for the user/i,
      explanation:
        'A login in steps must be finished within minutes; this one’s session is over or was used.',
      seen: {
        status: 400,
        sent: {},
        posted: 'ChallengeName=SMS_MFA&Session=x',
        body: '{"__type":"NotAuthorizedException","message":"Invalid session for the user, session is expired."}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN + STATED,
      says: /Issuer doesn't match providerName|Token is not from a supported provider of this identity pool|Logins don't match/i,
      explanation:
        'The identity pool takes tokens of the providers on its list, each under its issuer’s name; this token is of another user pool or went under another name.',
      seen: {
        status: 400,
        url: 'https://cognito-identity.eu-west-1.amazonaws.com/',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Token is not from a supported provider of this identity pool."}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN + STATED,
      says: /Invalid login token\. Incorrect token audience/i,
      explanation: 'The token is for another app client than the one that the identity pool lists.',
      seen: {
        status: 400,
        url: 'https://cognito-identity.eu-west-1.amazonaws.com/',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Invalid login token. Incorrect token audience."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN + STATED,
      says: /Invalid login token\. Token expired/i,
      explanation: 'The identity pool was shown a token that is over.',
      seen: {
        status: 400,
        url: 'https://cognito-identity.eu-west-1.amazonaws.com/',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Invalid login token. Token expired: 1700049500 >= 1700049000"}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN + STATED,
      says: /Not a valid OpenId Connect identity token/i,
      explanation: 'An identity pool takes identity tokens; an access token has no aud of the app client.',
      seen: {
        status: 400,
        url: 'https://cognito-identity.eu-west-1.amazonaws.com/',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Invalid login token. Not a valid OpenId Connect identity token."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Unauthenticated access is not supported for this identity pool/i,
      explanation: 'No token of a login was handed in, and the pool lets in nobody without one.',
      seen: {
        status: 400,
        url: 'https://cognito-identity.eu-west-1.amazonaws.com/',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Unauthenticated access is not supported for this identity pool."}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN + HINTED,
      says: /Invalid identity pool configuration/i,
      explanation: 'The roles that the pool hands out are missing or do not trust it.',
      seen: {
        status: 400,
        url: 'https://cognito-identity.eu-west-1.amazonaws.com/',
        sent: {},
        body: '{"__type":"InvalidIdentityPoolConfigurationException","message":"Invalid identity pool configuration. Check assigned IAM roles for this pool."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Incorrect username or password/i,
      explanation: 'Cognito does not know user and password.',
      seen: {
        status: 400,
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Incorrect username or password."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      code: ['NotAuthorizedException', 'UserNotFoundException'],
      says: /User does not exist/i,
      explanation:
        'Cognito uses one code for wrong logins, withdrawn tokens and forbidden calls; the message tells them apart.',
      seen: {
        status: 400,
        sent: {},
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /(?:Access|Refresh) Token has been revoked/i,
      explanation: 'The token was withdrawn by a sign-out or by RevokeToken.',
      seen: {
        status: 400,
        body: '{"__type":"NotAuthorizedException","message":"Access Token has been revoked"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Access Token has expired/i,
      explanation: 'The token’s time, set in the app client, is over.',
      seen: { status: 400, body: '{"__type":"NotAuthorizedException","message":"Access Token has expired"}' },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      says: /Invalid Refresh Token|Refresh Token has (?:expired|been revoked)/i,
      explanation:
        'Cognito does not take the refresh token: of another app client, over, or bound to a device.',
      seen: {
        status: 400,
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Invalid Refresh Token."}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + HINTED,
      says: /User pool client \S+ does not exist|SECRET_HASH|client .* is configured (?:with|for) secret|Unable to verify secret hash/i,
      explanation:
        'The app client has a secret: each call must carry SECRET_HASH, an HMAC over user name and client id. For browser apps make a client without a secret.',
      seen: {
        status: 400,
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
        sent: {},
        body: '{"__type":"NotAuthorizedException","message":"Client 3n4b5urk1ft4fl3mg5e62d9ado is configured with secret but SECRET_HASH was not received"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['UserNotConfirmedException', 'PasswordResetRequiredException'],
      says: /User is (?:disabled|not confirmed)|Password attempts exceeded|Temporary password has expired/i,
      explanation: 'The account is not confirmed, disabled, or needs a new password.',
      seen: {
        status: 400,
        sent: {},
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
      },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: [
        'MFAMethodNotFoundException',
        'CodeMismatchException',
        'SOFTWARE_TOKEN_MFA',
        'SMS_MFA',
        'ExpiredCodeException',
      ],
      says: /Invalid code or auth state|Invalid session for the user/i,
      explanation: 'A further factor is due; its code was wrong or late.',
      seen: {
        status: 400,
        sent: {},
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /(?:USER_PASSWORD_AUTH|ADMIN_NO_SRP_AUTH|\w+_AUTH) flow not enabled for this client|Auth flow not enabled/i,
      explanation: 'The app client does not allow this login flow.',
      seen: {
        status: 400,
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
        sent: {},
        body: '{"__type":"InvalidParameterException","message":"USER_PASSWORD_AUTH flow not enabled for this client"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Access Token does not have required scopes/i,
      explanation: 'The call wants a token with the scope aws.cognito.signin.user.admin.',
      seen: {
        status: 400,
        body: '{"__type":"NotAuthorizedException","message":"Access Token does not have required scopes"}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /Invalid Access Token|Could not verify signature for Access Token/i,
      explanation: 'This call wants the access token; an ID token, or one of another pool, does not do.',
      seen: { status: 400, body: '{"__type":"NotAuthorizedException","message":"Invalid Access Token"}' },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['redirect_mismatch'],
      explanation: 'The callback is not among the app client’s URLs, letter by letter.',
      seen: {
        status: 400,
        sent: {},
        url: 'https://example.auth.eu-west-1.amazoncognito.com/oauth2/token',
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['TooManyRequestsException', 'LimitExceededException', 'TooManyFailedAttemptsException'],
      explanation: 'Cognito counts requests and failed attempts.',
      seen: {
        status: 400,
        sent: {},
        posted:
          '{"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"3n4b5urk","AuthParameters":{"USERNAME":"anna","PASSWORD":"keycard"}}',
      },
    },
  ],
});
