import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const wso2 = defineProvider({
  id: 'wso2',
  name: 'WSO2 API Manager',
  category: 'gateway',
  address: 'https://gateway.example.com/pizzashack/1.0.0/menu',
  body: /\b9009\d\d\b|\b9008\d\d\b|wso2\.org\/apimanager\/security/,
  sources: ['https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'server-misconfigured',
      weight: PROVEN + HINTED,
      says: /Error while accessing backend services for API key validation/i,
      explanation:
        'The gateway could not ask its key manager, or not fetch that one’s keys: no token is judged.',
      seen: {
        status: 500,
        body: '<ams:fault xmlns:ams="http://wso2.org/apimanager/security"><ams:code>900900</ams:code><ams:message>Unclassified Authentication Failure</ams:message><ams:description>Error while accessing backend services for API key validation</ams:description></ams:fault>',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /(?:Sandbox|Production) key offered to (?:the|an) API with no (?:sandbox|production) endpoint/i,
      explanation: 'The key was made for the other of the two environments, in which this API does not run.',
      seen: '{"fault":{"code":900901,"message":"Invalid Credentials","description":"Sandbox key offered to an API with no sandbox endpoint. Make sure you have provided the correct security credentials"}}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['900901'],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'WSO2 does not know the token: renewed meanwhile, of another key manager, or a production key at the sandbox.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['900901'],
      notSent: /^authorization authorization: bearer /i,
      explanation: 'WSO2 does not know the key, or it is of the sandbox where production was called.',
      seen: {
        sent: { apikey: 'aZ3kQp0vT4eXc7b2RaYhU9mD3fGs' },
        body: '{"fault":{"code":900901,"message":"Invalid Credentials","description":"Invalid Credentials. Make sure you have given the correct access token"}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['900902'],
      notSent: /./,
      explanation: 'No token reached the gateway.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['900903'],
      explanation: 'The gateway knows the token and it is over.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      code: ['900904'],
      explanation: 'The token is no longer active: it was withdrawn or a newer one replaced it.',
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      code: ['900905'],
      explanation: 'The resource takes a user’s token and got an application’s, or the other way round.',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      code: ['900906'],
      explanation: 'The API has no such resource; the version in the path is often missing.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['900907', '900908', '900909'],
      explanation: 'The application has no active subscription to this API.',
      seen: { status: 403 },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['900910'],
      explanation: 'The token lacks the scope of this resource.',
      seen: { status: 403 },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['900800', '900801', '900802', '900803', '900804', '900806', '900807'],
      explanation: 'The gateway’s throttling answered.',
      seen: { status: 429 },
    },
  ],
});
