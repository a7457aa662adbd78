import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';
import { signedByAws } from './signed-by-aws.ts';

export const aws = defineProvider({
  id: 'aws',
  name: 'Amazon Web Services',
  category: 'cloud',
  address: 'https://sts.us-east-1.amazonaws.com/?Action=GetCallerIdentity',
  hosts: /\.amazonaws\.com(\.cn)?$|\.on\.aws$/,
  fields: [['x-amzn-requestid'], ['x-amz-request-id'], ['x-amzn-errortype']],
  body: /<Code>\w+<\/Code>[\s\S]*<RequestId>|"__type"\s*:\s*"/,
  misleads: [
    {
      says: 'UnrecognizedClientException',
      means:
        'Most often temporary credentials without their session token, or a region that is not switched on.',
    },
  ],
  keys: [
    { form: /^AKIA[A-Z2-7]{16}/, kind: 'access key id' },
    { form: /^ASIA[A-Z2-7]{16}/, kind: 'access key id of temporary credentials' },
  ],
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/CommonErrors.html'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired'],
      explanation: 'The temporary credentials are over; they last between fifteen minutes and some hours.',
      seen: {
        sent: signedByAws('us-east-1/sts', 'temporary'),
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      code: ['InvalidToken', 'InvalidClientTokenId', 'UnrecognizedClientException'],
      sent: /security-token/,
      explanation:
        'Temporary credentials consist of three parts that belong together; the session token does not fit the key.',
      seen: {
        sent: signedByAws('us-east-1/sts', 'temporary'),
      },
    },
    {
      cause: 'credentials-conflict',
      weight: PROVEN + STATED,
      code: ['InvalidToken', 'InvalidClientTokenId', 'UnrecognizedClientException'],
      says: /security token included in the request is invalid/i,
      sent: /^(?:field|query) x-amz-security-token: \S{20}/,
      notSent: /Credential=(?!AKIA)/,
      explanation:
        'The key begins with AKIA: it is a person’s and has no session token. The one that was sent belongs to other credentials, as a function’s surroundings hold them.',
      seen: {
        status: 403,
        sent: {
          ...signedByAws('us-east-1/bedrock'),
          'X-Amz-Security-Token': 'IQoJb3JpZ2luX2VjEDYaCXVzLWVhc3QtMSJHMEUCIQDv7kQp07vTnE4s',
        },
        body: '{"message":"The security token included in the request is invalid."}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + HINTED,
      says: /Unable to determine service\/operation name to be authorized/i,
      explanation:
        'The signature passed, and no operation of the service lies at this path: a slash too many, a version or a part that is missing, or another method.',
      seen: {
        status: 403,
        url: 'https://lambda.us-east-1.amazonaws.com//2015-03-31/functions/test2/invocations/',
        sent: signedByAws('us-east-1/lambda'),
        body: '{"Message":"Unable to determine service/operation name to be authorized"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: [
        'OptInRequired',
        'SubscriptionRequiredException',
        'NotSignedUp',
        'AccountProblem',
        'PendingVerification',
      ],
      explanation: 'The account has not opened this service, or is being verified or in arrears.',
      seen: { sent: signedByAws('us-east-1/sts') },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /No OpenIDConnect provider found in your account|Couldn't retrieve verification key from your identity provider|Issuer must be a valid URL/i,
      explanation:
        'This account has no identity provider for the token’s issuer, or its address there differs by a slash or scheme.',
      seen: {
        status: 400,
        sent: {},
        posted: 'Action=AssumeRoleWithWebIdentity&RoleArn=arn&WebIdentityToken=eyJ',
        body: '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidIdentityToken</Code><Message>No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com</Message></Error></ErrorResponse>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['InvalidAccessKeyId', 'AuthFailure'],
      explanation: 'AWS does not know the access key: deleted, or of another partition.',
      seen: {
        sent: signedByAws('us-east-1/sts'),
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['InvalidClientTokenId', 'UnrecognizedClientException'],
      notSent: /security-token/,
      explanation:
        'AWS does not know the access key: deleted, of another partition, or temporary and sent without its session token.',
      seen: {
        sent: signedByAws('us-east-1/sts'),
      },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      code: ['SignatureDoesNotMatch', 'InvalidSignatureException'],
      explanation: 'The signature computed from the request as it arrived differs.',
      seen: {
        sent: signedByAws('us-east-1/sts'),
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /Signature expired: |Signature not yet current|is now earlier than|RequestTimeTooSkewed/,
      explanation: 'AWS allows a few minutes between the signed time and its own clock.',
      seen: {
        status: 403,
        sent: signedByAws('us-east-1/sts'),
        body: '{"__type":"InvalidSignatureException","message":"Signature expired: 20231115T110000Z is now earlier than 20231115T114500Z (20231115T120000Z - 15 min.)"}',
      },
    },
    {
      cause: 'signing-scope-wrong',
      weight: PROVEN,
      says: /Credential should be scoped to|the region '[^']+' is wrong/i,
      explanation: 'The credential scope names another region, service or day.',
      seen: {
        status: 403,
        sent: signedByAws('us-east-1/sts'),
        body: '{"__type":"InvalidSignatureException","message":"Credential should be scoped to a valid region. "}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /not a valid key=value pair|Authorization header requires/i,
      sent: /^authorization authorization: (?!aws4)/i,
      host: /^(?!.*\.execute-api\.).*\.amazonaws\.com(?:\.cn)?$/,
      explanation:
        'The service takes requests signed with Signature Version 4 and reads whatever stands in Authorization as one; users, passwords and bearer tokens are not for it.',
      seen: {
        status: 403,
        url: 'https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-8f1c2d3e/api/v1/remote_write',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"Authorization header requires \'Credential\' parameter. Authorization header requires \'Signature\' parameter. Authorization=Basic"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN + HINTED,
      code: ['AccessDeniedException'],
      notSent: /./,
      host: /\.lambda-url\./,
      explanation:
        'The function’s address takes signed requests only (AuthType AWS_IAM), and this one carries nothing.',
      seen: {
        status: 403,
        url: 'https://q7xv2lmz0a4bcd.lambda-url.eu-central-1.on.aws/',
        sent: {},
        received: { 'x-amzn-ErrorType': 'AccessDeniedException' },
        body: '{"Message":"Forbidden"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['MissingAuthenticationToken', 'MissingAuthenticationTokenException'],
      notSent: /./,
      path: /^\/(\?|$)/,
      explanation: 'The request is not signed.',
      seen: { status: 403, sent: {} },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + PROVEN,
      says: /explicit deny[^.]*\b(?:mfa|multi-?factor)|MultiFactorAuth(?:Present|Age)|ForceMFA/i,
      explanation:
        'A policy denies it without a second factor: get temporary credentials with the device’s code (sts:GetSessionToken).',
      seen: {
        status: 403,
        sent: signedByAws('eu-west-1/ec2'),
        body: '<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>User: arn:aws:iam::123456789012:user/ada is not authorized to perform: ec2:TerminateInstances with an explicit deny: multi-factor authentication is required</Message></Error></Errors></Response>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'AccessDenied',
        'AccessDeniedException',
        'UnauthorizedOperation',
        'AccessDeniedFault',
        'UnauthorizedAccess',
        'NotAuthorized',
        'AuthorizationError',
      ],
      explanation: 'The identity is known; no policy allows this action on this resource.',
      seen: {
        status: 403,
        sent: signedByAws('us-east-1/sts'),
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is not authorized to (?:perform|access)|explicit deny/i,
      explanation:
        'A policy denies it or none allows it; the message names the action and the kind of policy.',
      seen: {
        status: 403,
        sent: signedByAws('us-east-1/sts'),
        body: '{"__type":"AccessDeniedException","Message":"User: arn:aws:iam::123456789012:user/anna is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/x because no identity-based policy allows the sts:AssumeRole action"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: [
        'TooManyRequestsException',
        'ThrottlingException',
        'LimitExceededException',
        'SlowDown',
        'Throttling',
        'RequestLimitExceeded',
      ],
      explanation: 'AWS counts requests of the account.',
      seen: {
        status: 429,
        sent: signedByAws('us-east-1/sts'),
      },
    },
  ],
});
