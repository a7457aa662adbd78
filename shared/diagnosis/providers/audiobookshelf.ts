import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const audiobookshelf = defineProvider({
  id: 'audiobookshelf',
  name: 'Audiobookshelf',
  category: 'device',
  address: 'https://audiobookshelf.example.com/api/libraries',
  hosts: /^(?:audiobookshelf|abs)\./,
  paths: /^\/audiobookshelf\/(?:api|login|auth)\b/,
  body: /^\s*\{"error":"(?:Refresh token expired|Invalid refresh token|No refresh token provided)"\}/,
  sends: ['x-refresh-token', 'x-return-tokens'],
  sources: [
    'https://www.audiobookshelf.org/guides/api-keys',
    'https://github.com/advplyr/audiobookshelf/blob/master/server/auth/TokenManager.js',
    'https://github.com/advplyr/audiobookshelf/discussions/4460',
    'https://github.com/advplyr/audiobookshelf/issues/4630',
  ],
  doors: ['authorization bearer', 'query token', 'field x-refresh-token'],
  signs: [
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /^error: Refresh token expired/i,
      explanation: 'A refresh token lives thirty days unless set otherwise: log in anew.',
      seen: {
        url: 'https://audiobookshelf.example.com/auth/refresh',
        sent: { 'x-refresh-token': 'eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoicmVmcmVzaCJ9.c2ln' },
        body: '{"error":"Refresh token expired"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /^error: Invalid refresh token/i,
      explanation:
        'Each refresh replaces the token and the one before is good for a minute more: one whose answer was lost, or a logged-out device’s, opens nothing.',
      seen: {
        url: 'https://audiobookshelf.example.com/auth/refresh',
        sent: { 'x-refresh-token': 'eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoicmVmcmVzaCJ9.c2ln' },
        body: '{"error":"Invalid refresh token"}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /^error: Invalid token type/i,
      explanation: 'Here goes the refresh token, and an access token came.',
      seen: {
        url: 'https://audiobookshelf.example.com/auth/refresh',
        sent: { 'x-refresh-token': 'eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoiYWNjZXNzIn0.c2ln' },
        body: '{"error":"Invalid token type"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /^error: User not found or inactive/i,
      explanation: 'The account was switched off or deleted.',
      seen: {
        url: 'https://audiobookshelf.example.com/auth/refresh',
        sent: { 'x-refresh-token': 'eyJhbGciOiJIUzI1NiJ9.eyJ0eXBlIjoicmVmcmVzaCJ9.c2ln' },
        body: '{"error":"User not found or inactive"}',
      },
    },
  ],
});
