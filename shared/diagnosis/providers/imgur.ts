import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (error: string, status: number, sent: Readonly<Record<string, string>>) => ({
  status,
  sent,
  body: JSON.stringify({ data: { error, request: '/3/image', method: 'POST' }, success: false, status }),
});

export const imgur = defineProvider({
  id: 'imgur',
  name: 'Imgur',
  category: 'social',
  address: 'https://api.imgur.com/3/image',
  hosts: /^api\.imgur\.com$/,
  sources: [
    'https://apidocs.imgur.com/#authorization-and-oauth',
    'https://api.imgur.com/oauth2',
    'https://github.com/Wildhoney/ngImgur/pull/5',
  ],
  doors: ['authorization client-id', 'authorization bearer'],
  lives: { seconds: 2_419_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /Malformed auth header/i,
      explanation: 'In front of the application’s id stands Client-ID, in front of a token Bearer.',
      seen: seen('Malformed auth header.', 403, { Authorization: '8f1c2d3e4b5a697' }),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /The access token provided is invalid/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is over, after a month, or was withdrawn.',
      seen: seen('The access token provided is invalid.', 403, {
        Authorization: 'Bearer 8f1c2d3e4b5a69788695a4b3c2d1e0f98f1c2d3e',
      }),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^error: Authentication required$/i,
      notSent: /^authorization /,
      explanation: 'Even public calls carry Client-ID and the application’s id.',
      seen: seen('Authentication required', 401, {}),
    },
  ],
});
