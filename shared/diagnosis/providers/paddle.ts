import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const paddle = defineProvider({
  id: 'paddle',
  name: 'Paddle',
  category: 'payment',
  address: 'https://api.paddle.com/products',
  hosts: /(^|\.)paddle\.com$/,
  testHosts: /^sandbox-/,
  keys: [
    { form: /^pdl_live_/, kind: 'API key', environment: 'live', goes: ['authorization bearer'] },
    { form: /^pdl_sdbx_/, kind: 'API key', environment: 'test', goes: ['authorization bearer'] },
  ],
  misleads: [{ says: 'invalid_token', means: 'Comes with 403 and speaks of the API key.' }],
  sources: ['https://developer.paddle.com/errors/shared/invalid_token/'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid or revoked API key/i,
      explanation:
        'Paddle does not know the key on this host: mistyped, withdrawn, or of the other of sandbox and live.',
      seen: {
        status: 403,
        body: '{"error":{"type":"request_error","code":"invalid_token","detail":"Invalid or revoked API key."}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['authentication_missing'],
      explanation: 'Paddle saw no key; send it as Bearer.',
      seen: {
        sent: {},
        body: '{"error":{"type":"request_error","code":"authentication_missing","detail":"Authentication header included but incorrectly formatted, or missing."}}',
      },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      code: ['authentication_malformed'],
      explanation: 'Authorization cannot be read; it is the word Bearer, a space and the key.',
      seen: {
        status: 403,
        body: '{"error":{"type":"request_error","code":"authentication_malformed","detail":"Authentication header included, but incorrectly formatted."}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['forbidden'],
      says: /aren.t permitted to perform this request/i,
      explanation: 'The key was made without the permission for this call.',
      seen: {
        status: 403,
        body: '{"error":{"type":"request_error","code":"forbidden","detail":"You aren\'t permitted to perform this request."}}',
      },
    },
  ],
});
