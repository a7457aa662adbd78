import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (status: number, error: string) => ({
  status: 200,
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ status, body: {}, error }),
});
const token = { url: 'https://wbsapi.withings.net/v2/oauth2', sent: {} };
const form = 'action=requesttoken&client_id=a1&client_secret=b2&';

export const withings = defineProvider({
  id: 'withings',
  name: 'Withings',
  category: 'device',
  address: 'https://wbsapi.withings.net/measure',
  hosts: /(^|\.)withings\.(?:net|com)$/,
  misleads: [
    { says: '200', means: 'Withings answers 200 always; status in the body is the answer, 0 alone is good.' },
  ],
  sources: ['https://developer.withings.com/api-reference/#section/Response-status'],
  lives: { seconds: 10_800, ends: 'token-expired' },
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /invalid_token: The access token provided is invalid/i,
      explanation: 'The access token is over after three hours, or a newer one took its place: renew it.',
      seen: seen(401, 'XRequestID: Not provided invalid_token: The access token provided is invalid'),
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /redirect_uri provided (?:does not match|is)|redirect_uri_mismatch/i,
      explanation: 'The callback must be letter by letter one of those that the app registered.',
      seen: {
        ...seen(293, 'The redirect_uri provided does not match.'),
        ...token,
        posted: `${form}grant_type=authorization_code&code=c3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb`,
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /Invalid Params: invalid (?:code|refresh_token)|invalid refresh_token/i,
      explanation: 'A code lives thirty seconds; a refresh token is good for one renewal.',
      seen: {
        ...seen(503, 'Invalid Params: invalid code'),
        ...token,
        posted: `${form}grant_type=authorization_code&code=c3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb`,
      },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      says: /Invalid (?:Params: )?(?:invalid )?signature/i,
      explanation: 'The signature is an HMAC-SHA256 over action, client id and nonce, joined by commas.',
      seen: {
        ...seen(342, 'Invalid signature'),
        url: 'https://wbsapi.withings.net/v2/signature',
        sent: {},
        posted: 'action=getnonce&client_id=a1&timestamp=1700049600&signature=9f86d081884c7d65',
      },
    },
  ],
});
