import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fastapi = defineProvider({
  id: 'fastapi',
  name: 'FastAPI',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['server', /^uvicorn|^hypercorn/i]],
  body: /^\s*\{"detail":\s*"(?:Not authenticated|Invalid authentication credentials|Could not validate credentials|Incorrect (?:username|email) or password|Inactive user|Not enough permissions|Signature has expired)"\}/,
  sources: [
    'https://fastapi.tiangolo.com/tutorial/security/oauth2-jwt/',
    'https://github.com/fastapi/fastapi/blob/master/fastapi/security/http.py',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /detail: Not authenticated/i,
      notSent: /^authorization /,
      explanation:
        'FastAPI’s security dependency found no Authorization; with HTTPBearer that was 403 until release 0.122.',
      seen: { status: 403, sent: {}, body: '{"detail":"Not authenticated"}' },
    },
    {
      cause: 'header-stripped',
      weight: TOLD,
      says: /detail: Not authenticated/i,
      sent: /^authorization authorization: (?:basic|bearer) /i,
      explanation:
        'FastAPI says this where Authorization is absent or of another scheme: a proxy in front may have checked the field itself and kept it.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic' },
        body: '{"detail":"Not authenticated"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      says: /detail: Not authenticated/i,
      sent: /^authorization authorization: (?!(?:bearer|basic) )\S+ /i,
      explanation: 'The dependency wants Bearer; another scheme counts as nothing.',
      seen: {
        status: 401,
        sent: { Authorization: 'Token Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"detail":"Not authenticated"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /detail: Invalid authentication credentials/i,
      sent: /^authorization authorization: (?!bearer )\S+ /i,
      explanation: 'HTTPBearer found another scheme than Bearer.',
      seen: {
        status: 403,
        sent: { Authorization: 'Token Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"detail":"Invalid authentication credentials"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /Could not validate credentials/i,
      explanation:
        'The usual answer of FastAPI’s tutorial to a token that does not decode: expired, wrongly signed, or without sub; it does not tell which.',
      seen: '{"detail":"Could not validate credentials"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Incorrect (?:username|email) or password/i,
      explanation: 'User or password is wrong.',
      seen: {
        status: 401,
        posted: 'username=anna&password=keycard',
        sent: {},
        body: '{"detail":"Incorrect username or password"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /detail: Inactive user/i,
      explanation: 'The account is switched off.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"detail":"Inactive user"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Signature has expired/i,
      explanation: 'PyJWT’s words for a token whose exp has passed.',
      seen: '{"detail":"Signature has expired"}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /detail: Not enough permissions/i,
      explanation: 'The token lacks one of the scopes of the dependency.',
      seen: '{"detail":"Not enough permissions"}',
    },
  ],
});
