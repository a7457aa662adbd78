import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const symfonyLexik = defineProvider({
  id: 'symfony-lexik',
  name: 'Symfony with LexikJWTAuthenticationBundle',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['x-debug-token'], ['set-cookie', /^sf_redirect/]],
  body: /"code"\s*:\s*401\s*,\s*"message"\s*:\s*"(?:JWT Token not found|Expired JWT Token|Invalid JWT Token|Invalid credentials\.|Unable to load|Cannot|Bad credentials)/,
  sources: [
    'https://github.com/lexik/LexikJWTAuthenticationBundle/blob/3.x/Security/Authenticator/JWTAuthenticator.php',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /JWT Token not found/i,
      notSent: /^authorization /,
      explanation: 'The bundle found no token.',
      seen: { status: 401, sent: {}, body: '{"code":401,"message":"JWT Token not found"}' },
    },
    {
      cause: 'header-stripped',
      weight: STATED,
      says: /JWT Token not found/i,
      sent: /^authorization authorization: bearer \S/i,
      explanation:
        'The token left the client; Apache keeps Authorization back from PHP unless CGIPassAuth or SetEnvIf says otherwise.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"code":401,"message":"JWT Token not found"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Expired JWT Token/i,
      explanation: 'The token’s time is over, an hour unless token_ttl says otherwise.',
      seen: '{"code":401,"message":"Expired JWT Token"}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid JWT Token/i,
      explanation:
        'The token does not verify: other keys, other passphrase, or no user of that name any more.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"code":401,"message":"Invalid JWT Token"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /message: (?:Invalid|Bad) credentials/i,
      explanation: 'User or password is wrong.',
      seen: {
        status: 401,
        posted: '{"username":"anna","password":"keycard"}',
        sent: {},
        body: '{"code":401,"message":"Invalid credentials."}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /Unable to (?:load|create a signed JWT)|Unable to find (?:the )?key/i,
      explanation: 'The bundle cannot read its key pair, or its passphrase is wrong.',
      seen: {
        status: 500,
        posted: '{"username":"anna","password":"keycard"}',
        sent: {},
        received: { 'X-Debug-Token': 'a1b2c3' },
        body: '{"code":500,"message":"Unable to create a signed JWT from the given configuration.","x":"JWT"}',
      },
    },
  ],
});
