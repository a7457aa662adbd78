import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const awsApiGateway = defineProvider({
  id: 'aws-api-gateway',
  name: 'Amazon API Gateway',
  category: 'gateway',
  address: 'https://a1b2c3.execute-api.eu-west-1.amazonaws.com/prod/items',
  family: 'aws',
  hosts: /\.execute-api\.[\w-]+\.amazonaws\.com(\.cn)?$/,
  fields: [
    ['x-amz-apigw-id'],
    ['apigw-requestid'],
    [
      'x-amzn-errortype',
      /MissingAuthenticationToken|Unauthorized|IncompleteSignature|AccessDenied|Forbidden/,
    ],
  ],
  misleads: [
    {
      says: 'Missing Authentication Token',
      means: 'The path, method or stage does not exist; a token would not help.',
    },
  ],
  sources: ['https://repost.aws/knowledge-center/api-gateway-authentication-token-errors'],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN,
      code: ['MissingAuthenticationTokenException'],
      notSent: /AWS4-HMAC/,
      explanation:
        'API Gateway says “Missing Authentication Token” for any path, method or stage that it does not know: the custom domain may hold the stage already.',
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /message: Missing Authentication Token/i,
      notSent: /AWS4-HMAC/,
      explanation:
        'API Gateway says “Missing Authentication Token” for any path, method or stage that it does not know.',
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      code: ['IncompleteSignatureException', 'IncompleteSignature'],
      says: /not a valid key=value pair|Authorization header requires/i,
      explanation:
        'API Gateway reads Authorization as an AWS signature here, because the route does not exist or expects IAM.',
    },
    {
      cause: 'token-type-wrong',
      weight: TOLD,
      code: ['UnauthorizedException'],
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJ1MSIsInRva2VuX3VzZSI6ImFjY2VzcyIsImlzcyI6Imh0dHBzOi8vY29nbml0by1pZHAuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20vZXUtd2VzdC0xX2EiLCJleHAiOjE3MDAwNTMyMDAsImlhdCI6MTcwMDA0OTYwMCwiY2xpZW50X2lkIjoiYzEifQ.c2ln',
        },
      },
      sent: /^authorization authorization: (?:bearer )?eyJ[\w-]+\.[\w-]*(?:InRva2VuX3VzZSI6ImFjY2Vzcy|J0b2tlbl91c2UiOiJhY2Nlc3Mi|0b2tlbl91c2UiOiJhY2Nlc3Mi|dG9rZW5fdXNlIjoiYWNjZXNz)/i,
      explanation:
        'A Cognito authorizer without scopes on the method takes ID tokens only; with scopes it takes access tokens only.',
    },
  ],
});
