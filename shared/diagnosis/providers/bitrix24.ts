import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (status: number, error: string, description: string) => ({
  status,
  url: 'https://example.bitrix24.com/rest/crm.deal.list.json?auth=d3649b60002d57f600000c6e000003e0',
  sent: {},
  body: JSON.stringify({ error, error_description: description }),
});

export const bitrix24 = defineProvider({
  id: 'bitrix24',
  name: 'Bitrix24',
  category: 'productivity',
  address: 'https://example.bitrix24.com/rest/crm.deal.list.json',
  hosts: /\.bitrix24\.[a-z.]+$|^oauth\.bitrix(?:24)?\.(?:info|tech)$/,
  fields: [['x-bitrix-rest-time'], ['x-bitrix-rest-user-time'], ['x-powered-cms', /bitrix/i]],
  sources: ['https://apidocs.bitrix24.com/error-codes.html'],
  doors: ['path', 'query auth', 'query access_token', 'authorization bearer'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['expired_token'],
      explanation: 'An access token lives an hour: renew it at oauth.bitrix24.tech with the refresh token.',
      seen: seen(401, 'expired_token', 'The access token provided has expired.'),
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + STATED,
      says: /NO_AUTH_FOUND|^error: INVALID_CREDENTIALS/,
      path: /^\/rest\/(?=[a-z]*\d)[a-z0-9]{14,20}\/[\w.]+/,
      explanation:
        'The address of an inbound webhook holds its user’s number before the code: /rest/1/code/method.',
      seen: {
        status: 401,
        url: 'https://example.bitrix24.com/rest/x8k2m0q7w4e5r1ty/crm.deal.list.json',
        sent: {},
        body: '{"error":"NO_AUTH_FOUND","error_description":"Wrong authorization data"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /NO_AUTH_FOUND|^error: INVALID_CREDENTIALS/,
      path: /\/rest\/\d+\/\w+\//,
      explanation:
        'No inbound webhook of this user has this code: it was made anew or deleted, or its user may not do this.',
      seen: {
        status: 401,
        url: 'https://example.bitrix24.com/rest/1/x8k2m0q7w4e5r1ty/crm.deal.list.json',
        sent: {},
        body: '{"error":"NO_AUTH_FOUND","error_description":"Wrong authorization data"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      says: /NO_AUTH_FOUND|^error: invalid_token/,
      sent: /^query (?:auth|access_token): \S/i,
      explanation:
        'The token is not known: it is of another portal, or the application was taken off this one.',
      seen: seen(401, 'NO_AUTH_FOUND', 'Wrong authorization data'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['insufficient_scope'],
      explanation: 'The webhook or application was made without the right for this part: add it there.',
      seen: seen(
        401,
        'insufficient_scope',
        'The request requires higher privileges than provided by the access token',
      ),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /REST is available only on commercial plans|REST API is available only on/i,
      explanation: 'The portal’s plan holds no REST interface.',
      seen: seen(401, 'ACCESS_DENIED', 'REST is available only on commercial plans.'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['QUERY_LIMIT_EXCEEDED', 'OPERATION_TIME_LIMIT', 'OVERLOAD_LIMIT'],
      explanation:
        'The portal takes a few calls a second, and so much time of each method within ten minutes.',
      seen: seen(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests'),
    },
  ],
});
