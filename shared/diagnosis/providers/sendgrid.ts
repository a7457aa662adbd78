import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sendgrid = defineProvider({
  id: 'sendgrid',
  name: 'Twilio SendGrid',
  category: 'messaging',
  address: 'https://api.sendgrid.com/v3/mail/send',
  hosts: /(^|\.)sendgrid\.com$/,
  keys: [{ form: /^SG\.[\w-]{22}\.[\w-]{43}$/, kind: 'API key' }],
  sources: [
    'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/authentication',
  ],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
    },
  ],
});
