import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const gitlab = defineProvider({
  id: 'gitlab',
  name: 'GitLab',
  category: 'code-host',
  address: 'https://gitlab.com/api/v4/projects',
  sends: ['private-token', 'job-token', 'deploy-token'],
  paths: /^\/api\/v4\/(?:projects|groups|runners|job|merge_requests)(?:\/|$)/,
  hosts: /(^|\.)gitlab\./,
  fields: [['x-gitlab-meta']],
  keys: [
    {
      form: /^glpat-/,
      kind: 'personal access token',
      goes: [
        'field private-token',
        'authorization bearer',
        'query private_token',
        'query access_token',
        'authorization basic',
      ],
    },
    {
      form: /^glcbt-/,
      kind: 'job token',
      goes: ['field job-token', 'query job_token', 'authorization basic'],
    },
    { form: /^gldt-/, kind: 'deploy token' },
    { form: /^glrt-/, kind: 'token of a runner', spare: true },
    { form: /^glft-/, kind: 'feed token', spare: true },
    { form: /^glimt-/, kind: 'token for incoming mail', spare: true },
    { form: /^glagent-/, kind: 'token of a cluster agent', spare: true },
    { form: /^gloas-/, kind: 'secret of an OAuth application', spare: true },
    { form: /^glptt-/, kind: 'pipeline trigger token' },
  ],
  misleads: [
    {
      says: '404 Project Not Found',
      means:
        'GitLab hides private projects from requests whose token may not see them, and from those without.',
    },
    {
      says: 'HTTP Basic: Access denied',
      means: 'Said, too, of a good password when two-factor login is on.',
    },
  ],
  sources: [
    'https://docs.gitlab.com/api/rest/authentication/',
    'https://docs.gitlab.com/user/project/deploy_tokens/',
  ],
  doors: [
    'authorization bearer',
    'authorization basic',
    'field private-token',
    'field job-token',
    'field deploy-token',
    'query private_token',
    'query access_token',
    'query job_token',
  ],
  lives: { seconds: 604_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      status: [401],
      sent: /^field private-token: [0-9a-f]{64}$/,
      explanation:
        'So a token of an OAuth login looks; it goes behind Authorization: Bearer, and PRIVATE-TOKEN takes the ones that people make.',
      seen: {
        sent: { 'PRIVATE-TOKEN': '4be07c19d3f85a2610b94e7dc82f05a6913bd4708e5fa2c61d97b30e84f52ca0' },
        body: '{"message":"401 Unauthorized"}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      status: [401, 403, 404],
      sent: /^(?!cookie)\S+ [\w-]+: (?:bearer )?gldt-/i,
      path: /^\/api\/v4\/(?!.*\/packages\/|packages\/|.*\/-\/packages)/,
      explanation:
        'A deploy token clones and reads registries. Of the REST API it opens the package endpoints only; everything else takes a personal, project or group access token.',
      seen: {
        url: 'https://gitlab.com/api/v4/projects/12/issues',
        sent: { 'PRIVATE-TOKEN': 'gldt-Zx81kQp07vRr3kLm2TnB' },
        body: '{"message":"401 Unauthorized"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /HTTP Basic: Access denied|You provided an invalid or expired token|401 Unauthorized - invalid credentials/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'User, password or token do not fit: with two-factor login, and for accounts of an outer login, only a token with read_repository or write_repository works.',
      seen: {
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: 'HTTP Basic: Access denied. The provided password or token is incorrect or your account has 2FA enabled and you must use a personal access token instead of a password.',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      status: [401],
      sent: /^(?:field (?:private|deploy)-token|authorization authorization|query (?:private|access)_token): (?:bearer )?gldt-/i,
      path: /\/api\/v4\/(?!.*\/packages\/)/,
      explanation:
        'A deploy token opens repositories, the container registry and packages; the rest of the API wants a personal, project or group access token.',
      seen: {
        url: 'https://gitlab.com/api/v4/projects/12/merge_requests',
        sent: { 'PRIVATE-TOKEN': 'gldt-Zx81kQp07vTnE4sWc2Rb' },
        body: '{"message":"401 Unauthorized"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You are not allowed to (?:push|download|upload|access)|project you were looking for could not be found or you don['’]t have permission|403 Forbidden - (?:Deploy tokens|Your access)/i,
      explanation:
        'The user’s role in the project is too low, or the branch is protected; a job’s token must be allowed by the other project.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: 'You are not allowed to push code to this project.',
      },
    },
    {
      cause: 'sender-constraint-failed',
      weight: PROVEN,
      code: ['dpop_error'],
      explanation:
        'The user demands proof of possession with every personal token; glab auth dpop-gen makes one.',
      seen: '{"error":"dpop_error","error_description":"DPoP validation error: Malformed JWT"}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /authentication by CI\/CD job token not allowed from .* to |job token scope/i,
      explanation: 'The other project must list this one under CI/CD, Job token permissions.',
      seen: {
        status: 403,
        sent: { 'JOB-TOKEN': 'glcbt-64_abc' },
        body: '{"message":"403 Forbidden - Authentication by CI/CD job token not allowed from acme/app to acme/lib."}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /Client authentication failed due to unknown client/i,
      path: /oauth\/token/,
      explanation: 'Application id or secret are wrong, or the application is not marked confidential.',
      seen: {
        status: 401,
        url: 'https://gitlab.com/oauth/token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_client","error_description":"Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /provided authorization grant is invalid, expired, revoked/i,
      path: /oauth\/token/,
      explanation:
        'A code is good once and for ten minutes; each use of a refresh token ends the one before.',
      seen: {
        status: 400,
        url: 'https://gitlab.com/oauth/token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_grant","error_description":"The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^field job-token: (?:glpat-|[A-Za-z0-9_-]{20}$)/,
      status: [401],
      explanation:
        'Job-Token takes the token of a running job; a personal access token goes into Private-Token.',
      seen: { sent: { 'Job-Token': 'glpat-Zx81kQp07vTnE4sWc2Rb' }, body: '{"message":"401 Unauthorized"}' },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^field private-token: (?:glcbt-|\d+_)/,
      status: [401],
      explanation: 'A job’s token goes into Job-Token.',
      seen: {
        sent: { 'Private-Token': 'glcbt-64_Zx81kQp07vTnE4sWc2Rb' },
        body: '{"message":"401 Unauthorized"}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /Token was revoked/i,
      explanation: 'Somebody withdrew the token.',
      seen: '{"error":"invalid_token","error_description":"Token was revoked. You have to re-authorize from the user."}',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Token is expired/i,
      explanation: 'GitLab’s tokens end after a year at most: rotate it.',
      seen: '{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['insufficient_scope'],
      explanation:
        'The token lacks api, read_api or another scope, which the answer names: make a new token with it; scopes cannot be added later.',
      seen: {
        status: 403,
        body: '{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"api"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account (?:has been|is) (?:blocked|deactivated|pending)|must accept the Terms|Your password expired|primary email address is not confirmed/i,
      explanation: 'The account behind the token is blocked or must do something first.',
      seen: { status: 403, body: '{"message":"403 Forbidden - Your account has been blocked."}' },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /(?<!or your account has )2FA enabled|(?<!due to )two-factor/i,
      explanation: 'With two-factor login only a token works.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"error":"invalid_grant","message":"You have 2FA enabled; use a personal access token"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      says: /IP (?:address )?(?:is )?(?:not allowed|restricted)/i,
      explanation: 'The group takes requests from listed networks only.',
      seen: { status: 403, body: '{"message":"403 Forbidden - IP address not allowed"}' },
    },
  ],
});
