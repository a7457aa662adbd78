import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const page =
  '<!doctype html><html lang="en"><head><title>HTTP Status 401 – Unauthorized</title></head><body><h1>HTTP Status 401 – Unauthorized</h1><p><b>Type</b> Status Report</p><p><b>Message</b> OAuthToken is invalid</p><hr class="line" /><h3>Garmin Connect API Server</h3></body></html>';

export const garmin = defineProvider({
  id: 'garmin',
  name: 'Garmin Connect',
  category: 'device',
  address: 'https://connectapi.garmin.com/userprofile-service/socialProfile',
  hosts: /^(?:connectapi|sso|connect|diauth|apis)\.garmin\.(?:com|cn)$/,
  body: /<h3>Garmin Connect API Server<\/h3>/,
  few: 'It tells little.',
  sources: [
    'https://github.com/matin/garth/issues/21',
    'https://github.com/cyberjunky/python-garminconnect/issues/369',
    'https://github.com/arpanghosh8453/garmin-grafana/issues/20',
  ],
  doors: ['authorization bearer', 'authorization oauth'],
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /OAuthToken is invalid/i,
      explanation: 'The access token is over, after about a day: exchange the first token for another.',
      seen: { received: { 'Content-Type': 'text/html;charset=utf-8' }, body: page },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^error_description: Token is not active$/i,
      host: /^connectapi\./,
      explanation:
        'The token was made by a login that Garmin’s interfaces no longer take; log in anew with a newer client.',
      seen: {
        received: {
          'WWW-Authenticate': 'Bearer error="invalid_token", error_description="Token is not active"',
        },
      },
    },
  ],
});
