import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const googleGemini = defineProvider({
  id: 'google-gemini',
  name: 'Google Gemini API',
  category: 'ai',
  address: 'https://generativelanguage.googleapis.com/v1beta/models',
  family: 'google-cloud',
  hosts: /^generativelanguage\.googleapis\.com$/,
  misleads: [{ says: '400 INVALID_ARGUMENT', means: 'An unknown key is answered with 400.' }],
  sources: [
    'https://github.com/google-gemini/cookbook/blob/5055729a13e1e470b0481f9760730c26f78bef9c/quickstarts/Authentication.ipynb',
  ],
  doors: ['field x-goog-api-key', 'query key', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['API_KEY_INVALID'],
      says: /API key not valid/i,
      explanation: 'Google does not know the key; make one in AI Studio.',
      seen: {
        status: 400,
        url: 'https://generativelanguage.googleapis.com/v1beta/models?key=AIzaSyA0123456789abcdefghijklmnopqrstu',
        sent: {},
        body: '{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /API key expired/i,
      explanation: 'The key is over; renew it.',
      seen: {
        status: 400,
        sent: { 'x-goog-api-key': 'AIzaSyA0123456789abcdefghijklmnopqrstu' },
        body: '{"error":{"code":400,"message":"API key expired. Please renew the API key.","status":"INVALID_ARGUMENT"}}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /API key was reported as leaked/i,
      explanation: 'Google found the key in public and switched it off; make another.',
      seen: {
        status: 403,
        sent: { 'x-goog-api-key': 'AIzaSyA0123456789abcdefghijklmnopqrstu' },
        body: '{"error":{"code":403,"message":"Your API key was reported as leaked. Please use another API key.","status":"PERMISSION_DENIED"}}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /User location is not supported/i,
      explanation: 'The address lies in a region that the free service does not cover.',
      seen: {
        status: 400,
        sent: { 'x-goog-api-key': 'AIzaSyA0123456789abcdefghijklmnopqrstu' },
        body: '{"error":{"code":400,"message":"User location is not supported for the API use.","status":"FAILED_PRECONDITION"}}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^authorization authorization: bearer AIza/i,
      explanation: 'An API key goes into x-goog-api-key or the query’s key; Bearer is for OAuth tokens.',
      seen: {
        sent: { Authorization: 'Bearer AIzaSyA0123456789abcdefghijklmnopqrstu' },
        body: '{"error":{"code":401,"message":"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.","status":"UNAUTHENTICATED"}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /unregistered callers/i,
      notSent: /./,
      explanation: 'Google saw no key.',
      seen: {
        status: 403,
        sent: {},
        body: '{"error":{"code":403,"message":"Method doesn\'t allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.","status":"PERMISSION_DENIED"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['ACCESS_TOKEN_SCOPE_INSUFFICIENT'],
      says: /insufficient authentication scopes/i,
      explanation: 'The OAuth token lacks the scope of this API.',
      seen: {
        status: 403,
        body: '{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED","details":[{"reason":"ACCESS_TOKEN_SCOPE_INSUFFICIENT"}]}}',
      },
    },
  ],
});
