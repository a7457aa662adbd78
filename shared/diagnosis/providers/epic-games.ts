import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://account-public-service-prod.ol.epicgames.com/account/api/oauth/token';
const prefix = 'errors.com.epicgames.';
const login = {
  status: 400,
  url,
  sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
  posted: 'grant_type=password&username=kim&password=x',
};
const exchange = { ...login, posted: 'grant_type=authorization_code&code=x' };

export const epicGames = defineProvider({
  id: 'epic-games',
  name: 'Epic Games',
  category: 'identity',
  address: url,
  hosts: /(^|\.)(?:epicgames|epicgames\.dev)\.com$|(^|\.)epicgames\.dev$/,
  sources: [
    'https://dev.epicgames.com/docs/web-api-ref/authentication',
    'https://github.com/LeleDerGrasshalmi/FortniteEndpointsDocumentation',
  ],
  doors: ['authorization bearer', 'authorization eg1', 'authorization basic'],
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: [`${prefix}oauth.corrective_action_required`, `${prefix}account.account_not_active`],
      explanation:
        'The account has something to do first, which correctiveAction names: accept the terms, confirm the mail address, name a date of birth. Log in on epicgames.com once.',
      seen: exchange,
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: [`${prefix}common.two_factor_authentication.required`],
      explanation:
        'The login needs the code of the second step; post it as grant_type=otp with the challenge.',
      seen: login,
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: [`${prefix}account.invalid_account_credentials`],
      explanation: 'Mail address or password are wrong.',
      seen: login,
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      code: [
        `${prefix}account.oauth.authorization_code_not_found`,
        `${prefix}account.oauth.exchange_code_not_found`,
        `${prefix}account.auth_token.invalid_refresh_token`,
      ],
      explanation: 'A code is good once and for a few minutes; a refresh token is replaced with each use.',
      seen: exchange,
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: [`${prefix}account.invalid_client_credentials`],
      explanation: 'Epic does not know the client’s id and secret in Basic.',
      seen: exchange,
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: [`${prefix}common.missing_permission`],
      explanation: 'The answer names the permission that this client or account does not have.',
      seen: { status: 403 },
    },
  ],
});
