import { HINTED, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const artifactory = defineProvider({
  id: 'artifactory',
  name: 'JFrog Artifactory',
  category: 'registry',
  address: 'https://example.jfrog.io/artifactory/api/repositories',
  sends: ['x-jfrog-art-api'],
  paths: /^\/artifactory\//,
  hosts: /\.jfrog\.io$/,
  fields: [['x-jfrog-version'], ['x-artifactory-id'], ['server', /^Artifactory/i]],
  challenge: /artifactory/i,
  keys: [
    { form: /^AKCp/, kind: 'API key', goes: ['field x-jfrog-art-api', 'authorization basic'] },
    {
      form: /^cmVmdGtu/,
      kind: 'reference token',
      goes: ['authorization bearer', 'field x-jfrog-art-api', 'authorization basic'],
    },
  ],
  sources: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens'],
  doors: ['authorization basic', 'authorization bearer', 'field x-jfrog-art-api'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: STATED + HINTED,
      status: [401],
      path: /^\/access\/api\//,
      sent: /^basic authorization: [^:]*:(?:eyJ|cmVmdGtu)/,
      explanation:
        'The platform’s access service reads a token as Authorization: Bearer; as the password of Basic only the repositories take one.',
      seen: {
        url: 'https://example.jfrog.io/access/api/v1/projects',
        sent: { Authorization: 'Basic YWRtaW46ZXlKaGJHY2lPaUpTVXpJMU5pSjkuZTMwLmMybG4=' },
        body: '{"errors":[{"code":"UNAUTHORIZED","detail":"Unauthorized","message":"HTTP 401 Unauthorized"}]}',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Token failed verification: expired/i,
      explanation: 'Artifactory’s access token is over.',
      seen: {
        sent: { Authorization: 'Bearer eyJ' },
        body: '{"errors":[{"status":401,"message":"Token failed verification: expired"}]}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /Token failed verification: (?:parse|signature)/i,
      explanation:
        'Artifactory cannot verify the token, as after a reinstallation or with a token of another platform.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"errors":[{"status":401,"message":"Token failed verification: signature"}]}',
      },
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Token failed verification: revoked/i,
      explanation: 'The token was withdrawn.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"errors":[{"status":401,"message":"Token failed verification: revoked"}]}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: TOLD,
      says: /not in token scope|aud(?:ience)? .*(?:not match|invalid)|audience is not this server/i,
      explanation: 'The token was made for another service of the platform.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"errors":[{"status":401,"message":"Token audience is not this server"}]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /locked due to|temporarily locked|user is locked|blocked due to recurrent login failures/i,
      explanation: 'The user is locked after failed logins.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"status":401,"message":"This request is blocked due to recurrent login failures, please try again in 10 seconds"}]}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /API key(?:s)? (?:is|are|has been|have been)? ?(?:deprecated|disabled|no longer)/i,
      explanation: 'JFrog switched API keys off; use an identity or access token.',
      seen: {
        sent: { 'X-JFrog-Art-Api': 'AKCpabc' },
        body: '{"errors":[{"status":401,"message":"API Keys are disabled"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^message: (?:Bad [Cc]redentials|Bad props auth token|Props Authentication Token not found)/,
      explanation: 'Artifactory does not know user and password, or the API key is of an older kind.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"status":401,"message":"Bad credentials"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /not permitted to (?:deploy|read)|Forbidden for (?:user|path)|do not have permission/i,
      explanation: 'The user’s permission targets do not cover the repository or path.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"status":403,"message":"Not permitted to deploy \'x.jar\' on \'libs\'."}]}',
      },
    },
  ],
});
