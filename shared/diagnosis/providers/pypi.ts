import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pypi = defineProvider({
  id: 'pypi',
  name: 'PyPI',
  category: 'registry',
  address: 'https://upload.pypi.org/legacy/',
  hosts: /(^|\.)pypi\.org$|^files\.pythonhosted\.org$/,
  testHosts: /^(upload\.)?test\.pypi\.org$/,
  // A macaroon that names the service it is for.
  keys: [
    {
      form: /^pypi-AgEIcHlwaS5vcmc/,
      kind: 'API token of PyPI',
      environment: 'live',
      goes: ['authorization basic'],
    },
    {
      form: /^pypi-AgENdGVzdC5weXBpLm9yZ/,
      kind: 'API token of TestPyPI',
      environment: 'test',
      goes: ['authorization basic'],
    },
    { form: /^pypi-/, kind: 'API token', goes: ['authorization basic'] },
  ],
  misleads: [
    {
      says: 'Invalid or non-existent authentication information',
      means: 'Said of a token of TestPyPI at PyPI, too: they are two services.',
    },
  ],
  sources: [
    'https://github.com/opencv/opencv-python/issues/1154',
    'https://github.com/pypa/setuptools/issues/941',
    'https://github.com/pypi/warehouse/blob/653735ceec1e90447221fd5f44a90402e7a8c513/warehouse/macaroons/security_policy.py',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Username\/Password authentication is no longer supported/i,
      explanation: 'PyPI takes an API token as the password of the user __token__, or a trusted publisher.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<html><head><title>403 Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead.</title></head><body><h1>403</h1>Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead.</body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /^code: invalid-(?:publisher|pending-publisher)$|no corresponding publisher/i,
      explanation:
        'The workflow’s token is good; owner, repository, file name or environment in the project’s trusted publisher differ from the token’s claims.',
      seen: {
        status: 422,
        url: 'https://pypi.org/_/oidc/mint-token',
        sent: {},
        posted: '{"token":"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmFjbWUvYXBwIn0.c2ln"}',
        body: '{"message":"Token request failed","errors":[{"code":"invalid-publisher","description":"valid token, but no corresponding publisher (Publisher with matching claims was not found)"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid or non-existent authentication information/i,
      explanation:
        'PyPI does not know the token: the user must be __token__, the token whole with pypi- before it, and of this service, not of TestPyPI.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic X190b2tlbl9fOnB5cGktQWc=' },
        body: '<html><head><title>403 Invalid or non-existent authentication information.</title></head><body>Invalid or non-existent authentication information. See https://pypi.org/help/#invalid-auth for more information.</body></html>',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + HINTED,
      says: /Invalid API Token: (?:project|user|permissions|InvalidToken)|project-scoped token is not valid for project/i,
      explanation: 'The token was made for another project, or the user may not upload to this one.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic X190b2tlbl9fOnB5cGktQWc=' },
        body: '<html><head><title>403 Invalid API Token: project-scoped token is not valid for project: example</title></head><body>Invalid API Token: project-scoped token is not valid for project: example</body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /user '[^']+' isn't allowed to upload/i,
      explanation: 'The name of the project is taken and the user is no maintainer of it.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic X190b2tlbl9fOnB5cGktQWc=' },
        body: "<html><head><title>403 The user 'kim' isn't allowed to upload to project 'requests'.</title></head><body>The user 'kim' isn't allowed to upload to project 'requests'.</body></html>",
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /(?:does not have|without) a (?:primary|verified) (?:primary )?email|account is (?:disabled|frozen)/i,
      explanation: 'The account must verify its e-mail address.',
      seen: {
        status: 400,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: "User 'kim' does not have a verified primary email address.",
      },
    },
  ],
});
