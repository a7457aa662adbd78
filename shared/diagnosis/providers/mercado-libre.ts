import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mercadoLibre = defineProvider({
  id: 'mercado-libre',
  name: 'Mercado Libre and Mercado Pago',
  category: 'commerce',
  address: 'https://api.mercadolibre.com/users/me',
  hosts: /(^|\.)(?:mercadolibre|mercadopago)\.com(?:\.\w\w)?$/,
  keys: [
    { form: /^APP_USR-/, kind: 'access token', environment: 'live', goes: ['authorization bearer'] },
    { form: /^TEST-\d{6,}/, kind: 'access token', environment: 'test', goes: ['authorization bearer'] },
    { form: /^TG-/, kind: 'refresh token or code', spare: true },
  ],
  body: /PA_UNAUTHORIZED_RESULT_FROM_POLICIES|Unauthorized use of live credentials/,
  sources: [
    'https://developers.mercadolibre.com.ar/en_us/error-403',
    'https://www.mercadopago.com.ar/developers/en/docs/checkout-api/response-handling/integration-errors',
  ],
  doors: ['authorization bearer', 'query access_token'],
  lives: { seconds: 21_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^message: invalid[_ ](?:access[_ ])?token/i,
      explanation: 'The token is over after six hours, was revoked with the user’s password, or is mistyped.',
      seen: '{"message":"invalid access token","error":"not_found","status":401,"cause":[]}',
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      code: ['PA_UNAUTHORIZED_RESULT_FROM_POLICIES'],
      says: /"?PolicyAgent/,
      explanation:
        'The policy in front of the interface refused: the app was not released for this resource, or the address calls without the user’s token.',
      seen: {
        status: 403,
        body: '{"message":"forbidden","error":"forbidden","status":403,"cause":[],"code":"PA_UNAUTHORIZED_RESULT_FROM_POLICIES","blocked_by":"PolicyAgent"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /The caller is not authorized to access this resource|At least one policy returned UNAUTHORIZED/i,
      explanation:
        'The token’s user does not own what the address names, or is a collaborator without the right.',
      seen: {
        status: 403,
        body: '{"message":"The caller is not authorized to access this resource","error":"forbidden","status":403,"cause":[]}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Unauthorized use of live credentials|test credentials|invalid live credentials/i,
      explanation:
        'Live credentials with a test user or card, or the other way round: both must be of one kind.',
      seen: '{"message":"Unauthorized use of live credentials","error":"unauthorized","status":401,"cause":[{"code":7,"description":"Unauthorized use of live credentials"}]}',
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /invalid client_id or client_secret/i,
      explanation: 'The app’s number and secret do not fit; the secret may have been renewed.',
      seen: {
        status: 400,
        url: 'https://api.mercadolibre.com/oauth/token',
        sent: {},
        posted: 'grant_type=refresh_token&client_id=1&client_secret=b2&refresh_token=TG-1',
        body: '{"message":"invalid client_id or client_secret.","error":"invalid_client","status":400,"cause":[]}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Error validating grant|authorization code or refresh token may be expired or it was already used/i,
      explanation:
        'A refresh token is good for one renewal, and dies with six months’ rest or a new password.',
      seen: {
        status: 400,
        url: 'https://api.mercadolibre.com/oauth/token',
        sent: {},
        posted: 'grant_type=refresh_token&client_id=1&client_secret=b2&refresh_token=TG-1',
        body: '{"message":"Error validating grant. Your authorization code or refresh token may be expired or it was already used","error":"invalid_grant","status":400,"cause":[]}',
      },
    },
  ],
});
