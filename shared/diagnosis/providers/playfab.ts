import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (
  code: number,
  error: string,
  errorCode: number,
  errorMessage: string,
  sent: Readonly<Record<string, string>>,
) => ({
  status: code,
  sent,
  posted: '{}',
  body: JSON.stringify({
    code,
    status: code === 401 ? 'Unauthorized' : 'BadRequest',
    error,
    errorCode,
    errorMessage,
  }),
});
const ticket = { 'X-Authentication': '8F1C2D3E4B5A6978--0A1B2C3D4E5F6071-144-8D9E0F1A2B3C4D5' };

export const playfab = defineProvider({
  id: 'playfab',
  name: 'PlayFab',
  category: 'social',
  address: 'https://144.playfabapi.com/Client/GetAccountInfo',
  hosts: /\.playfabapi\.com$/,
  sources: ['https://learn.microsoft.com/en-us/gaming/playfab/api-references/global-api-method-error-codes'],
  doors: ['field x-authentication', 'field x-authorization', 'field x-entitytoken', 'field x-secretkey'],
  lives: { seconds: 86_400, ends: 'session-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      code: ['NotAuthenticated'],
      notSent: /./,
      explanation:
        'Calls of a player carry the session ticket in X-Authorization, of a server X-SecretKey, of an entity X-EntityToken.',
      seen: seen(401, 'NotAuthenticated', 1074, 'This API method does not allow anonymous callers.', {}),
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      code: ['InvalidSessionTicket'],
      explanation: 'A session ticket is good for a day: log in once more.',
      seen: seen(401, 'InvalidSessionTicket', 1100, 'Invalid session ticket', ticket),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['NotAuthorized', 'APINotEnabledForGameClientAccess'],
      explanation: 'The title’s policy does not let this caller do this.',
      seen: seen(401, 'NotAuthorized', 1089, 'The claim does not allow this', ticket),
    },
  ],
});
