import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const vercel = defineProvider({
  id: 'vercel',
  name: 'Vercel',
  category: 'cloud',
  address: 'https://api.vercel.com/v2/user',
  hosts: /\.vercel\.app$|^api\.vercel\.com$/,
  fields: [['server', /^Vercel$/]],
  sources: ['https://vercel.com/docs/deployment-protection'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN + HINTED,
      status: [401],
      says: /Authentication Required/i,
      explanation:
        'Deployment Protection puts Vercel’s own login in front of previews; a bypass secret in x-vercel-protection-bypass leads past it.',
      seen: {
        url: 'https://my-app-git-main.vercel.app/api/items',
        received: { Server: 'Vercel', 'Set-Cookie': '_vercel_sso_nonce=a' },
        body: '<html><head><title>Authentication Required</title></head><body>Authentication Required</body></html>',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /invalidToken|message: The request is missing an authentication token/i,
      explanation: 'The token is unknown, over or withdrawn.',
      seen: { status: 403, body: '{"error":{"code":"invalidToken","message":"Not authorized"}}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Trying to access resource under scope/i,
      explanation: 'The token is of another team than the one named by teamId or slug.',
      seen: {
        status: 403,
        body: '{"error":{"code":"forbidden","message":"Not authorized: Trying to access resource under scope \\"acme\\". You must re-authenticate to this scope."}}',
      },
    },
  ],
});
