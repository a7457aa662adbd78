import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const brevo = defineProvider({
  id: 'brevo',
  name: 'Brevo',
  category: 'messaging',
  address: 'https://api.brevo.com/v3/account',
  hosts: /^api\.(brevo|sendinblue)\.com$/,
  fields: [['x-sib-ratelimit-limit']],
  keys: [
    { form: /^xkeysib-/, kind: 'API key', goes: ['field api-key'] },
    { form: /^xsmtpsib-/, kind: 'SMTP key' },
  ],
  misleads: [
    {
      says: 'Key not found',
      means: 'Said of a wrong key, of one in Authorization in place of api-key, and of an SMTP key.',
    },
  ],
  sources: [
    'https://developers.brevo.com/docs/how-it-works',
    'https://developers.brevo.com/docs/ip-security',
  ],
  doors: ['field api-key', 'field partner-key'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      sent: /: ?(?:bearer )?xsmtpsib-/i,
      says: /Key not found/i,
      explanation:
        'An SMTP key logs in to the mail server only; the API wants one that begins with xkeysib-.',
      seen: {
        sent: { 'api-key': 'xsmtpsib-abc' },
        body: '{"message":"Key not found","code":"unauthorized"}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      sent: /^authorization /,
      says: /Key not found|authentication not found in headers/i,
      explanation: 'Brevo reads the key from the field api-key.',
      seen: {
        sent: { Authorization: 'Bearer xkeysib-abc' },
        body: '{"message":"authentication not found in headers","code":"unauthorized"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      sent: /^field api-key/,
      says: /Key not found|API Key is not enabled/i,
      explanation:
        'Brevo does not know the key: copy it anew, whole, from SMTP & API; one that was deleted or switched off stays so.',
      seen: { sent: { 'api-key': 'xkeysib-abc' }, body: '{"message":"Key not found","code":"unauthorized"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      notSent: /./,
      says: /authentication not found in headers|Key not found/i,
      explanation: 'Brevo saw no key; it goes into the field api-key.',
      seen: { sent: {}, body: '{"message":"authentication not found in headers","code":"unauthorized"}' },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /unrecognised IP address|authorised_ips/i,
      explanation:
        'The key is good, but unknown addresses are blocked: authorize this one under Security, or switch the block off.',
      seen: {
        sent: { 'api-key': 'xkeysib-abc' },
        body: '{"message":"We have detected you are using an unrecognised IP address 203.0.113.7. If you performed this action make sure to add the new IP address in this link: https://app.brevo.com/security/authorised_ips","code":"unauthorized"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['account_under_validation', 'not_enough_credits'],
      says: /account is (?:under validation|not yet activated|suspended)|SMTP account is not yet activated/i,
      explanation: 'Brevo has not released the account yet, or it has no credit.',
      seen: {
        status: 403,
        sent: { 'api-key': 'xkeysib-abc' },
        body: '{"code":"account_under_validation","message":"Your account is under validation."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['permission_denied'],
      explanation: 'The account’s plan or the key’s rights do not include this call.',
      seen: {
        status: 403,
        sent: { 'api-key': 'xkeysib-abc' },
        body: '{"code":"permission_denied","message":"Unable to send email. Your SMTP account is not allowed."}',
      },
    },
  ],
});
