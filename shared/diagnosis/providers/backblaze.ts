import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const backblaze = defineProvider({
  id: 'backblaze',
  name: 'Backblaze B2',
  category: 'storage',
  address: 'https://api.backblazeb2.com/b2api/v2/b2_authorize_account',
  hosts: /\.backblazeb2\.com$/,
  misleads: [
    {
      says: 'bad_auth_token',
      means: 'At b2_authorize_account: key id and key do not fit; no token takes part there.',
    },
  ],
  sources: ['https://www.backblaze.com/docs/cloud-storage-application-keys'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['bad_auth_token', 'unauthorized'],
      path: /b2_authorize_account/,
      explanation: 'Key id and application key do not fit; the name of the key is not its id.',
      seen: {
        url: 'https://api.backblazeb2.com/b2api/v2/b2_authorize_account',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"bad_auth_token","message":"","status":401}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['bad_auth_token'],
      path: /b2_(?!authorize_account)|\/file\//,
      explanation: 'The authorization token is not known; it stands in Authorization without a scheme.',
      seen: {
        url: 'https://api002.backblazeb2.com/b2api/v2/b2_list_buckets',
        sent: {
          Authorization: '4_002c5d3e7f9a0b000000000a_019f3d2e_1c5d3e_acct_Zx81kQp07vTnE4sWc2RbYh6LmU9a',
        },
        body: '{"code":"bad_auth_token","message":"Invalid authorization token","status":401}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['expired_auth_token'],
      explanation: 'Authorization tokens are good for 24 hours; authorize the account again.',
      seen: '{"code":"expired_auth_token","message":"Authorization token has expired","status":401}',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['unauthorized', 'access_denied'],
      path: /b2_(?!authorize_account)|\/file\//,
      explanation:
        'The application key lacks the capability, or is bound to one bucket or prefix: such a key must name its bucket even when it lists.',
      seen: {
        url: 'https://api002.backblazeb2.com/b2api/v2/b2_list_buckets',
        sent: {
          Authorization: '4_002c5d3e7f9a0b000000000a_019f3d2e_1c5d3e_acct_Zx81kQp07vTnE4sWc2RbYh6LmU9a',
        },
        body: '{"code":"unauthorized","message":"","status":401}',
      },
    },
  ],
});
