import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const twilio = defineProvider({
  id: 'twilio',
  name: 'Twilio',
  category: 'messaging',
  address: 'https://api.twilio.com/2010-04-01/Accounts.json',
  hosts: /(^|\.)twilio\.com$/,
  keys: [
    { form: /^AC[0-9a-f]{32}$/, kind: 'account SID' },
    { form: /^SK[0-9a-f]{32}$/, kind: 'API key SID' },
  ],
  sources: ['https://www.twilio.com/docs/api/errors'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['20003'],
      explanation: 'Twilio does not know the pair of account SID and auth token.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['40002', '20005', '20007'],
      explanation: 'The account has to be verified or is closed.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
    },
  ],
});
