import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (
  code: string,
  description: string,
  status: number,
  sent?: Readonly<Record<string, string>>,
) => ({
  status,
  ...(sent === undefined ? {} : { sent }),
  body: JSON.stringify({ code, description }),
});
const token = { Authorization: 'Bearer tfp_kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7_0a1b2c3d4e5f' };

export const typeform = defineProvider({
  id: 'typeform',
  name: 'Typeform',
  category: 'productivity',
  address: 'https://api.typeform.com/forms',
  hosts: /^api\.(?:eu\.)?typeform\.com$|^api\.typeform\.eu$/,
  sources: [
    'https://www.typeform.com/developers/get-started/personal-access-token/',
    'https://www.typeform.com/developers/get-started/scopes/',
  ],
  doors: ['authorization bearer'],
  keys: [{ form: /^tfp_/, kind: 'personal access token', goes: ['authorization bearer'] }],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['AUTHENTICATION_FAILED'],
      says: /Authentication credentials not found on the Request Headers/i,
      notSent: /^authorization /,
      explanation: 'The token goes into Authorization, behind Bearer.',
      seen: seen(
        'AUTHENTICATION_FAILED',
        'Authentication credentials not found on the Request Headers',
        401,
        {},
      ),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      status: [401],
      code: ['AUTHENTICATION_FAILED'],
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token was deleted, or is of the other of Typeform’s two data centres.',
      seen: seen('AUTHENTICATION_FAILED', 'Authentication failed', 401, token),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Insufficient scopes: required/i,
      explanation: 'The token was made without the scope of this call, which the answer names.',
      seen: seen('AUTHENTICATION_FAILED', 'Insufficient scopes: required responses:read', 403, token),
    },
  ],
});
