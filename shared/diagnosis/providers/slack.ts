import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const slack = defineProvider({
  id: 'slack',
  name: 'Slack',
  category: 'messaging',
  address: 'https://slack.com/api/auth.test',
  hosts: /(^|\.)slack\.com$/,

  keys: [
    { form: /^xoxb-/, kind: 'bot token' },
    { form: /^xoxp-/, kind: 'user token' },
    { form: /^xapp-/, kind: 'app-level token' },
    { form: /^xoxe[.-]/, kind: 'refresh token' },
    { form: /^xoxc-/, kind: 'token of the web client' },
  ],
  sources: ['https://api.slack.com/methods/auth.test', 'https://api.slack.com/authentication/token-types'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['not_authed'],
      seen: { sent: {} },
      explanation: 'Slack saw no token.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_auth'],
      explanation: 'Slack does not know the token.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['token_revoked'],
      explanation: 'The token was withdrawn or the app removed.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['token_expired'],
      explanation: 'With rotation a token lasts twelve hours.',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['account_inactive', 'team_access_not_granted'],
      explanation: 'The user or workspace is deactivated.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['missing_scope', 'no_permission'],
      explanation: 'The app lacks the scope; it must be added and the app installed again.',
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['not_allowed_token_type', 'user_token_required', 'bot_token_required'],
      explanation: 'Bot, user and app-level tokens are not interchangeable.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['two_factor_setup_required'],
      explanation: 'The workspace demands two-factor login.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['access_denied_ip', 'ip_not_allowed'],
      explanation: 'The token is restricted to certain addresses.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['ratelimited'],
      explanation: 'Slack’s rate limit answered.',
    },
  ],
});
