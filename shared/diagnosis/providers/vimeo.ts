import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (error_code: number, developer_message: string, sent?: Readonly<Record<string, string>>) => ({
  ...(sent === undefined ? {} : { sent }),
  received: { 'Content-Type': 'application/vnd.vimeo.error+json' },
  body: JSON.stringify({
    error: 'You must provide a valid authenticated access token.',
    link: null,
    developer_message,
    error_code,
  }),
});

export const vimeo = defineProvider({
  id: 'vimeo',
  name: 'Vimeo',
  category: 'social',
  address: 'https://api.vimeo.com/me/videos',
  hosts: /^api\.vimeo\.com$/,
  fields: [['content-type', /application\/vnd\.vimeo\.error\+json/]],
  few: 'Its other refusals are those of the standard.',
  sources: ['https://developer.vimeo.com/api/errors', 'https://developer.vimeo.com/api/authentication'],
  doors: ['authorization bearer', 'authorization basic', 'query access_token'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You must provide a valid authenticated access token|No user credentials were provided/i,
      notSent: /^authorization /,
      explanation: 'The token goes into Authorization, behind Bearer.',
      seen: seen(8001, 'No user credentials were provided.', {}),
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /client credentials token|user access token is required|didn['’]t receive the user['’]s credentials/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token stands for the application alone; this call needs one that a user granted.',
      seen: seen(8003, 'The app didn’t receive the user’s credentials.'),
    },
  ],
});
