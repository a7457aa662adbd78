import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mailchimp = defineProvider({
  id: 'mailchimp',
  name: 'Mailchimp',
  category: 'messaging',
  address: 'https://us6.api.mailchimp.com/3.0/lists',
  hosts: /(^|\.)mailchimp\.com$/,

  sources: ['https://mailchimp.com/developer/marketing/docs/errors/'],
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['wrong_datacenter'],
      says: /data ?center|different region/i,
      explanation: 'The key belongs to another region of the service.',
    },
  ],
});
