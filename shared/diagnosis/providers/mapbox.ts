import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mapbox = defineProvider({
  id: 'mapbox',
  name: 'Mapbox',
  category: 'data',
  address: 'https://api.mapbox.com/tokens/v2',
  hosts: /(^|\.)mapbox\.com$/,
  keys: [
    { form: /^pk\.eyJ/, kind: 'public token', goes: ['query access_token', 'authorization basic'] },
    { form: /^sk\.eyJ/, kind: 'secret token', goes: ['query access_token', 'authorization basic'] },
    { form: /^tk\.eyJ/, kind: 'temporary token', goes: ['query access_token', 'authorization basic'] },
  ],
  sources: ['https://docs.mapbox.com/api/accounts/tokens/'],
  doors: ['query access_token', 'authorization basic'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      status: [401, 403],
      path: /^\/downloads\//,
      sent: /^basic authorization: [^:]*:pk\./,
      explanation:
        'Downloads want a secret token with the scope DOWNLOADS:READ, which begins with sk; a public one draws the map and no more.',
      seen: {
        url: 'https://api.mapbox.com/downloads/v2/releases/maven/a.pom',
        sent: { Authorization: 'Basic bWFwYm94OnBrLlp4ODFrUXAwN3ZUbkU0c1djMlJi' },
        body: '{"message":"Forbidden"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Not Authorized - No Token/i,
      notSent: /./,
      explanation: 'Mapbox reads the token from the parameter access_token.',
      seen: { sent: {}, body: '{"message":"Not Authorized - No Token"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Not Authorized - Invalid Token|code: Token(?:Invalid|Malformed)/i,
      explanation: 'Mapbox does not know the token.',
      seen: {
        url: 'https://api.mapbox.com/styles/v1/mapbox/streets-v12?access_token=pk.Zx81kQp07vTnE4sWc2Rb',
        sent: {},
        body: '{"message":"Not Authorized - Invalid Token"}',
      },
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      code: ['TokenRevoked'],
      explanation: 'The token was deleted or rotated.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['TokenExpired'],
      explanation: 'A temporary token lasts an hour at most.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /This endpoint requires a token with .* scope/i,
      explanation:
        'The token was made without this scope; public tokens (pk) cannot have the secret ones (sk).',
      seen: { status: 403, body: '{"message":"This endpoint requires a token with styles:write scope"}' },
    },
  ],
});
