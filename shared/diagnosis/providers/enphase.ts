import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const page =
  "<html>\n<head><title>401 Authorization Required</title></head>\n<body>\n<center><h1>401 Authorization Required</h1></center>\n<hr><center>Redirecting to <a id='link' href=''></a></center>\n<script>\nconst redirect_url = window.location.protocol + '//' + window.location.host + '/home';\n</script>\n</body>\n</html>";

export const enphase = defineProvider({
  id: 'enphase',
  name: 'Enphase',
  category: 'device',
  address: 'https://entrez.enphaseenergy.com/entrez_tokens',
  hosts: /^(?:entrez|enlighten|api)\.enphaseenergy\.com$/,
  body: /Redirecting to <a id='link' href=''><\/a>/,
  few: 'The gateway answers a bare page.',
  sources: [
    'https://developer-v4.enphase.com/docs.html',
    'https://enphase.com/download/accessing-iq-gateway-local-apis-or-local-ui-token-based-authentication',
    'https://github.com/Maarten234/Enphase-Envoy-D7.0.X-node-red/issues/3',
  ],
  needs: [{ at: ['field key', 'query key'], path: /^\/api\/v[24]\// }],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN,
      status: [401, 403, 406],
      host: /^entrez\./,
      path: /^\/tokens\b/,
      explanation:
        'Since the summer of 2025 tokens come from /entrez_tokens, for the user who has logged in there.',
      seen: {
        url: 'https://entrez.enphaseenergy.com/tokens',
        sent: {},
        posted: '{"session_id":"1"}',
        received: { 'Content-Type': 'text/html' },
        body: page,
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Redirecting to/,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The gateway’s token is made for its serial number; an owner’s is good for a year, an installer’s for twelve hours.',
      seen: {
        url: 'https://192.168.1.197/production.json',
        received: { 'Content-Type': 'text/html' },
        body: page,
      },
    },
  ],
});
