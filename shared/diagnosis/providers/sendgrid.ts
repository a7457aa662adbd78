import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sendgrid = defineProvider({
  id: 'sendgrid',
  name: 'SendGrid',
  category: 'messaging',
  address: 'https://api.sendgrid.com/v3/mail/send',
  hosts: /(^|\.)sendgrid\.com$/,
  keys: [{ form: /^SG\./, kind: 'API key', goes: ['authorization bearer'] }],
  sources: [
    'https://support.sendgrid.com/hc/en-us/articles/18322114821403-4XX-API-Errors-and-Troubleshooting-Suggestions',
    'https://docs.workato.com/en/connectors/sendgrid/troubleshoot-sendgrid.html',
    'https://www.twilio.com/docs/api/errors/60604.md',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /authorization grant is invalid, expired,? or revoked/i,
      explanation:
        'SendGrid does not know the key: mistyped or deleted. “Authorization grant” means the API key.',
      seen: '{"errors":[{"message":"The provided authorization grant is invalid, expired, or revoked","field":null,"help":null}]}',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /not authorized to send mail|Maximum credits exceeded|account (?:is )?(?:suspended|frozen|banned)/i,
      explanation: 'The account may not send at present: unverified, out of credit or under review.',
      seen: '{"errors":[{"message":"Authenticated user is not authorized to send mail"}]}',
    },
    {
      cause: 'scope-insufficient',
      weight: TOLD,
      says: /access forbidden/i,
      explanation: 'The key was made without the scope for this call, such as mail.send.',
      seen: { status: 403, body: '{"errors":[{"message":"access forbidden"}]}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /does not match a verified Sender Identity/i,
      explanation: 'The key is good; the sender’s address or domain must be verified first.',
      seen: {
        status: 403,
        body: '{"errors":[{"message":"The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved."}]}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist|ip access management/i,
      explanation: 'The account takes requests from listed addresses only.',
      seen: { status: 403, body: '{"errors":[{"message":"Your IP address is not whitelisted"}]}' },
    },
  ],
});
