import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const twitch = defineProvider({
  id: 'twitch',
  name: 'Twitch',
  category: 'social',
  address: 'https://api.twitch.tv/helix/users',
  hosts: /(^|\.)twitch\.tv$/,

  sources: ['https://dev.twitch.tv/docs/authentication/'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /OAuth token is missing/i,
      notSent: /^authorization /,
      explanation: 'A client id alone is no credential.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /Client ID and OAuth token do not match/i,
      explanation: 'The token was made for another client id than the one in the field.',
    },
  ],
});
