import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tick = defineProvider({
  id: 'tick',
  name: 'Tick',
  category: 'productivity',
  address: 'https://www.tickspot.com/api/v2/roles.json',
  hosts: /^(?:www|secure)\.tickspot\.com$/,
  few: 'It has one refusal.',
  misleads: [
    {
      says: 'Bad credentials',
      means: 'Said of a good token as well, where User-Agent holds no e-mail address.',
    },
  ],
  sources: [
    'https://github.com/tick/tick-api#identify-your-app',
    'https://github.com/tick/tick-api/issues/7',
  ],
  doors: ['authorization token', 'authorization basic'],
  needs: [{ at: ['field user-agent'], form: /@/ }],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^(?:\w+: )?Bad credentials$/i,
      explanation:
        'The first call, for roles, takes e-mail and password; all others the token of a subscription, whose number stands in the path.',
      seen: {
        sent: {
          Authorization: 'Basic YWRhQGV4YW1wbGUuY29tOkxvdmVsYWNlLTE4NDM=',
          'User-Agent': 'shop (ada@example.com)',
        },
        body: 'Bad credentials',
      },
    },
  ],
});
