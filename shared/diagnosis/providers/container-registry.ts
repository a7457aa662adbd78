import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const containerRegistry = defineProvider({
  id: 'container-registry',
  name: 'Container registry (Docker Hub and OCI)',
  category: 'registry',
  address: 'https://registry-1.docker.io/v2/',
  paths: /^\/v2\/(?:_catalog$|.+\/(?:manifests|blobs|tags)\/)/,
  hosts: /^(auth\.docker\.io|registry-1\.docker\.io|hub\.docker\.com|.*\.azurecr\.io|.*\.pkg\.dev)$/,
  fields: [['docker-distribution-api-version']],
  keys: [
    { form: /^dckr_pat_/, kind: 'personal access token' },
    { form: /^dckr_oat_/, kind: 'organisation access token' },
  ],
  misleads: [
    {
      says: 'denied: requested access to the resource is denied',
      means: 'The repository may not exist, or belong to another name than the one logged in.',
    },
  ],
  sources: ['https://distribution.github.io/distribution/spec/auth/token/'],
  lives: { seconds: 300, ends: 'token-expired' },
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /toomanyrequests|too many failed login attempts|pull rate limit/i,
      explanation: 'Docker Hub counts pulls and failed logins per user and address; log in, or wait.',
      seen: {
        status: 429,
        sent: {},
        body: '{"errors":[{"code":"TOOMANYREQUESTS","message":"You have reached your pull rate limit."}]}',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /(?:personal access )?token (?:is|has) expired/i,
      explanation: 'The access token is over; make a new one.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"details":"personal access token is expired"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /email (?:address )?(?:must be|is not|not) verified|account is (?:disabled|suspended)/i,
      explanation: 'The account’s e-mail must be verified, or it is suspended.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"details":"email must be verified before pulling images"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /must log in with a Personal Access Token/i,
      explanation:
        'With two-factor or single sign-on the registry takes an access token in place of the password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"details":"your account must log in with a Personal Access Token (PAT)"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /incorrect username or password|unauthorized: (?:incorrect|authentication failed)|authentication failed/i,
      explanation: 'The registry does not know user and password; with two-factor login it wants a token.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"details":"incorrect username or password"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /insufficient scopes?|insufficient_scope/i,
      explanation: 'The access token may only read, or only public repositories.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"code":"UNAUTHORIZED","message":"access token has insufficient scopes"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED + HINTED,
      code: ['DENIED', 'UNAUTHORIZED'],
      path: /\/token\?.*(?:service|scope)=/,
      sent: /^authorization authorization: basic /i,
      status: [401, 403],
      explanation:
        'The token endpoint refuses a stored login that is over or withdrawn even where the image is public: log out, or log in again.',
      seen: {
        status: 403,
        url: 'https://auth.docker.io/token?service=registry.docker.io&scope=repository%3Alibrary%2Fnginx%3Apull',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"code":"DENIED","message":"denied"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['DENIED'],
      notSent: /./,
      path: /^\/v2\//,
      explanation: 'Nobody was logged in: reading may be open to all, writing is not.',
      seen: {
        status: 403,
        url: 'https://registry.example.com/v2/charts/web/blobs/uploads/',
        sent: {},
        received: { 'Docker-Distribution-Api-Version': 'registry/2.0' },
        body: '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['DENIED'],
      sent: /./,
      explanation: 'The account may not pull or push this repository, or it does not exist.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"errors":[{"code":"DENIED","message":"requested access to the resource is denied"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['UNAUTHORIZED'],
      notSent: /./,
      explanation:
        'The registry wants a token from the realm that its challenge names, for the scope that it names.',
      seen: { sent: {}, body: '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}' },
    },
  ],
});
