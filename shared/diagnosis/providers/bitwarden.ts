import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const login = {
  status: 400,
  sent: {},
  posted: 'grant_type=password&username=anna%40example.com&password=x&scope=api+offline_access&client_id=cli',
};

export const bitwarden = defineProvider({
  id: 'bitwarden',
  name: 'Bitwarden and Vaultwarden',
  category: 'security',
  family: 'duende-identityserver',
  address: 'https://identity.bitwarden.com/connect/token',
  hosts: /(^|\.)bitwarden\.(?:com|eu)$/,
  body: /"ErrorModel"\s*:|"TwoFactorProviders2?"\s*:|HCaptcha_SiteKey|"validationErrors":null,"/,
  keys: [{ form: /^(?:user|organization)\.[0-9a-f]{8}-/, kind: 'client id' }],
  paths: /^\/identity\/(?:connect\/token|accounts\/prelogin)$/,
  sends: ['bitwarden-client-name', 'bitwarden-client-version'],
  sources: [
    'https://bitwarden.com/help/public-api/',
    'https://github.com/dani-garcia/vaultwarden/blob/main/src/api/identity.rs',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN + PROVEN,
      says: /Two factor required|New device verification required|"?device_error/i,
      explanation:
        'Two-step login, or the code that is mailed for a new device, belongs to this login; a personal API key (client_credentials) needs none.',
      seen: {
        ...login,
        body: '{"error":"invalid_grant","error_description":"Two factor required.","TwoFactorProviders":["0"],"TwoFactorProviders2":{"0":null}}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + PROVEN,
      says: /Captcha required|Please update your app to continue|version header|client version/i,
      explanation:
        'The service wants a proof that no bot logs in, or a newer client: use the personal API key, and send Bitwarden-Client-Version.',
      seen: {
        ...login,
        body: '{"error":"invalid_grant","error_description":"Captcha required.","HCaptcha_SiteKey":"bc38c8a2-5311-4e8c-9dfc-49e99f6df417"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /invalid_username_or_password|Username or password is incorrect/i,
      explanation:
        'E-mail and master password do not fit; the password is sent as a hash, so the number of rounds of its derivation must be the account’s.',
      seen: {
        ...login,
        body: '{"error":"invalid_grant","error_description":"invalid_username_or_password","ErrorModel":{"Message":"Username or password is incorrect. Try again","Object":"error"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + PROVEN,
      says: /This user has been disabled|Your email address is not verified|SSO sign-in is required/i,
      explanation: 'The account is disabled, its mail not verified, or it may log in by single sign-on only.',
      seen: {
        ...login,
        body: '{"error":"","error_description":"","ErrorModel":{"Message":"This user has been disabled","Object":"error"}}',
      },
    },
  ],
});
