import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const apollo = defineProvider({
  id: 'apollo',
  name: 'Apollo Server',
  category: 'framework',
  address: 'https://api.example.com/graphql',
  body: /"extensions"\s*:\s*\{[^}]*"code"\s*:\s*"(?:UNAUTHENTICATED|FORBIDDEN|BAD_REQUEST)"|This operation has been blocked as a potential Cross-Site Request Forgery/,
  sources: ['https://github.com/apollographql/apollo-server/blob/main/docs/source/data/errors.mdx'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /code: UNAUTHENTICATED$/,
      notSent: /./,
      explanation: 'The resolver or context found nobody logged in.',
      seen: {
        status: 200,
        sent: {},
        body: '{"errors":[{"message":"You must be logged in","extensions":{"code":"UNAUTHENTICATED"}}]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED + HINTED,
      says: /code: UNAUTHENTICATED$/,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The context function could not make a user of the token.',
      seen: {
        status: 200,
        body: '{"errors":[{"message":"Context creation failed: unable to authenticate","extensions":{"code":"UNAUTHENTICATED"}}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /code: FORBIDDEN$/,
      explanation: 'The user is known and may not see this field.',
      seen: { status: 200, body: '{"errors":[{"message":"Not allowed","extensions":{"code":"FORBIDDEN"}}]}' },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /blocked as a potential Cross-Site Request Forgery/i,
      explanation:
        'Apollo’s protection wants Content-Type: application/json, or one of the fields x-apollo-operation-name and apollo-require-preflight.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"errors":[{"message":"This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). Please either specify a \'content-type\' header","extensions":{"code":"BAD_REQUEST"}}]}',
      },
    },
  ],
});
