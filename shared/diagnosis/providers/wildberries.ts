import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (detail: string, sent?: Readonly<Record<string, string>>) => ({
  ...(sent === undefined ? {} : { sent }),
  body: JSON.stringify({
    title: 'unauthorized',
    detail: `${detail}; Manage tokens at https://seller.wildberries.ru/supplier-settings/access-to-api`,
    code: '07e4668e--a53a3d31f8b0-[UK-oWaVDUqNrKG]; 03bce=277; 84bd353bf-75',
    requestId: '7b80742415072fe8b6b7f7761f1d1211',
    origin: 's2s-api-auth-catalog',
    status: 401,
    statusText: 'Unauthorized',
    timestamp: '2023-11-15T12:00:00Z',
  }),
});

export const wildberries = defineProvider({
  id: 'wildberries',
  name: 'Wildberries API',
  category: 'commerce',
  address: 'https://marketplace-api.wildberries.ru/api/v3/orders',
  hosts: /^[a-z-]+-api(?:-sandbox)?\.wildberries\.ru$/,
  testHosts: /-sandbox\./,
  body: /"origin": ?"s2s-api-auth-/,
  sources: [
    'https://dev.wildberries.ru/en/openapi/api-information',
    'https://dev.wildberries.ru/en/openapi/work-with-products',
  ],
  doors: ['authorization', 'authorization bearer'],
  bare: true,
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /token scope not allowed/i,
      explanation:
        'A token opens the categories that it was made for, each with a host of its own; one of the sandbox opens none of the live hosts.',
      seen: seen('token scope not allowed'),
    },
    {
      cause: 'token-malformed',
      weight: PROVEN + STATED,
      says: /token is malformed/i,
      explanation: 'The token was cut or changed when it was copied.',
      seen: seen(
        'token problem; token is malformed: could not base64 decode signature: illegal base64 data at input byte 84',
        {
          Authorization: 'eyJhbGciOiJFUzI1NiIsImtpZCI6IjIwMjMwMSJ9.e30.c2ln.',
        },
      ),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /(?:access )?token (?:is )?expired/i,
      explanation: 'Tokens are good for 180 days.',
      seen: seen('access token expired'),
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /token (?:was )?withdrawn/i,
      explanation: 'The token was deleted in the seller’s settings.',
      seen: seen('token withdrawn'),
    },
  ],
});
