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
    ['www-authenticate', /^X-Auth-Token$/i],
  ],
  body: /The requested URL was rejected\. Please consult with your administrator|my\.policy|Your support ID is/i,
  sources: ['https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/f5bigipasm.py'],
  doors: ['field x-f5-auth-token', 'authorization basic'],
  lives: { seconds: 1_200, ends: 'token-expired' },
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
    {
      cause: 'token-expired',
      weight: STATED,
      says: /X-F5-Auth-Token (?:does not exist|has expired)/i,
      explanation:
        'A token of iControl REST lasts twenty minutes unless its timeout is raised, and is forgotten with a restart: log in anew.',
      seen: {
        url: 'https://f5.example.com/mgmt/tm/ltm/pool',
        sent: { 'X-F5-Auth-Token': '7QK3MWZX5TBNDJ4HYVRLUA2P6S' },
        received: { 'WWW-Authenticate': 'X-Auth-Token' },
        body: '{"code":401,"message":"X-F5-Auth-Token does not exist."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Authentication required!|Authorization failed: (?:no user authentication header|user=)/i,
      path: /^\/mgmt\//,
      explanation: 'iControl REST wants Basic, or a token in X-F5-Auth-Token; remote users need the token.',
      seen: {
        url: 'https://f5.example.com/mgmt/tm/ltm/pool',
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { Server: 'BigIP' },
        body: '{"code":401,"message":"Authorization failed: user=https://localhost/mgmt/shared/authz/users/anna resource=/mgmt/tm/ltm/pool verb=GET"}',
      },
    },
  ],
});
