import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const f5IControl = defineProvider({
  id: 'f5-icontrol',
  name: 'F5 iControl REST',
  category: 'security',
  address: 'https://f5.example.com/mgmt/tm/ltm/pool',
  fields: [['www-authenticate', /^X-Auth-Token$/i]],
  paths: /^\/mgmt\/(?:tm|shared|cm|toc)\//,
  sends: ['x-f5-auth-token'],
  few: 'It has one login and tells two ways in which it fails.',
  sources: ['https://clouddocs.f5.com/api/icontrol-rest/'],
  doors: ['field x-f5-auth-token', 'authorization basic'],
  lives: { seconds: 1_200, ends: 'token-expired' },
  signs: [
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
