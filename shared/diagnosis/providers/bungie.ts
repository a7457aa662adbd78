import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-API-Key': '0a1b2c3d4e5f60718293a4b5c6d7e8f9' };
const seen = (
  ErrorCode: number,
  ErrorStatus: string,
  Message: string,
  sent: Readonly<Record<string, string>>,
  status = 401,
) => ({
  status,
  sent,
  body: JSON.stringify({ ErrorCode, ThrottleSeconds: 0, ErrorStatus, Message, MessageData: {} }),
});

export const bungie = defineProvider({
  id: 'bungie',
  name: 'Bungie.net',
  category: 'social',
  address: 'https://www.bungie.net/Platform/User/GetCurrentBungieNetUser/',
  hosts: /^(?:www|stats)\.bungie\.net$/,
  sources: [
    'https://bungie-net.github.io/#/components/schemas/Exceptions.PlatformErrorCodes',
    'https://github.com/Bungie-net/api/wiki/OAuth-Documentation',
  ],
  doors: ['field x-api-key', 'authorization bearer'],
  needs: [{ at: ['field x-api-key'], beside: 'authorization bearer', path: /^\/Platform\/(?!App\/OAuth)/i }],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      code: ['ApiKeyMissingFromRequest'],
      notSent: /./,
      explanation: 'Every call carries the application’s key in X-API-Key.',
      seen: seen(2102, 'ApiKeyMissingFromRequest', 'Please add valid X-API-Key header to request.', {}, 500),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['ApiInvalidOrExpiredKey'],
      explanation: 'Bungie does not know this key, or the application was deleted.',
      seen: seen(2101, 'ApiInvalidOrExpiredKey', 'We failed to validate your API Key', key),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + STATED,
      code: ['OriginHeaderDoesNotMatchKey'],
      explanation: 'The page’s Origin is another than the application’s settings name.',
      seen: seen(
        2107,
        'OriginHeaderDoesNotMatchKey',
        'Origin header does not match the provided API key.',
        key,
        403,
      ),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      code: ['WebAuthRequired'],
      notSent: /^authorization /,
      explanation: 'The call is for a user: send an access token beside the key.',
      seen: seen(99, 'WebAuthRequired', 'Please sign-in to continue.', key),
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['WebAuthRequired'],
      sent: /^authorization /,
      explanation: 'The access token is over, after an hour; refresh it.',
      seen: seen(99, 'WebAuthRequired', 'Please sign-in to continue.', {
        ...key,
        Authorization: 'Bearer CJ3ZBxKGAgAg',
      }),
    },
  ],
});
