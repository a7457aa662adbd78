import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (message: string, status: number, sent?: Readonly<Record<string, string>>) => ({
  status,
  ...(sent === undefined ? {} : { sent }),
  body: JSON.stringify({
    message,
    errors: [{ description: message }],
    trackingId: 'ROUTER_6357EF2C-601C-01BB-013F-AC12DA16013F',
  }),
});
const wanted = 'The request requires a valid access token set in the Authorization request header.';

export const webex = defineProvider({
  id: 'webex',
  name: 'Webex',
  category: 'messaging',
  address: 'https://webexapis.com/v1/people/me',
  hosts: /^(?:webexapis\.com|api\.ciscospark\.com)$/,
  family: 'cisco',
  sources: [
    'https://developer.webex.com/docs/api/basics',
    'https://developer.webex.com/docs/getting-started#accounts-and-authentication',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 1_209_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /requires a valid access token set in the Authorization request header/i,
      notSent: /^authorization /,
      explanation: 'The token goes into Authorization, behind Bearer.',
      seen: seen(wanted, 401, {}),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /requires a valid access token set in the Authorization request header/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The token is over (the one of the developers’ page after twelve hours, an integration’s after two weeks) or was withdrawn.',
      seen: seen(wanted, 401),
    },
    {
      cause: 'scope-insufficient',
      weight: TOLD,
      says: /missing required scope|missing (?:\w+ )?scope/i,
      explanation: 'The integration asked for too few scopes; add them and let the user agree once more.',
      seen: seen(
        'The server understood the request, but refused to fulfill it because the access token is missing required scopes or the user is missing required roles or licenses.',
        403,
      ),
    },
  ],
});
