import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const flaskJwtExtended = defineProvider({
  id: 'flask-jwt-extended',
  name: 'Flask-JWT-Extended',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  body: /"msg"\s*:\s*"(?:User claims verification|Missing (?:Authorization Header|JWT in|CSRF token|cookie|["'][^"]*["'] (?:query|type|claim))|Bad Authorization header|Missing '?\w+'? type in|Token has (?:expired|been revoked)|Not enough segments|Signature verification failed|Only (?:non-)?(?:refresh|access)|CSRF double submit|Fresh token required|Invalid (?:header|payload|crypto)|Subject must be a string|Expected token of type)|"msg"\s*:\s*"Missing 'Bearer'/,
  misleads: [
    {
      says: '422 Unprocessable Entity',
      means: 'The extension’s status for a token that cannot be read or whose signature is wrong.',
    },
  ],
  sources: [
    'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/default_callbacks.py',
    'https://flask-jwt-extended.readthedocs.io/en/stable/',
  ],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /User claims verification failed/i,
      status: [400, 401],
      explanation: 'The application’s own check of the claims refuses the token.',
      seen: { status: 400, body: '{"msg":"User claims verification failed"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Missing Authorization Header|Missing JWT in (?:headers|cookies)|Missing cookie/i,
      notSent: /./,
      explanation: 'No token where the extension looks.',
      seen: { status: 401, sent: {}, body: '{"msg":"Missing Authorization Header"}' },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      says: /Bad Authorization header\. Expected|Missing '?\w+'? type in '?Authorization/i,
      explanation: 'The field must read Bearer, one space and the token.',
      seen: {
        status: 401,
        sent: { Authorization: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        body: "{\"msg\":\"Missing 'Bearer' type in 'Authorization' header. Expected 'Authorization: Bearer <JWT>'\"}",
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /msg: Token has expired/i,
      explanation: 'Access tokens last fifteen minutes unless set otherwise.',
      seen: '{"msg":"Token has expired"}',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /msg: Token has been revoked/i,
      explanation: 'The token is on the application’s blocklist.',
      seen: '{"msg":"Token has been revoked"}',
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /Only (?:non-)?(?:refresh|access) tokens are allowed|Wrong token type/i,
      explanation:
        'The view takes the other kind: refresh tokens at the refresh view, access tokens everywhere else.',
      seen: {
        status: 422,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"msg":"Only non-refresh tokens are allowed"}',
      },
    },
    {
      cause: 'mfa-required',
      weight: SUGGESTED,
      says: /Fresh token required/i,
      explanation: 'The view wants a token from a login, not from a refresh.',
      seen: '{"msg":"Fresh token required"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Signature verification failed|The specified alg value is not allowed/i,
      explanation: 'The token is signed with another JWT_SECRET_KEY.',
      seen: { status: 422, body: '{"msg":"Signature verification failed"}' },
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      says: /Not enough segments|Invalid (?:header|payload) (?:padding|string)|Subject must be a string|Invalid crypto padding/i,
      explanation: 'The text does not decode as a JWT; since PyJWT 2.10 sub must be a text, not a number.',
      seen: { status: 422, body: '{"msg":"Not enough segments"}' },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /Missing CSRF token|CSRF double submit tokens do not match/i,
      explanation:
        'With tokens in cookies each change needs X-CSRF-TOKEN with the value of csrf_access_token.',
      seen: {
        status: 401,
        sent: { Cookie: 'access_token_cookie=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        body: '{"msg":"Missing CSRF token"}',
      },
    },
  ],
});
