import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body =
  '{"errors":[{"message":"No valid access token in request","locations":[{"line":1,"column":3}],"path":["viewer"],"extensions":{"code":"UNAUTHENTICATED"}}],"data":null}';

export const tibber = defineProvider({
  id: 'tibber',
  name: 'Tibber',
  category: 'device',
  address: 'https://api.tibber.com/v1-beta/gql',
  hosts: /^(?:api|websocket-api|app)\.tibber\.com$/,
  few: 'It has one refusal.',
  misleads: [{ says: '200', means: 'Its graph answers a refusal with 200 and errors.' }],
  sources: [
    'https://developer.tibber.com/docs/guides/calling-api',
    'https://github.com/home-assistant/core/issues/45326',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /No valid access token in request/i,
      notSent: /^authorization /,
      explanation: 'The token goes into Authorization, behind Bearer.',
      seen: { status: 400, sent: {}, posted: '{"query":"{viewer{name}}"}', body },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      says: /No valid access token in request/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is not known: a new one ends the old one.',
      seen: { status: 400, posted: '{"query":"{viewer{name}}"}', body },
    },
  ],
});
