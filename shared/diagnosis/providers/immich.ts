import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const immich = defineProvider({
  id: 'immich',
  name: 'Immich',
  category: 'storage',
  address: 'https://photos.example.com/api/albums',
  body: /"correlationId":"[a-z0-9]{8}"/,
  sends: ['x-immich-share-key', 'x-immich-user-token', 'x-immich-session-token'],
  sources: [
    'https://api.immich.app/',
    'https://github.com/immich-app/immich/blob/main/server/src/services/auth.service.ts',
  ],
  doors: [
    'field x-api-key',
    'authorization bearer',
    'field x-immich-user-token',
    'field x-immich-session-token',
    'field x-immich-share-key',
    'field x-immich-session-token',
    'query apikey',
    'query key',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid share (?:key|slug)/i,
      explanation: 'The link by which things were shared was taken down, or was cut.',
      seen: {
        sent: { 'X-Immich-Share-Key': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81kQp07v' },
        body: '{"message":"Invalid share key","error":"Unauthorized","statusCode":401}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^message: Invalid API key/i,
      explanation: 'Immich has no such key: the value is shown once, when the key is made.',
      seen: {
        sent: { 'x-api-key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1q7Rk2mXz0bT' },
        body: '{"message":"Invalid API key","error":"Unauthorized","statusCode":401,"correlationId":"m1x2y3z4"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Missing required permission/i,
      explanation: 'The API key was made without the permission that the answer names.',
      seen: {
        status: 403,
        body: '{"message":"Missing required permission: album.create","error":"Forbidden","statusCode":403,"correlationId":"m1x2y3z4"}',
      },
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /Invalid user token/i,
      explanation: 'The session behind the token was ended, on this device or in the settings.',
      seen: '{"message":"Invalid user token","error":"Unauthorized","statusCode":401,"correlationId":"m1x2y3z4"}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^message: Authentication required/i,
      notSent: /^(?:authorization|field|cookie)/,
      explanation: 'Immich reads x-api-key, a Bearer token or its cookie; none of them came.',
      seen: {
        sent: {},
        body: '{"message":"Authentication required","error":"Unauthorized","statusCode":401,"correlationId":"m1x2y3z4"}',
      },
    },
  ],
});
