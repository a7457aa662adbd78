import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleIdentity = defineProvider({
  id: 'google-identity',
  name: 'Google identity',
  category: 'identity',
  address: 'https://oauth2.googleapis.com/token',
  family: 'google-cloud',
  paths: /^\/accounts\/ClientLogin$/,
  hosts: /^(accounts\.google\.com|oauth2\.googleapis\.com|(www\.)?googleapis\.com)$/,
  misleads: [
    {
      says: 'invalid_grant: Bad Request',
      means: 'Says nothing of the request: the code was used, late, or its redirect URI differs.',
    },
  ],
  sources: [
    'https://developers.google.com/identity/protocols/oauth2/web-server',
    'https://developers.google.com/identity/protocols/AuthForInstalledApps',
  ],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN + HINTED,
      path: /^\/accounts\/ClientLogin$/,
      status: [403, 404, 410],
      explanation:
        'ClientLogin, the login of programs by address and password, was closed in 2015; OAuth 2.0 has taken its place.',
      seen: {
        status: 404,
        url: 'https://www.google.com/accounts/ClientLogin',
        sent: {},
        posted: 'accountType=GOOGLE&Email=anna%40example.com&Passwd=x&service=lh2',
        body: '<html><title>Error 404 (Not Found)!!1</title><p>The requested URL was not found on this server.</html>',
      },
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /reasonable timeframe|Check your iat and exp/i,
      explanation: 'Google compares the assertion’s iat and exp with its own clock.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln',
        body: '{"error":"invalid_grant","error_description":"Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim."}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN + HINTED,
      says: /Invalid JWT Signature/i,
      explanation: 'The service account’s key was deleted or replaced, or belongs to another account.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln',
        body: '{"error":"invalid_grant","error_description":"Invalid JWT Signature."}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /redirect_uri_mismatch/i,
      explanation: 'Google compares the redirect URI letter by letter.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"redirect_uri_mismatch","error_description":"Bad Request"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Token has been expired or revoked|Bad Request.*invalid_grant|error_description: Malformed auth code|error: invalid_grant/i,
      explanation:
        'A refresh token ends when the user withdraws it or changes the password, after six months without use, and after seven days while the app is in testing.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Token has been expired or revoked."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /account not found|disabled_client|deleted_client/i,
      explanation: 'The account or client behind it is gone.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"Invalid grant: account not found"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /The OAuth client was not found|invalid_client|The provided client secret is invalid/i,
      explanation: 'Google does not know the OAuth client or its secret.',
      seen: {
        status: 401,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_client","error_description":"The OAuth client was not found."}',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN + HINTED,
      says: /admin_policy_enforced|org_internal|unauthorized_client: Client is unauthorized to retrieve|Client is unauthorized to retrieve access tokens/i,
      explanation:
        'An administrator has to allow the app, or the service account’s domain-wide delegation for exactly these scopes.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"unauthorized_client","error_description":"Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested."}',
      },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /invalid_rapt|rapt_required|reauth related error/i,
      explanation:
        'The Workspace asks for a fresh login with a factor after some hours; a service account does not have to.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_grant","error_description":"reauth related error (invalid_rapt)","error_subtype":"invalid_rapt"}',
      },
    },
  ],
});
