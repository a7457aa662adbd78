import { HINTED, PROVEN, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const vercel = defineProvider({
  id: 'vercel',
  name: 'Vercel',
  category: 'cloud',
  address: 'https://api.vercel.com/v2/user',
  hosts: /\.vercel\.app$|^api\.vercel\.com$/,
  fields: [['server', /^Vercel$/]],

  sources: ['https://vercel.com/docs/deployment-protection'],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN + HINTED,
      says: /Authentication Required/i,
      status: [401],
      explanation:
        'Deployment Protection puts Vercel’s own login in front of previews; a bypass secret in x-vercel-protection-bypass leads past it.',
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /invalidToken|Not authorized: Trying to access resource/i,
      explanation: 'The token is unknown or of another team.',
    },
  ],
});
