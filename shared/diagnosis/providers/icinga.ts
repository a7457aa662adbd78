import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const icinga = defineProvider({
  id: 'icinga',
  name: 'Icinga 2',
  category: 'observability',
  address: 'https://icinga.example.com:5665/v1/objects/hosts',
  fields: [['server', /^Icinga\//]],
  challenge: /^basic Icinga 2$/i,
  sources: [
    'https://icinga.com/docs/icinga-2/latest/doc/12-icinga2-api/',
    'https://github.com/Icinga/icinga2/blob/master/lib/remote/httpserverconnection.cpp',
  ],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /Accept header is missing or not set to 'application\/json'/i,
      explanation: 'Every call but GET must send Accept: application/json.',
      seen: {
        status: 400,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'Icinga/r2.14.0-1', 'Content-Type': 'text/html' },
        body: "<h1>Accept header is missing or not set to 'application/json'.</h1>",
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Unauthorized\. Please check your user credentials/i,
      notSent: /./,
      explanation: 'An ApiUser’s name and password as Basic, or its client certificate, belong here.',
      seen: {
        sent: {},
        received: { Server: 'Icinga/r2.14.0-1', 'WWW-Authenticate': 'Basic realm="Icinga 2"' },
        body: '{"error":401,"status":"Unauthorized. Please check your user credentials."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Unauthorized\. Please check your user credentials/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'No ApiUser has this name and password; after a change in api-users.conf Icinga must be reloaded.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'Icinga/r2.14.0-1', 'WWW-Authenticate': 'Basic realm="Icinga 2"' },
        body: '{"error":401,"status":"Unauthorized. Please check your user credentials."}',
      },
    },
  ],
});
