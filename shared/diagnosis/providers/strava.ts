import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const strava = defineProvider({
  id: 'strava',
  name: 'Strava',
  category: 'social',
  address: 'https://www.strava.com/api/v3/athlete',
  hosts: /^(www\.)?strava\.com$/,
  misleads: [
    {
      says: 'access_token invalid',
      means:
        'The token shown in the app’s settings is good for reading the own profile only, and for six hours.',
    },
  ],
  sources: [
    'https://communityhub.strava.com/developers-api-7/401-error-1652',
    'https://communityhub.strava.com/developers-api-7/401-error-for-get-requests-3198',
    'https://www.volcengine.com/article/2206990',
  ],
  doors: ['authorization bearer', 'query access_token'],
  lives: { seconds: 21_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /^field: \w+:\w+_permission$/,
      explanation:
        'The athlete granted no such scope; let the athlete authorize again with activity:read or activity:read_all, as a refresh keeps the old scopes.',
      seen: '{"message":"Authorization Error","errors":[{"resource":"AccessToken","field":"activity:read_permission","code":"missing"}]}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^field: access_token$/i,
      explanation: 'An access token of Strava lasts six hours; refresh it.',
      seen: '{"message":"Authorization Error","errors":[{"resource":"Athlete","field":"access_token","code":"invalid"}]}',
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /^field: (?:refresh_token|code)$/i,
      explanation: 'Each refresh may hand out a new refresh token; the old one stops working.',
      seen: {
        status: 400,
        url: 'https://www.strava.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=1&client_secret=x',
        sent: {},
        body: '{"message":"Bad Request","errors":[{"resource":"RefreshToken","field":"refresh_token","code":"invalid"}]}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /^field: client_(?:id|secret)$/i,
      explanation: 'Client id or secret is wrong.',
      seen: {
        status: 400,
        url: 'https://www.strava.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=1&client_secret=x',
        sent: {},
        body: '{"message":"Bad Request","errors":[{"resource":"Application","field":"client_id","code":"invalid"}]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Rate Limit Exceeded/i,
      explanation: 'Strava counts in quarters of an hour and days.',
      seen: {
        status: 403,
        body: '{"message":"Rate Limit Exceeded","errors":[{"resource":"Application","field":"overall rate limit","code":"exceeded"}]}',
      },
    },
  ],
});
