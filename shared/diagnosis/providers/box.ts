import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const box = defineProvider({
  id: 'box',
  name: 'Box',
  category: 'storage',
  address: 'https://api.box.com/2.0/users/me',
  hosts: /(^|\.)(box|boxcloud)\.com$/,
  sources: [
    'https://github.com/box/box-python-sdk/blob/3c0e2f2e9dc80bb4d286bf53bf9685707eda31f9/docs/authentication.md',
  ],
  lives: { seconds: 3_600, ends: 'token-expired' },
  doors: ['authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: /not authorized by the enterprise admin/i,
      explanation:
        'An administrator must authorize the app for the enterprise, again after every change of its scopes.',
      seen: {
        status: 400,
        url: 'https://api.box.com/oauth2/token',
        sent: {},
        posted: 'grant_type=client_credentials&client_id=x&client_secret=x',
        body: '{"error":"unauthorized_client","error_description":"This app is not authorized by the enterprise admin"}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /Current date\/time MUST be before the expiration|'exp' claim/i,
      explanation: 'exp may lie a minute ahead at most, by the clock of Box.',
      seen: {
        status: 400,
        url: 'https://api.box.com/oauth2/token',
        sent: {},
        posted: 'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ',
        body: '{"error":"invalid_grant","error_description":"Current date/time MUST be before the expiration date/time listed in the \'exp\' claim."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      says: /Please check the 'sub' claim|Refresh token has expired|Invalid refresh token|Auth code (?:has expired|doesn't exist)/i,
      explanation:
        'A refresh token is good once and for sixty days; in an assertion, sub must be the user or enterprise that the app may act for.',
      seen: {
        status: 400,
        url: 'https://api.box.com/oauth2/token',
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_grant","error_description":"Refresh token has expired"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /access token provided is invalid/i,
      explanation: 'The access token is over after an hour, or was revoked.',
      seen: {
        received: {
          'WWW-Authenticate':
            'Bearer realm="Service", error="invalid_token", error_description="The access token provided is invalid."',
        },
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['insufficient_scope'],
      says: /requires higher privileges than provided by the access token/i,
      explanation: 'The app lacks the scope, or acts as itself where As-User is needed.',
      seen: {
        status: 403,
        received: {
          'WWW-Authenticate':
            'Bearer realm="Service", error="insufficient_scope", error_description="The request requires higher privileges than provided by the access token."',
        },
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['access_denied_insufficient_permissions', 'forbidden_by_policy', 'access_denied_item_locked'],
      explanation: 'The user, or the app’s own service account, has no access to this folder; invite it.',
      seen: {
        status: 403,
        body: '{"type":"error","status":403,"code":"access_denied_insufficient_permissions","message":"Access denied - insufficient permission"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['unauthorized_account', 'account_deactivated', 'terms_of_service_required'],
      explanation: 'The account is inactive or must accept terms first.',
      seen: {
        status: 403,
        body: '{"type":"error","status":403,"code":"terms_of_service_required","message":"User must accept custom terms of service before action can be taken"}',
      },
    },
  ],
});
