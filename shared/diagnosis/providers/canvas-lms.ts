import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Bearer 1234~Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };

export const canvasLms = defineProvider({
  id: 'canvas-lms',
  name: 'Canvas',
  category: 'productivity',
  address: 'https://school.instructure.com/api/v1/courses',
  hosts: /\.instructure\.com$/,
  challenge: /canvas-lms/i,
  fields: [['x-canvas-meta']],
  keys: [
    { form: /^\d+~\w{20,}$/, kind: 'access token', goes: ['authorization bearer', 'query access_token'] },
  ],
  sources: [
    'https://canvas.instructure.com/doc/api/file.oauth.html',
    'https://github.com/instructure/canvas-lms/blob/master/lib/authentication_methods.rb',
  ],
  doors: ['authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^message: Expired access token/i,
      explanation: 'The token was made with an end, or is an hour’s OAuth token: renew it.',
      seen: { sent: token, body: '{"errors":[{"message":"Expired access token."}]}' },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /^message: Revoked access token/i,
      explanation:
        'The token was deleted in the user’s settings, or the developer key behind it switched off.',
      seen: { sent: token, body: '{"errors":[{"message":"Revoked access token."}]}' },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Insufficient scopes on access token/i,
      explanation:
        'The developer key enforces scopes and the token was granted without the one of this address.',
      seen: { sent: token, body: '{"errors":[{"message":"Insufficient scopes on access token."}]}' },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^message: Invalid access token/i,
      explanation: 'Canvas does not know the token: each school’s Canvas, and beta and test, have their own.',
      seen: {
        sent: token,
        received: { 'WWW-Authenticate': 'Bearer realm="canvas-lms"' },
        body: '{"errors":[{"message":"Invalid access token."}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /user not authori[sz]ed to perform that action/i,
      explanation: 'Canvas says 401 also where the login is right and the role in this course is not enough.',
      seen: {
        sent: token,
        body: '{"status":"unauthorized","errors":[{"message":"user not authorized to perform that action"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /user authorization required/i,
      notSent: /^(?!cookie)/,
      explanation: 'Canvas saw no access token.',
      seen: {
        sent: {},
        body: '{"status":"unauthenticated","errors":[{"message":"user authorization required"}]}',
      },
    },
  ],
});
