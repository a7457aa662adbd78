import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const todoist = defineProvider({
  id: 'todoist',
  name: 'Todoist',
  category: 'productivity',
  address: 'https://api.todoist.com/api/v1/tasks',
  hosts: /^api\.todoist\.com$|^todoist\.com$/,
  misleads: [
    { says: '401 Forbidden', means: 'The status and not the word holds: the token is not accepted.' },
  ],
  sources: ['https://developer.todoist.com/api/v1/', 'https://developer.todoist.com/rest/v2/'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      status: [401],
      says: /^: Forbidden$|^error: Unauthorized$|Invalid token/,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Todoist does not know the token: a new one was made in the settings, or it is one of the user’s app.',
      seen: { body: 'Forbidden' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      says: /^: Forbidden$|^error: Unauthorized$/,
      notSent: /./,
      explanation: 'No token was sent.',
      seen: { sent: {}, body: 'Forbidden' },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      status: [404, 410],
      says: /deprecated|no longer|removed/i,
      explanation: 'This version of the interface is gone: the present one is /api/v1.',
      seen: {
        status: 404,
        url: 'https://api.todoist.com/rest/v1/tasks',
        body: 'This endpoint is deprecated and was removed',
      },
    },
  ],
});
