import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
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
  bare: true,
  misleads: [
    {
      says: 'Missing Authentication Token',
      means: 'The path, method or stage does not exist; a token would not help.',
    },
    { says: 'Forbidden', means: 'An API key is missing, unknown or outside the usage plan.' },
  ],
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
  ],
  signs: [
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /OIDC discovery endpoint communication error(?!: issuer)/i,
      explanation: 'The gateway cannot reach the issuer that its JWT authorizer names, so no token passes.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        received: {
          'apigw-requestid': 'Kx1',
          'WWW-Authenticate':
            'Bearer scope="" error="invalid_token" error_description="OIDC discovery endpoint communication error"',
        },
        body: '{"message":"Unauthorized"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      code: ['MissingAuthenticationTokenException'],
      notSent: /AWS4-HMAC/,
      explanation:
        'API Gateway says “Missing Authentication Token” for any path, method or stage that it does not know: the custom domain may hold the stage already.',
      seen: {
        status: 403,
        sent: {},
        body: '{"message":"Missing Authentication Token"}',
        received: { 'x-amzn-ErrorType': 'MissingAuthenticationTokenException' },
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /message: Missing Authentication Token/i,
      notSent: /AWS4-HMAC/,
      explanation:
        'API Gateway says “Missing Authentication Token” for any path, method or stage that it does not know.',
      seen: { status: 403, sent: {}, body: '{"message":"Missing Authentication Token"}' },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /not a valid key=value pair|Authorization header requires/i,
      sent: /^authorization authorization: (?!aws4|authorization)/i,
      host: /\.execute-api\.|^(?!.*\.amazonaws\.com)/,
      explanation:
        'Where no route, method or stage answers to this path, API Gateway reads Authorization as an AWS signature, whatever stands there.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9' },
        body: '{"message":"\'eyJhbGciOiJIUzI1NiJ9\' not a valid key=value pair (missing equal-sign) in Authorization header: \'Bearer eyJhbGciOiJIUzI1NiJ9\'."}',
      },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      sent: /^authorization authorization: (?:authorization: ?)?aws4/i,
      code: ['IncompleteSignatureException', 'IncompleteSignature'],
      says: /not a valid key=value pair|Authorization header requires/i,
      explanation:
        'API Gateway reads Authorization as an AWS signature here, because the route does not exist or expects IAM.',
      seen: {
        status: 403,
        sent: { Authorization: 'AWS4-HMAC-SHA256 AKIAIOSFODNN7EXAMPLE' },
        body: '{"message":"Invalid key=value pair (missing equal-sign) in Authorization header: Authorization header requires Credential parameter."}',
        received: { 'x-amzn-ErrorType': 'IncompleteSignatureException' },
      },
    },
    {
      cause: 'token-type-wrong',
      weight: TOLD,
      code: ['UnauthorizedException'],
      sent: /^authorization authorization: (?:bearer )?eyJ[\w-]+\.[\w-]*(?:InRva2VuX3VzZSI6ImFjY2Vzcy|J0b2tlbl91c2UiOiJhY2Nlc3Mi|0b2tlbl91c2UiOiJhY2Nlc3Mi|dG9rZW5fdXNlIjoiYWNjZXNz)/i,
      explanation:
        'A Cognito authorizer without scopes on the method takes ID tokens only; with scopes it takes access tokens only.',
      seen: {
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJzdWIiOiJ1MSIsInRva2VuX3VzZSI6ImFjY2VzcyIsImlzcyI6Imh0dHBzOi8vY29nbml0by1pZHAuZXUtd2VzdC0xLmFtYXpvbmF3cy5jb20vZXUtd2VzdC0xX2EiLCJleHAiOjE3MDAwNTMyMDAsImlhdCI6MTcwMDA0OTYwMCwiY2xpZW50X2lkIjoiYzEifQ.c2ln',
        },
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The incoming token has expired/i,
      explanation: 'A Cognito or JWT authorizer found the token’s time over.',
      seen: '{"message":"The incoming token has expired"}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /User is not authorized to access this resource|with an explicit deny/i,
      explanation:
        'The authorizer answered and its policy denies this method; a cached policy that names another path does the same.',
      seen: {
        status: 403,
        body: '{"Message":"User is not authorized to access this resource with an explicit deny"}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      code: ['AuthorizerConfigurationException', 'AuthorizerFailureException'],
      explanation:
        'The authorizer’s function failed or returned a policy that API Gateway cannot read; its log tells why.',
      seen: {
        status: 500,
        body: '{"message":null}',
        received: { 'x-amzn-ErrorType': 'AuthorizerConfigurationException' },
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      code: ['ForbiddenException'],
      sent: /^field x-api-key:/,
      explanation:
        'A bare “Forbidden” to an API key means: key unknown, not in a usage plan of this stage, or switched off.',
      seen: {
        status: 403,
        sent: { 'X-Api-Key': 'a1B2c3D4e5F6g7H8i9J0k1L2' },
        body: '{"message":"Forbidden"}',
        received: { 'x-amzn-ErrorType': 'ForbiddenException' },
      },
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['ForbiddenException'],
      notSent: /^(authorization|field x-api-key)/,
      explanation: 'The method wants an API key in x-api-key, or a WAF or resource policy refuses.',
      seen: {
        status: 403,
        sent: {},
        body: '{"message":"Forbidden"}',
        received: { 'x-amzn-ErrorType': 'ForbiddenException' },
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['LimitExceededException', 'TooManyRequestsException'],
      says: /message: Limit Exceeded/i,
      explanation: 'The key’s usage plan is used up.',
      seen: { status: 429, body: '{"message":"Limit Exceeded"}' },
    },
  ],
});
