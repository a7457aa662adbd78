import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const doorkeeper = defineProvider({
  id: 'doorkeeper',
  name: 'Doorkeeper',
  category: 'framework',
  address: 'https://app.example.com/oauth/token',
  challenge: /^bearer doorkeeper/i,
  body: /Client authentication failed due to unknown client|The provided authorization grant is invalid, expired, revoked, does not match the redirection URI/,
  sources: ['https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml'],
  lives: { seconds: 7_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The access token expired/i,
      explanation: 'Doorkeeper’s tokens last two hours unless set otherwise.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token expired"',
        },
        body: '',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /The access token was revoked/i,
      explanation: 'The token was withdrawn.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token was revoked"',
        },
        body: '',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /The access token is invalid/i,
      explanation: 'Doorkeeper has no such token.',
      seen: {
        status: 401,
        received: {
          'WWW-Authenticate':
            'Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"',
        },
        body: '',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Client authentication failed due to unknown client/i,
      explanation: 'Doorkeeper has no application of that id and secret.',
      seen: {
        status: 401,
        posted: 'grant_type=client_credentials&client_id=a&client_secret=b',
        sent: {},
        body: '{"error":"invalid_client","error_description":"Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /The provided authorization grant is invalid, expired, revoked/i,
      explanation:
        'Code or refresh token is over, was used, or was issued for another client or redirect URI.',
      seen: {
        status: 400,
        posted: 'grant_type=authorization_code&code=x&client_id=a&client_secret=b',
        sent: {},
        body: '{"error":"invalid_grant","error_description":"The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /The requested redirect uri is malformed or doesn't match client redirect URI/i,
      explanation: 'The redirect URI is not one of the application’s.',
      seen: {
        status: 400,
        posted: 'grant_type=authorization_code&code=x&client_id=a',
        sent: {},
        received: { 'WWW-Authenticate': 'Bearer realm="Doorkeeper"' },
        body: '{"error":"invalid_redirect_uri","error_description":"The requested redirect uri is malformed or doesn\'t match client redirect URI."}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Access to this resource requires scope/i,
      explanation: 'The token lacks the scope named.',
      seen: {
        status: 403,
        received: {
          'WWW-Authenticate':
            'Bearer realm="Doorkeeper", error="insufficient_scope", error_description="Access to this resource requires scope write."',
        },
        body: '',
      },
    },
  ],
});
