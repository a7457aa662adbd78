import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = {
  url: 'https://api.cert.platform.sabre.com/v2/auth/token',
  sent: { Authorization: 'Basic VjE6a3EyeDltN3A6REVWQ0VOVEVSOkVYVDpUcjR2ZWw4OA==' },
  posted: 'grant_type=client_credentials',
};
const seen = (status: number, errorCode: string, message: string) => ({
  status,
  body: JSON.stringify({ status: 'NotProcessed', type: 'Validation', errorCode, message }),
});

export const sabre = defineProvider({
  id: 'sabre',
  name: 'Sabre',
  category: 'commerce',
  address: 'https://api.cert.platform.sabre.com/v4/offers/shop',
  hosts: /(?:^|\.)(?:platform\.sabre\.com|api\.sabre\.com|havail\.sabre\.com)$/,
  testHosts: /\.cert\.|^api-crt\./,
  body: /ERR\.2SG\.SEC\./,
  sources: ['https://developer.sabre.com/guides/travel-agency/developer-guides/rest-apis-token-credentials'],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 604_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /Credentials are missing or the syntax is not correct/i,
      sent: /^authorization authorization: basic \S/i,
      explanation:
        'Sabre wants its Basic value encoded twice: client id and password each in Base64, joined by a colon, and the whole in Base64 again.',
      seen: {
        status: 401,
        ...token,
        body: '{"error":"invalid_client","error_description":"Credentials are missing or the syntax is not correct"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /Wrong client_?ID or client_?Secret/i,
      explanation: 'Client id and password do not fit; test and production have pairs of their own.',
      seen: {
        status: 401,
        ...token,
        body: '{"error":"invalid_client","error_description":"Wrong clientID or clientSecret"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      code: ['ERR.2SG.SEC.INVALID_CREDENTIALS'],
      explanation: 'The token is not known here: it is over, cut, or of the other environment.',
      seen: seen(401, 'ERR.2SG.SEC.INVALID_CREDENTIALS', 'Authentication failed due to invalid credentials'),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['ERR.2SG.SEC.MISSING_CREDENTIALS'],
      notSent: /^authorization /,
      explanation: 'No Bearer token was sent.',
      seen: {
        sent: {},
        ...seen(401, 'ERR.2SG.SEC.MISSING_CREDENTIALS', 'Request does not contain credentials'),
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['ERR.2SG.SEC.NOT_AUTHORIZED'],
      explanation: 'The account is not entitled to this service: Sabre switches it on.',
      seen: seen(403, 'ERR.2SG.SEC.NOT_AUTHORIZED', 'Authorization failed due to no access privileges'),
    },
  ],
});
