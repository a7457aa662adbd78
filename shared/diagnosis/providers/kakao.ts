import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (status: number, code: number, msg: string) => ({ status, body: JSON.stringify({ msg, code }) });

export const kakao = defineProvider({
  id: 'kakao',
  name: 'Kakao',
  category: 'social',
  address: 'https://kapi.kakao.com/v2/user/me',
  hosts: /^(?:kapi|kauth|dapi)\.kakao\.com$/,
  body: /\bKOE\d{3}\b/,
  sources: [
    'https://developers.kakao.com/docs/latest/en/rest-api/reference#error-code',
    'https://developers.kakao.com/docs/latest/en/kakaologin/trouble-shooting',
  ],
  doors: ['authorization bearer', 'authorization kakaoak'],
  lives: { seconds: 21_599, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /app_?key does not exist|wrong app_?key|appKey/i,
      explanation: 'The key behind KakaoAK, or where a user’s token belongs, is none of an app.',
      seen: { body: '{"msg":"appKey does not exist","code":-401}' },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /^code: -401$/,
      sent: /bearer [0-9a-f]{32}$/i,
      explanation: 'Thirty-two hexadecimal digits are a REST or admin key, which goes behind KakaoAK.',
      seen: {
        ...seen(401, -401, 'this access token does not exist'),
        sent: { Authorization: 'Bearer 3f2a6e0c91a74c0c8f0e5f1f0a2be9c4' },
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^code: -401$/,
      notSent: /bearer [0-9a-f]{32}$/i,
      explanation:
        'The token is not known or is over, or a REST key stands where a user’s token belongs; a key goes behind KakaoAK.',
      seen: {
        ...seen(401, -401, 'this access token does not exist'),
        sent: { Authorization: 'Bearer xN7pQ2vLk9sR4tY8wZ1mB6cD3fG5hJ0aAAAAAQopyV8AAAGOZ' },
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /^code: -402$|insufficient scopes/i,
      explanation: 'The user has not agreed to this item: ask for consent to it.',
      seen: seen(403, -402, 'insufficient scopes.'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^code: (?:-3|-5)$/,
      explanation: 'The service is not switched on for the app.',
      seen: seen(
        403,
        -3,
        'App disabled [talk_message] scopes for [TALK_MEMO_DEFAULT_SEND] API on developers.kakao.com.',
      ),
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN + PROVEN,
      says: /KOE006|KOE303|Redirect URI mismatch/i,
      explanation: 'The redirect URI is not registered with the app, or differs between the two steps.',
      seen: {
        status: 400,
        url: 'https://kauth.kakao.com/oauth/token',
        sent: {},
        posted:
          'grant_type=authorization_code&client_id=8f0c&code=c3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
        body: '{"error":"invalid_grant","error_description":"Redirect URI mismatch.","error_code":"KOE303"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /KOE320|KOE319|KOE322|authorization code not found/i,
      explanation: 'The code is good once: it was sent twice, often by a page that loads twice.',
      seen: {
        status: 400,
        url: 'https://kauth.kakao.com/oauth/token',
        sent: {},
        posted:
          'grant_type=authorization_code&client_id=8f0c&code=c3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
        body: '{"error":"invalid_grant","error_description":"authorization code not found for code=c3","error_code":"KOE320"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /KOE010|KOE101|Bad client credentials|Not exist client_id/i,
      explanation: 'The app’s key is wrong, or its client secret is switched on and was not sent.',
      seen: {
        status: 401,
        url: 'https://kauth.kakao.com/oauth/token',
        sent: {},
        posted:
          'grant_type=authorization_code&client_id=8f0c&code=c3&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb',
        body: '{"error":"invalid_client","error_description":"Bad client credentials","error_code":"KOE010"}',
      },
    },
  ],
});
