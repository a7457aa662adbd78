import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mailgun = defineProvider({
  id: 'mailgun',
  name: 'Mailgun',
  category: 'messaging',
  address: 'https://api.mailgun.net/v3/domains',
  hosts: /(^|\.)mailgun\.net$/,

  sources: ['https://documentation.mailgun.com/docs/mailgun/api-reference/intro/'],
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['wrong_datacenter'],
      says: /data ?center|different region/i,
      explanation: 'The key belongs to another region of the service.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
    },
  ],
});
