import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const smartthings = defineProvider({
  id: 'smartthings',
  name: 'SmartThings',
  category: 'device',
  address: 'https://api.smartthings.com/v1/devices',
  hosts: /^(?:api|graph(?:-[a-z0-9-]+)?\.api)\.smartthings\.com$/,
  few: 'It mostly says no more than that it refuses.',
  sources: [
    'https://developer.smartthings.com/docs/getting-started/authorization-and-permissions',
    'https://github.com/atxbyea/samsungrac/issues/126',
    'https://github.com/tonesto7/homebridge-smartthings/issues/89',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: TOLD,
      status: [401],
      sent: /^authorization authorization: bearer [0-9a-f]{8}-[0-9a-f]{4}-/i,
      explanation:
        'Personal access tokens made since 30 December 2024 are good for a day; what has to run longer wants OAuth.',
      seen: {
        sent: { Authorization: 'Bearer 4f1d6a0e-9b27-4c38-8e55-7a20c1b9d3f4' },
        received: { 'Content-Type': 'text/html', Server: 'openresty' },
        body: '<html>\n<head><title>401 Authorization Required</title></head>\n<body>\n<center><h1>401 Authorization Required</h1></center>\n<hr><center>openresty</center>\n</body>\n</html>',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      says: /This request is not authorized by the specified access token/i,
      explanation: 'The token is over, or of another SmartApp or another shard: the address belongs to it.',
      seen: {
        url: 'https://graph.api.smartthings.com/api/smartapps/installations/4f1d6a0e/devices',
        body: '{"error":true,"type":"AccessDenied","message":"This request is not authorized by the specified access token"}',
      },
    },
  ],
});
