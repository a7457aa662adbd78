import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body =
  '{"error":"access_denied","error_description":"The resource owner or authorization server denied the request.","status":401}';

export const anilist = defineProvider({
  id: 'anilist',
  name: 'AniList',
  category: 'social',
  address: 'https://graphql.anilist.co',
  hosts: /^(?:graphql\.)?anilist\.co$/,
  few: 'Its graph and its older interface each have one refusal.',
  misleads: [{ says: 'access_denied', means: 'The token was not found where it is read, or is over.' }],
  sources: [
    'https://docs.anilist.co/guide/auth/authenticated-requests',
    'https://github.com/joshstar/AniList-API-Docs/issues/106',
  ],
  doors: ['authorization bearer', 'query access_token'],
  lives: { seconds: 31_536_000, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + STATED,
      says: /resource owner or authorization server denied the request/i,
      sent: /^field access_token: /,
      explanation: 'The token goes into Authorization, behind Bearer.',
      seen: {
        url: 'https://anilist.co/api/anime/21',
        sent: { access_token: 'kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7' },
        body,
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^message: Invalid token$/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is over, after a year, or the user took it back.',
      seen: {
        status: 400,
        posted: '{"query":"{Viewer{id}}"}',
        body: '{"errors":[{"message":"Invalid token","status":400}],"data":null}',
      },
    },
  ],
});
