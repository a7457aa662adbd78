import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const iis = defineProvider({
  id: 'iis',
  name: 'Internet Information Services',
  category: 'server',
  address: 'https://intranet.example.com/app/',
  fields: [['server', /IIS/i]],
  body: /IIS [\d.]+ Detailed Error/,

  sources: [
    'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /403\.(?:14|2|3)\b/,
      explanation: 'The substatus of IIS tells the reason.',
    },
    {
      cause: 'client-certificate-required',
      weight: PROVEN,
      says: /403\.(?:7|13|16|17)\b/,
      explanation: 'The substatus of IIS speaks of the client’s certificate.',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /403\.(?:6|501|502)\b/,
      explanation: 'The substatus of IIS speaks of the client’s address.',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /401\.1\b/,
      explanation: 'The substatus of IIS says that the login failed.',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /401\.3\b/,
      explanation: 'The substatus of IIS says that the file’s access list refuses the user.',
    },
  ],
});
