import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = {
  Authorization:
    'Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIyQUJDIiwiZXhwIjoxNzAwMDUzMjAwfQ.c2ln',
};
const seen = (status: number, errorCode: string, message: string) => ({
  status,
  sent: token,
  body: JSON.stringify({
    status: 'error',
    errors: [{ errorCode, message, propertyPath: null, invalidValue: null }],
  }),
});

export const upstox = defineProvider({
  id: 'upstox',
  name: 'Upstox',
  category: 'trading',
  address: 'https://api.upstox.com/v2/user/profile',
  hosts: /^api(?:-v2|-hft|-sandbox)?\.upstox\.com$/,
  body: /\bUDAPI\d{4,}\b/,
  sources: ['https://upstox.com/developer/api-documentation/error-codes/'],
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      code: ['UDAPI100050'],
      explanation:
        'The access token ends each night at half past three, whenever it was made: log in anew each day.',
      seen: seen(401, 'UDAPI100050', 'Invalid token used to access API'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      code: ['UDAPI100016'],
      explanation: 'Client id and secret do not fit.',
      seen: seen(401, 'UDAPI100016', 'Invalid Credentials'),
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['UDAPI100067'],
      explanation: 'An extended token reads only; this call wants the day’s own token.',
      seen: seen(
        401,
        'UDAPI100067',
        'The API you are trying to access is not permitted with an extended token',
      ),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /static ip|IP (?:address )?(?:is )?not (?:registered|whitelisted)/i,
      explanation: 'Orders are taken from the app’s registered address only.',
      seen: seen(403, 'UDAPI1154', 'Access to this API is restricted due to static IP restrictions.'),
    },
  ],
});
