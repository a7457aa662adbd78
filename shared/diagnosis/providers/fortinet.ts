import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fortinet = defineProvider({
  id: 'fortinet',
  name: 'FortiGate',
  category: 'device',
  address: 'https://firewall.example.com/api/v2/cmdb/firewall/address',
  paths: /^\/api\/v2\/(?:cmdb|monitor)\//,
  fields: [
    ['set-cookie', /^(?:APSCOOKIE_|ccsrftoken)/],
    ['server', /^xxxxxxxx-xxxxx$/],
  ],
  body: /"path"\s*:\s*"[\w/]+",\s*"name"[\s\S]{0,200}"serial"\s*:\s*"F|"vdom"\s*:\s*"[\s\S]{0,200}"serial"/,
  misleads: [
    {
      says: '401 Unauthorized, in the page of a web server',
      means:
        'The token is wrong, or the call does not come from one of its trusted hosts: the answer does not tell the two apart.',
    },
  ],
  few: 'The product answers a wrong token by a page without words.',
  sources: ['https://docs.fortinet.com/document/fortigate/7.4.0/administration-guide/940602/using-apis'],
  doors: ['authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      status: [403],
      sent: /^cookie (?:apscookie|session_key|ccsrftoken)/i,
      says: /CSRF|"?http_status"?: 403/i,
      explanation:
        'Logged in by cookie, each change wants X-CSRFTOKEN with the value of the cookie ccsrftoken.',
      seen: {
        status: 403,
        sent: { Cookie: 'APSCOOKIE_123=x' },
        posted: '{}',
        body: '{"http_method":"POST","http_status":403,"message":"CSRF token mismatch","path":"firewall","name":"address","vdom":"root","serial":"FGVM01"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /"?http_status"?: 403|^code: 403$/,
      sent: /^(?:authorization|query access_token)/i,
      explanation: 'The token’s profile lacks the access group of this path.',
      seen: {
        status: 403,
        body: '{"http_method":"GET","http_status":403,"path":"firewall","name":"address","vdom":"root","serial":"FGVM01"}',
      },
    },
  ],
});
