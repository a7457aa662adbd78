import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const f5BigIp = defineProvider({
  id: 'f5-big-ip',
  name: 'F5 BIG-IP',
  category: 'security',
  address: 'https://www.example.com/api/items',
  fields: [
    ['server', /^BIG-?IP$/i],
    ['set-cookie', /^(BIGipServer|MRHSession|LastMRH_Session|F5_\w+|TS[0-9a-f]{6,})/],
    ['x-wa-info'],
  ],
  body: /The requested URL was rejected\. Please consult with your administrator|my\.policy|Your support ID is/i,
  sources: ['https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/f5bigipasm.py'],
  few: 'What stands behind it gives its own answers.',
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /The requested URL was rejected|Your support ID is/i,
      explanation:
        'Not the application but the firewall in front of it answered; its rules look at address, country, User-Agent, path and body. Give the operator the support id.',
      seen: {
        status: 403,
        body: '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 123456789</body></html>',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /Your session could not be established|session (?:has )?(?:expired|timed out).*|Access policy evaluation is already in progress/i,
      explanation: 'The Access Policy Manager’s session (cookie MRHSession) is over or stuck.',
      seen: {
        status: 401,
        sent: { Cookie: 'MRHSession=a1b2' },
        received: { Server: 'BigIP' },
        body: '<html><body>Your session could not be established.</body></html>',
      },
    },
  ],
});
