import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: string, text: string) => ({
  status: 200,
  url: 'https://cas.example.com/cas/serviceValidate?service=https%3A%2F%2Fapp.example.com%2F&ticket=ST-1856339-aA5Yuvrxzpv8Tau1cYQ7',
  sent: {},
  received: { 'Content-Type': 'application/xml;charset=UTF-8' },
  body: `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationFailure code="${code}">${text}</cas:authenticationFailure></cas:serviceResponse>`,
});

export const apereoCas = defineProvider({
  id: 'apereo-cas',
  name: 'Apereo CAS',
  category: 'identity',
  address: 'https://cas.example.com/cas/serviceValidate',
  paths: /^\/cas\/(?:login|p3\/|serviceValidate|v1\/tickets)/,
  body: /<cas:authenticationFailure|"authenticationFailure"\s*:|Application Not Authorized to Use CAS/,
  misleads: [{ says: '200', means: 'The validation of a ticket answers 200 either way.' }],
  sources: ['https://apereo.github.io/cas/development/protocol/CAS-Protocol-Specification.html'],
  lives: { seconds: 7_200, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /^code: INVALID_(?:TICKET|TICKET_SPEC|PROXY_CALLBACK)$/,
      explanation:
        'A service ticket is good once and for ten seconds: validated twice, too late, or at another node that does not share its store.',
      seen: seen('INVALID_TICKET', "Ticket 'ST-1856339-aA5Yuvrxzpv8Tau1cYQ7' not recognized"),
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /^code: INVALID_SERVICE$/,
      explanation:
        'The service of the validation must be letter by letter the one of the login: scheme, slash and session parameters count.',
      seen: seen(
        'INVALID_SERVICE',
        "Ticket 'ST-1856339-aA5Yuvrxzpv8Tau1cYQ7' does not match supplied service. The original service was 'http://app.example.com/'",
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^code: UNAUTHORIZED_SERVICE(?:_PROXY)?$|Application Not Authorized to Use CAS|not authorized to use CAS/i,
      explanation: 'No entry of the service registry covers this address.',
      seen: seen(
        'UNAUTHORIZED_SERVICE',
        'The application you attempted to authenticate to is not authorized to use CAS.',
      ),
    },
  ],
});
