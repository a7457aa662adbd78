import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const quay = defineProvider({
  id: 'quay',
  name: 'Quay',
  category: 'registry',
  address: 'https://quay.io/api/v1/user/',
  hosts: /^quay\.io$|(^|\.)quay\./,
  challenge: /quay/i,
  sources: ['https://github.com/quay/quay/blob/a3eb1cee06803e2b570e2d137c4f36f8631ce2d3/auth/credentials.py'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /access to the requested resource is not authorized/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The account or robot has no read or write right in this repository, or the token was asked for another scope.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln' },
        body: '{"errors":[{"code":"UNAUTHORIZED","detail":{},"message":"access to the requested resource is not authorized"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Could not find robot|Invalid (?:Username or Password|robot|bearer token)|password was invalid/i,
      explanation: 'Quay does not know the pair; a robot’s name holds its organisation and a plus.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":"Invalid Username or Password","message":"Invalid Username or Password"}',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /OAuth access token could not be validated|bearer token format|Invalid bearer token format/i,
      explanation: 'What stands behind Bearer is no token of Quay.',
      seen: '{"error":"Invalid bearer token format","message":"Invalid bearer token format"}',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /basic auth(?:entication)? .*(?:disabled|not supported)|must use (?:an )?(?:encrypted|application) (?:password|token)/i,
      explanation: 'The server takes encrypted or application-specific passwords only.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"This server must use an encrypted password."}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /CSRF token was invalid or missing/i,
      explanation: 'The request came with a session cookie; send an OAuth token in its place.',
      seen: { status: 403, body: '{"message":"CSRF token was invalid or missing."}' },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['insufficient_scope'],
      says: /insufficient_scope/i,
      explanation: 'The OAuth token lacks the scope, or the user the role.',
      seen: {
        status: 403,
        body: '{"error_type":"insufficient_scope","title":"insufficient_scope","detail":"Unauthorized"}',
      },
    },
  ],
});
