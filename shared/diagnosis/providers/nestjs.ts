import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nestjs = defineProvider({
  id: 'nestjs',
  name: 'NestJS',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  body: /^\s*\{"statusCode":40[13],"message":"[^"]*"(?:,"error":"(?:Unauthorized|Forbidden)")?\}\s*$|^\s*\{"message":"[^"]*",(?:"error":"(?:Unauthorized|Forbidden)",)?"statusCode":40[13]\}\s*$/,
  sources: [
    'https://docs.nestjs.com/security/authentication',
    'https://github.com/nestjs/docs.nestjs.com/blob/master/content/security/authentication.md',
  ],
  signs: [
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /message: Unauthorized$/i,
      status: [401],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Passport’s guard answers every reason alike: expired, signed with another secret, or a strategy that reads the token elsewhere.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"message":"Unauthorized","statusCode":401}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /message: Unauthorized$/i,
      status: [401],
      notSent: /./,
      explanation: 'The guard found no token.',
      seen: { status: 401, sent: {}, body: '{"message":"Unauthorized","statusCode":401}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Forbidden resource/i,
      status: [403],
      explanation:
        'A guard returned false: most often a role is missing, or the guard saw no user because no authentication guard ran before it.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"message":"Forbidden resource","error":"Forbidden","statusCode":403}',
      },
    },
  ],
});
