import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleIap = defineProvider({
  id: 'google-iap',
  name: 'Google Identity-Aware Proxy',
  category: 'proxy',
  address: 'https://app.example.com/api/items',
  fields: [['x-goog-iap-generated-response']],
  body: /IAP credentials|IAP_\w+/i,
  sources: ['https://cloud.google.com/iap/docs/authentication-howto'],
  lives: { seconds: 3_600, ends: 'session-expired' },
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /IAP credentials/i,
      explanation: 'Identity-Aware Proxy stands before the application and wants an ID token of its own.',
      seen: {
        status: 401,
        received: { 'X-Goog-IAP-Generated-Response': 'true' },
        body: 'Invalid IAP credentials: empty token',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN + HINTED,
      says: /Invalid JWT audience|JWT audience/i,
      explanation: 'The ID token’s aud must be the OAuth client id of this IAP.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: { 'X-Goog-IAP-Generated-Response': 'true' },
        body: 'Invalid IAP credentials: Invalid JWT audience.',
      },
    },
    {
      cause: 'token-malformed',
      weight: PROVEN + STATED,
      says: /Unable to parse JWT/i,
      explanation:
        'The proxy takes ID tokens alone; what was sent is an opaque token of the service behind it.',
      seen: {
        received: { 'X-Goog-IAP-Generated-Response': 'true' },
        sent: { Authorization: 'Bearer ya29.a0AfB_byC7xQm2kVp9sLt4' },
        body: 'Invalid IAP credentials: Unable to parse JWT',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN + STATED,
      says: /JWT signature is invalid|(?:JWT|token) (?:has an? )?invalid signature/i,
      explanation: 'What was sent is no ID token signed by Google.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: { 'X-Goog-IAP-Generated-Response': 'true' },
        body: 'Invalid IAP credentials: JWT signature is invalid',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You don't have access|does not have access|IAP-secured Web App User/i,
      status: [403],
      explanation: 'The account lacks the role IAP-secured Web App User.',
      seen: {
        status: 403,
        received: { 'X-Goog-IAP-Generated-Response': 'true' },
        body: "<html><title>Access denied</title><h1>You don't have access</h1><p>IAP_DENIED</p></html>",
      },
    },
  ],
});
