import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const meta = defineProvider({
  id: 'meta',
  name: 'Meta Graph API',
  category: 'social',
  address: 'https://graph.facebook.com/v21.0/me',
  hosts: /^graph\.(facebook|instagram|whatsapp)\.com$|^graph\.threads\.net$/,
  body: /"OAuthException"/,
  keys: [
    {
      form: /^EAA/,
      kind: 'access token',
      goes: ['authorization bearer', 'query access_token', 'authorization oauth'],
    },
    {
      form: /^IG(QV|AA)/,
      kind: 'Instagram access token',
      goes: ['authorization bearer', 'query access_token', 'authorization oauth'],
    },
  ],
  sources: ['https://developers.facebook.com/docs/graph-api/guides/error-handling'],
  doors: ['authorization bearer', 'authorization oauth', 'query access_token'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['463'],
      says: /Session has expired|Error validating access token: Session has expired/i,
      explanation:
        'A short-lived token lasts an hour or two, a long-lived one sixty days; a system user’s token can last for good.',
      seen: '{"error":{"message":"Error validating access token: Session has expired on Friday, 27-Nov-26 03:00:00 PST.","type":"OAuthException","code":190,"error_subcode":463,"fbtrace_id":"x"}}',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['458', '460'],
      says: /session has been invalidated|user (?:changed (?:their|the) password|has not authorized application)/i,
      explanation: 'The user changed the password or removed the app; the user must log in to the app again.',
      seen: '{"error":{"message":"Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.","type":"OAuthException","code":190,"error_subcode":460}}',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['459', '464', '368'],
      says: /checkpoint|unconfirmed/i,
      explanation:
        'Meta wants the user to confirm something at facebook.com first, or has blocked the action.',
      seen: '{"error":{"message":"You cannot access the app till you log in to www.facebook.com and follow the instructions given.","type":"OAuthException","code":190,"error_subcode":459}}',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Malformed access token|Cannot parse access token|Invalid OAuth access token/i,
      explanation: 'The text is no token of Meta’s; it may be cut, as it is long.',
      seen: '{"error":{"message":"Invalid OAuth access token - Cannot parse access token","type":"OAuthException","code":190}}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /permission(?:s)?\(s\)|requires .* permission|\(#(?:10|200|299)\)/i,
      explanation:
        'The token was given without this permission; ask for it, and in live mode have it reviewed.',
      seen: {
        status: 403,
        body: '{"error":{"message":"(#200) Requires business_management permission to manage the object","type":"OAuthException","code":200}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /requires? an appsecret_proof/i,
      explanation:
        'The app demands appsecret_proof from servers: the HMAC-SHA256 of the access token with its secret.',
      seen: {
        status: 400,
        body: '{"error":{"message":"API calls from the server require an appsecret_proof argument","type":"GraphMethodException","code":100}}',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /invalid appsecret_proof/i,
      explanation:
        'The proof is the HMAC-SHA256 of the access token with the app’s secret; this one is of another token or secret.',
      seen: {
        status: 400,
        body: '{"error":{"message":"Invalid appsecret_proof provided in the API argument","type":"GraphMethodException","code":100}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['131005', '131031'],
      explanation: 'WhatsApp: the token’s owner may not use this phone number or business account.',
      seen: {
        status: 403,
        body: '{"error":{"message":"(#131005) Access denied","type":"OAuthException","code":131005}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /\(#(?:4|17|32|613|80007)\)/,
      explanation: 'Meta counts the calls of the app or user.',
      seen: {
        status: 400,
        body: '{"error":{"message":"(#4) Application request limit reached","type":"OAuthException","code":4}}',
      },
    },
  ],
});
