import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const meta = defineProvider({
  id: 'meta',
  name: 'Meta Graph API',
  category: 'social',
  address: 'https://graph.facebook.com/v19.0/me',
  hosts: /^graph\.(facebook|instagram)\.com$/,
  body: /"OAuthException"/,

  sources: ['https://developers.facebook.com/docs/graph-api/guides/error-handling'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Session has expired|Error validating access token: Session has expired/i,
      explanation: 'A short-lived token lasts an hour or two, a long-lived one sixty days.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /session has been invalidated|user (?:changed (?:their|the) password|has not authorized application)/i,
      explanation: 'The user changed the password or removed the app.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Malformed access token|Cannot parse access token|Invalid OAuth access token/i,
      explanation: 'The text is no token of Meta’s.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /permission(?:s)?\(s\)|requires .* permission|\(#(?:10|200|299)\)/i,
      explanation: 'The token was given without this permission.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /appsecret_proof/i,
      explanation: 'The proof of the app’s secret is missing or wrong.',
    },
  ],
});
