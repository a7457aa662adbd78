import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const okta = defineProvider({
  id: 'okta',
  name: 'Okta',
  category: 'identity',
  address: 'https://example.okta.com/api/v1/users',
  hosts: /\.(okta|oktapreview|okta-emea)\.com$/,
  fields: [
    ['x-okta-request-id'],
    ['www-authenticate', /Bearer authorization_uri="https?:\/\/[\w.-]+\.okta/i],
  ],
  keys: [{ form: /^00[\w-]{40}$/, kind: 'API token', goes: ['authorization ssws'] }],
  body: /"errorCode"\s*:\s*"E\d{7}"/,
  misleads: [
    {
      says: 'E0000011 Invalid token provided',
      means: 'Said to an expired API token and to a token sent behind Bearer in place of SSWS alike.',
    },
  ],
  sources: ['https://developer.okta.com/docs/reference/error-codes/'],
  doors: ['authorization ssws', 'authorization bearer', 'authorization basic', 'authorization dpop'],
  lives: { seconds: 7_200, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN + HINTED,
      status: [401, 403],
      path: /^\/oauth2\/v1\//,
      sent: /^jwt authorization: .*"iss":"https:\/\/[^"/]+\/oauth2\/[^"/]+"/,
      explanation:
        'The endpoints below /oauth2/v1 are the organisation’s own authorization server; the token is of a custom one, whose endpoints stand below /oauth2/ and its name.',
      seen: {
        url: 'https://example.okta.com/oauth2/v1/userinfo',
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2V4YW1wbGUub2t0YS5jb20vb2F1dGgyL2RlZmF1bHQifQ.c2ln',
        },
        received: {
          'WWW-Authenticate':
            'Bearer error="invalid_token", error_description="The access token is invalid."',
        },
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN + HINTED,
      status: [401, 403],
      path: /^\/oauth2\/(?!v1\/)[^/]+\/v1\//,
      sent: /^jwt authorization: .*"iss":"https:\/\/[^"/]+"/,
      explanation: 'The token is of the organisation’s own authorization server and went to a custom one.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      status: [401, 403],
      path: /^\/api\/v1\//,
      sent: /^jwt authorization: .*"iss":"https:\/\/[^"/]+\/oauth2\/[^"/]+"/,
      explanation:
        'Okta’s own API takes tokens of the organisation’s authorization server only, with okta.* scopes; this one is of a custom server.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^error_description: The credentials provided were invalid/i,
      explanation: 'Okta does not know the login and password.',
      seen: {
        status: 400,
        sent: {},
        url: 'https://example.okta.com/oauth2/default/v1/token',
        posted: 'grant_type=password&username=anna&password=x&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_grant","error_description":"The credentials provided were invalid."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['E0000004'],
      explanation: 'Okta does not know the login and password.',
      seen: {
        sent: {},
        posted: '{"username":"anna","password":"x"}',
        url: 'https://example.okta.com/api/v1/authn',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      code: ['E0000011'],
      sent: /^authorization authorization: ssws eyJ/i,
      explanation: 'An OAuth access token goes behind Bearer; SSWS is the word for API tokens.',
      seen: { sent: { Authorization: 'SSWS eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln' } },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['E0000011'],
      sent: /^authorization authorization: ssws (?!eyJ)/i,
      explanation:
        'Okta does not know the API token, or it is over: an SSWS token ends after thirty days without use, and with its owner.',
      seen: { sent: { Authorization: 'SSWS 00QCjAl4MlV-WPXM8ah32k1aWvOd' } },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['E0000011'],
      notSent: /^authorization authorization: (?:ssws |bearer 00[\w-]{40}$)/i,
      explanation:
        'Okta does not take this token: expired, of another Okta organisation, or a user’s token where an API token (scheme SSWS) is wanted.',
      seen: { sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' } },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      code: ['E0000011'],
      sent: /^authorization authorization: bearer 00[\w-]{40}$/i,
      explanation: 'An API token of Okta goes behind SSWS, not behind Bearer.',
      seen: { sent: { Authorization: 'Bearer 00QCjAl4MlV-WPXM8ah32k1aWvOdZx81kQp07vTnE4' } },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['E0000005', 'E0000064'],
      explanation: 'Okta’s session is over or is not known.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['E0000006', 'E0000015', 'E0000022', 'E0000014', 'E0000056'],
      explanation: 'The token’s owner may not do this, or the organisation has not bought the feature.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['E0000047'],
      explanation: 'Okta’s rate limit answered.',
      seen: { status: 429 },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['E0000069', 'E0000119', 'E0000080', 'E0000034', 'E0000038'],
      explanation: 'The account is locked, suspended, or its password must be changed first.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['LOCKED_OUT', 'PASSWORD_EXPIRED'],
      explanation: 'The login was right; the account is locked or its password is over.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['E0000068', 'E0000079', 'MFA_REQUIRED', 'MFA_ENROLL', 'MFA_CHALLENGE'],
      explanation: 'Okta demands a further factor.',
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      says: /consent_required|no_matching_policy|Policy evaluation failed/i,
      explanation: 'No policy or consent covers the request.',
      seen: {
        status: 400,
        sent: {},
        url: 'https://example.okta.com/oauth2/default/v1/token',
        body: '{"error":"access_denied","error_description":"Policy evaluation failed for this request, please check the policy configurations."}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /invalid_scope|scopes? are not configured|The access token provided does not contain the required scopes/i,
      explanation: 'The scope is not granted to the app, or not defined in this authorization server.',
      seen: {
        status: 403,
        received: {
          'WWW-Authenticate':
            'Bearer error="insufficient_scope", error_description="The access token provided does not contain the required scopes."',
        },
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /No client credentials found|The client secret supplied for a confidential client is invalid|Invalid value for 'client_id' parameter|Client is required to use/i,
      explanation:
        'Okta does not know the client at this address, or its secret or method of authentication differs.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        url: 'https://example.okta.com/oauth2/default/v1/token',
        body: '{"error":"invalid_client","error_description":"The client secret supplied for a confidential client is invalid."}',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /You do not have access to authorization server|authorization server .* (?:not found|does not exist)|issuer .* is not available/i,
      explanation:
        'The authorization server in the path does not exist: there is the organisation’s own and custom ones under /oauth2/<id>.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        url: 'https://example.okta.com/oauth2/defalt/v1/token',
        body: '{"error":"invalid_request","error_description":"You do not have access to authorization server \'defalt\'."}',
      },
    },
    {
      cause: 'sender-constraint-failed',
      weight: PROVEN,
      says: /DPoP proof|use_dpop_nonce/i,
      explanation:
        'The app is set to bound tokens: a DPoP proof with the server’s nonce belongs to each request.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        url: 'https://example.okta.com/oauth2/v1/token',
        body: '{"error":"invalid_dpop_proof","error_description":"The DPoP proof JWT header is missing."}',
      },
    },
  ],
});
