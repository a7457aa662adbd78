import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dex = defineProvider({
  id: 'dex',
  name: 'Dex',
  category: 'identity',
  address: 'https://dex.example.com/token',
  hosts: /^dex\./,
  body: /Invalid client credentials\.|Claim code or refresh token is invalid|Invalid or expired refresh|Unregistered redirect_uri|Unmatched redirect/i,
  sources: ['https://github.com/dexidp/dex/blob/master/server/oauth2.go'],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Invalid client credentials|Invalid client_id|Client authentication failed/i,
      explanation: 'Dex has no such static client, or its secret differs.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        body: '{"error":"invalid_client","error_description":"Invalid client credentials."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Invalid or expired (?:code|refresh)|Refresh token (?:is invalid|expired)|Claim code or refresh token is invalid|invalid code parameter/i,
      explanation: 'Code or refresh token was used or is over.',
      seen: {
        status: 400,
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=Zx81kQp07v&client_id=app',
        body: '{"error":"invalid_request","error_description":"Refresh token is invalid or has already been claimed by another client."}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /Unregistered redirect_uri|redirect_uri did not match/i,
      explanation: 'The redirect URI is not on the client’s list, letter by letter.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_request","error_description":"Unregistered redirect_uri (\\"https://app.example.com/cb\\")."}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Unrecognized scope\(s\)|Client can't request scope|Missing required scope/i,
      explanation: 'A scope is not known, or the client may not ask for another client’s audience.',
      seen: {
        status: 400,
        sent: {},
        posted:
          'grant_type=authorization_code&code=SplxlO&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&client_id=app',
        body: '{"error":"invalid_scope","error_description":"Unrecognized scope(s) [\\"orders\\"]"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid bearer token|failed to verify token|access token (?:is )?(?:expired|invalid)/i,
      explanation: 'Dex cannot verify the token, or it is over.',
      seen: {
        status: 403,
        url: 'https://dex.example.com/userinfo',
        body: '{"error":"access_denied","error_description":"Invalid bearer token."}',
      },
    },
  ],
});
