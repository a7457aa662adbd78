import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const slack = defineProvider({
  id: 'slack',
  name: 'Slack',
  hosts: /(^|\.)slack\.com$/,
  source: 'https://api.slack.com/methods/auth.test',
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['not_authed'],
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

export const messaging = defineProvider({
  id: 'messaging',
  name: 'Twilio, SendGrid, Mailgun, Discord, Telegram, Zoom, Zendesk, HubSpot',
  hosts:
    /(^|\.)(twilio\.com|sendgrid\.com|mailgun\.net|discord\.com|telegram\.org|zoom\.us|zendesk\.com|hubapi\.com|intercom\.io|mailchimp\.com|twitch\.tv|notion\.com|airtable\.com)$/,
  source: 'https://www.twilio.com/docs/api/errors',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['20003'],
      explanation: 'Twilio does not know the pair of account SID and auth token.',
    },
    {
      cause: 'mfa-required',
      weight: TOLD,
      code: ['60003'],
      explanation: 'Discord demands two-factor login for this.',
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['missing_version'],
      explanation: 'Notion wants its version in a field.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['50001', '50013'],
      explanation: 'The bot lacks the permission in this server or channel.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['40002', '20005', '20007'],
      explanation: 'The account has to be verified or is closed.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['124'],
      says: /Access token is expired/i,
      explanation: 'Zoom’s access token lasts an hour.',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Account does not enabled REST API|JWT app/i,
      sent: /^authorization authorization: bearer eyJ/i,
      explanation:
        'Zoom switched its JWT apps off in September 2023; a Server-to-Server OAuth app takes their place.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['4711', 'MISSING_SCOPES'],
      says: /Invalid access token, does not contain scopes/i,
      explanation: 'The app lacks the scopes named.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^query hapikey: pat-/,
      explanation:
        'A private app’s token goes into Authorization: Bearer; the query’s hapikey ended in November 2022.',
    },
    {
      cause: 'auth-method-retired',
      weight: TOLD,
      sent: /^query hapikey:/,
      status: [401, 403],
      explanation: 'HubSpot’s API keys ended in November 2022.',
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: bearer [A-Za-z0-9]{40}$/i,
      says: /The access token provided is expired, revoked, malformed/i,
      explanation:
        'Zendesk takes Bearer for OAuth tokens only; an API token goes as Basic with the e-mail and /token.',
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /OAuth token is missing/i,
      notSent: /^authorization /,
      explanation: 'A client id alone is no credential.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /Client ID and OAuth token do not match/i,
      explanation: 'The token was made for another client id than the one in the field.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['wrong_datacenter'],
      says: /data ?center|different region/i,
      explanation: 'The key belongs to another region of the service.',
    },
  ],
});

export const meta = defineProvider({
  id: 'meta',
  name: 'Meta Graph API',
  hosts: /^graph\.(facebook|instagram)\.com$/,
  body: /"OAuthException"/,
  source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Session has expired|Error validating access token: Session has expired/i,
      explanation: 'A short-lived token lasts an hour or two, a long-lived one sixty days.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /session has been invalidated|user (?:changed (?:their|the) password|has not authorized application)/i,
      explanation: 'The user changed the password or removed the app.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Malformed access token|Cannot parse access token|Invalid OAuth access token/i,
      explanation: 'The text is no token of Meta’s.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /permission(?:s)?\(s\)|requires .* permission|\(#(?:10|200|299)\)/i,
      explanation: 'The token was given without this permission.',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /appsecret_proof/i,
      explanation: 'The proof of the app’s secret is missing or wrong.',
    },
  ],
});

export const twitter = defineProvider({
  id: 'x',
  name: 'X (Twitter)',
  hosts: /^(api|upload)\.(twitter|x)\.com$/,
  source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
  signs: [
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['135'],
      says: /Timestamp out of bounds/i,
      explanation: 'X compares oauth_timestamp with its own clock.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['32', '215'],
      explanation: 'X could not authenticate: key, token or signature is wrong.',
    },
    {
      cause: 'token-revoked',
      weight: TOLD,
      code: ['89'],
      says: /Invalid or expired token/i,
      explanation: 'The access token was withdrawn or regenerated.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['64', '326', '63'],
      explanation: 'The account is locked or suspended.',
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      code: ['415'],
      says: /Callback URL not approved/i,
      explanation: 'The callback must be listed in the app’s settings, letter by letter.',
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /Unsupported Authentication|application-only/i,
      explanation: 'This endpoint wants a user’s context.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['453', '220'],
      says: /subset of|access level/i,
      explanation: 'The app’s plan does not include this endpoint.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /oauth1 app permissions/i,
      explanation: 'The app’s permissions were read-only when the token was made.',
    },
  ],
});
