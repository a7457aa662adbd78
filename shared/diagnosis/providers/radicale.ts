import { SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const radicale = defineProvider({
  id: 'radicale',
  name: 'Radicale',
  category: 'productivity',
  address: 'https://radicale.example.com/kim/calendar/',
  hosts: /^radicale\./,
  challenge: /^basic Radicale - Password Required$/i,
  body: /^\s*Access to the requested resource forbidden\.\s*$/,
  sources: [
    'https://radicale.org/v3.html',
    'https://github.com/Kozea/Radicale/blob/master/radicale/httputils.py',
  ],
  few: 'It asks by its challenge and says one sentence.',
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'permission-denied',
      weight: TOLD,
      status: [403],
      says: /Access to the requested resource forbidden/i,
      sent: /^authorization /i,
      explanation: 'The rights of this server let a user into collections below the own name alone.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'Content-Type': 'text/plain' },
        body: 'Access to the requested resource forbidden.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [401],
      says: /Access to the requested resource forbidden/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'The htpasswd file has no such user and password, or htpasswd_encryption names another method than the file was made with.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: {
          'WWW-Authenticate': 'Basic realm="Radicale - Password Required"',
          'Content-Type': 'text/plain',
        },
        body: 'Access to the requested resource forbidden.',
      },
    },
  ],
});
