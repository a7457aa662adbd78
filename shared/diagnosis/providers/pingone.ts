import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pingone = defineProvider({
  id: 'pingone',
  name: 'PingOne',
  category: 'identity',
  address: 'https://api.pingone.eu/v1/environments/0f1e/users',
  hosts: /(^|\.)pingone\.(com|eu|asia|ca|com\.au|sg)$/,
  sources: ['https://developer.pingidentity.com/pingone-api/platform/reference/error-codes.html'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['ACCESS_FAILED'],
      explanation: 'The token is sound; its worker app or user has no role on this environment.',
      seen: {
        status: 403,
        body: '{"id":"6c796712","code":"ACCESS_FAILED","message":"The request could not be completed. You do not have access to this resource."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['INVALID_TOKEN'],
      says: /access token .* invalid/i,
      explanation: 'PingOne does not take the token: expired, withdrawn, or of another region.',
      seen: {
        status: 401,
        body: '{"id":"6c796712","code":"INVALID_TOKEN","message":"The access token is invalid."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['INSUFFICIENT_PERMISSIONS'],
      explanation: 'The actor’s roles do not cover the operation.',
      seen: { status: 403 },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_CREDENTIALS'],
      explanation: 'User name or password is wrong.',
      seen: { sent: {}, posted: '{"username":"anna","password":"keycard"}' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['PASSWORD_LOCKED_OUT', 'USER_DISABLED', 'PASSWORD_EXPIRED', 'MUST_CHANGE_PASSWORD'],
      explanation: 'The account is locked, disabled, or its password has to be changed.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['OTP_REQUIRED', 'DEVICE_SELECTION_REQUIRED', 'ASSERTION_REQUIRED'],
      explanation: 'A further factor is asked for.',
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      code: ['invalid_client'],
      says: /Unsupported authentication method|Request denied: .*client authentication/i,
      explanation: 'PingOne checks the method that is set in the application: Basic, POST, JWT or none.',
      seen: {
        status: 401,
        sent: {},
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3cr3tVa1ue',
        url: 'https://auth.pingone.eu/0f1e/as/token',
        body: '{"error":"invalid_client","error_description":"Request denied: Unsupported authentication method (Correlation ID: 0f1e)"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['REQUEST_LIMITED', 'TOO_MANY_REQUESTS'],
      explanation: 'PingOne’s rate limit answered.',
      seen: { status: 429 },
    },
  ],
});
