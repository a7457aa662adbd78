import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body =
  '{"errors":[{"code":2,"description":"Request not allowed (incorrect access_key)","parameter":"access_key"}]}';

export const messagebird = defineProvider({
  id: 'messagebird',
  name: 'Bird (MessageBird)',
  category: 'messaging',
  address: 'https://rest.messagebird.com/messages',
  hosts: /^(?:rest|conversations|verify|voice|api)\.(?:messagebird|bird)\.com$/,
  few: 'It has one refusal.',
  misleads: [
    { says: 'parameter access_key', means: 'The key is read from Authorization, behind AccessKey.' },
  ],
  sources: [
    'https://developers.messagebird.com/api/#authentication',
    'https://developers.messagebird.com/api/#api-errors',
  ],
  doors: ['authorization accesskey', 'query access_key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /incorrect access_key/i,
      notSent: /./,
      explanation: 'The key goes into Authorization, behind AccessKey.',
      seen: { sent: {}, body },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /incorrect access_key/i,
      sent: /^authorization authorization: accesskey /i,
      explanation: 'The key is unknown, or is one of the newer platform, which has a host of its own.',
      seen: { sent: { Authorization: 'AccessKey kT4vB1sZpLcR8wYhD5gF6eUa9' }, body },
    },
  ],
});
