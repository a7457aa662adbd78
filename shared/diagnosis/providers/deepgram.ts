import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (
  err_code: string,
  err_msg: string,
  status: number,
  sent?: Readonly<Record<string, string>>,
) => ({
  status,
  sent: sent ?? { Authorization: 'Token 8f1c2d3e4b5a69788695a4b3c2d1e0f98f1c2d3e' },
  body: JSON.stringify({ err_code, err_msg, request_id: '5f3a9d0c-2b7e-4c11-9d8e-0a1b2c3d4e5f' }),
});

export const deepgram = defineProvider({
  id: 'deepgram',
  name: 'Deepgram',
  category: 'ai',
  address: 'https://api.deepgram.com/v1/listen',
  hosts: /^api(?:\.[a-z]{2})?\.deepgram\.com$/,
  sources: [
    'https://developers.deepgram.com/docs/errors',
    'https://developers.deepgram.com/reference/authentication',
  ],
  doors: ['authorization token', 'authorization bearer'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      code: ['INVALID_AUTH'],
      sent: /^authorization authorization: bearer [0-9a-f]{40}$/i,
      explanation: 'A key goes behind Token; Bearer is for the short-lived tokens that are made with it.',
      seen: seen('INVALID_AUTH', 'Invalid credentials.', 401, {
        Authorization: 'Bearer 8f1c2d3e4b5a69788695a4b3c2d1e0f98f1c2d3e',
      }),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['INVALID_AUTH'],
      notSent: /./,
      explanation: 'The key goes into Authorization, behind Token.',
      seen: seen('INVALID_AUTH', 'Invalid credentials.', 401, {}),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_AUTH'],
      sent: /^authorization authorization: token /i,
      explanation: 'Deepgram does not know this key, or the account is another region’s.',
      seen: seen('INVALID_AUTH', 'Invalid credentials.', 401),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['INSUFFICIENT_PERMISSIONS'],
      explanation: 'The key was made with a role that does not cover this call.',
      seen: seen('INSUFFICIENT_PERMISSIONS', 'User does not have sufficient permissions', 403),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      status: [402],
      code: ['ASR_PAYMENT_REQUIRED'],
      explanation: 'The project has no credit left.',
      seen: seen('ASR_PAYMENT_REQUIRED', 'Project does not have enough credits for an ASR request.', 402),
    },
  ],
});
