import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const slack = defineProvider({
  id: 'slack',
  name: 'Slack',
  category: 'messaging',
  address: 'https://slack.com/api/auth.test',
  hosts: /(^|\.)slack\.com$/,

  keys: [
    { form: /^xoxb-/, kind: 'bot token', goes: ['authorization bearer', 'query token'] },
    { form: /^xoxp-/, kind: 'user token', goes: ['authorization bearer', 'query token'] },
    { form: /^xapp-/, kind: 'app-level token', spare: true },
    { form: /^xoxe[.-]/, kind: 'refresh token' },
    { form: /^xoxc-/, kind: 'token of the web client', goes: ['authorization bearer', 'query token'] },
  ],
  misleads: [
    { says: '200 with "ok": false', means: 'Slack tells failures in the body, hardly by status.' },
    {
      says: 'not_authed',
      means:
        'The token was sent in a JSON body, where Slack does not look; it goes into Authorization or a form.',
    },
    { says: 'channel_not_found', means: 'Also that the bot was not invited to a private channel.' },
  ],
  sources: [
    'https://api.slack.com/methods/auth.test',
    'https://api.slack.com/authentication/token-types',
    'https://docs.slack.dev/reference/methods/oauth.access/',
    'https://hex.pm/packages/slack_kit/0.25.0-alpha.0/files/lib/slack/web/docs/oauth.v2.exchange.json',
  ],
  doors: ['authorization bearer', 'authorization basic', 'query token', 'path'],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /^error: (?:invalid_client_id|bad_client_secret|invalid_client)$/,
      path: /oauth|openid/,
      explanation: 'Client id or secret of the app are wrong: both stand under Basic Information.',
      seen: {
        status: 200,
        url: 'https://slack.com/api/oauth.v2.access',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"ok":false,"error":"bad_client_secret"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /^error: (?:invalid_code|code_already_used|code_expired|invalid_refresh_token|authorization_not_found)$/,
      path: /oauth|openid/,
      explanation:
        'A code is good once and for ten minutes; with rotation a refresh token is good once, too.',
      seen: {
        status: 200,
        url: 'https://slack.com/api/oauth.v2.access',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"ok":false,"error":"invalid_code"}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /^error: bad_redirect_uri$/,
      path: /oauth|openid/,
      explanation:
        'redirect_uri must be the one of the authorization, letter by letter, and stand in the app’s list.',
      seen: {
        status: 200,
        url: 'https://slack.com/api/oauth.v2.access',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"ok":false,"error":"bad_redirect_uri"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^error: (?:restricted_action\w*|not_in_channel|org_login_required|enterprise_is_restricted|ekm_access_denied|access_denied|cant_(?:update|delete)_message|not_allowed)$/,
      explanation:
        'The token is good, but the workspace’s rules or the channel do not let this app or user do it: invite the bot, or ask an administrator.',
      seen: { status: 200, body: '{"ok":false,"error":"restricted_action"}' },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /^error: accesslimited$/,
      explanation: 'The workspace limits this method to listed networks.',
      seen: { status: 200, body: '{"ok":false,"error":"accesslimited"}' },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /(?:^|: )(?:invalid_token|no_service|no_team|no_active_hooks)$/,
      path: /^\/?services\//,
      explanation:
        'The webhook’s address is not, or no longer, valid: its last part is the secret; take the address anew from the app.',
      seen: { url: 'https://hooks.slack.com/services/T0/B0/x', status: 403, sent: {}, body: 'invalid_token' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /^error: (?:team_access_not_granted|team_not_found|user_removed_from_team)$/,
      explanation: 'The app has no access to this workspace, or its user left it.',
      seen: { status: 200, body: '{"ok":false,"error":"team_access_not_granted"}' },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + HINTED,
      code: ['invalid_auth', 'not_authed'],
      sent: /xoxc-/,
      notSent: /^cookie d:/,
      explanation:
        'A token of the web client (xoxc-) is good only together with the cookie d of the same login (xoxd-…).',
      seen: {
        status: 200,
        sent: { Authorization: 'Bearer xoxc-1-2-3-abc' },
        body: '{"ok":false,"error":"invalid_auth"}',
      },
    },
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
      code: ['account_inactive'],
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
