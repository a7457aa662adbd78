import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const seafile = defineProvider({
  id: 'seafile',
  name: 'Seafile',
  category: 'storage',
  address: 'https://cloud.seafile.com/api2/repos/',
  hosts: /(?:^|\.)seafile\.(?:com|de)$|^seafile\./,
  fields: [['x-seafile-otp']],
  paths: /^\/(?:api2\/(?:repos|auth-token|account|beshared|shared-|starredfiles|auth\/ping)|seafhttp\/)/,
  sources: [
    'https://seafile-api.readme.io/reference/authentication',
    'https://github.com/haiwen/seahub/blob/master/seahub/api2/authentication.py',
    'https://github.com/haiwen/seahub/blob/master/seahub/api2/serializers.py',
  ],
  doors: ['authorization token', 'authorization bearer'],
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /Two factor auth token is (?:missing|invalid)/i,
      explanation: 'Send the one-time code in X-SEAFILE-OTP beside user and password.',
      seen: {
        url: 'https://cloud.seafile.com/api2/auth-token/',
        status: 400,
        sent: {},
        posted: 'username=kim%40example.com&password=word-of-kim',
        received: { 'X-Seafile-OTP': 'required' },
        body: '{"non_field_errors":["Two factor auth token is missing."]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /User account is disabled\./i,
      explanation: 'An administrator switched the account off.',
      seen: {
        url: 'https://cloud.seafile.com/api2/auth-token/',
        status: 400,
        sent: {},
        posted: 'username=kim%40example.com&password=word-of-kim',
        body: '{"non_field_errors":["User account is disabled."]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Unable to login with provided credentials/i,
      explanation:
        'Seafile does not know this address and password; with single sign-on, make a password for apps.',
      seen: {
        url: 'https://cloud.seafile.com/api2/auth-token/',
        status: 400,
        sent: {},
        posted: 'username=kim%40example.com&password=word-of-kim',
        body: '{"non_field_errors":["Unable to login with provided credentials."]}',
      },
    },
  ],
});
