import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const logto = defineProvider({
  id: 'logto',
  name: 'Logto',
  category: 'identity',
  address: 'https://acme.logto.app/api/users',
  hosts: /\.logto\.app$/,
  body: /"code"\s*:\s*"(?:auth\.(?:authorization_|unauthorized|forbidden|jwt_sub|expected_role|require_re)|session\.\w|verification_record\.\w|oidc\.\w)/,
  sources: [
    'https://github.com/logto-io/logto/blob/master/packages/core/src/middleware/koa-auth/index.ts',
    'https://github.com/logto-io/logto/blob/master/packages/phrases/src/locales/en/errors/auth.ts',
  ],
  misleads: [
    {
      says: 'Unauthorized. Please check credentials and its scope.',
      means:
        'The token did not verify: issuer, audience, signature or time, which data names, and no scope was looked at.',
    },
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['auth.authorization_header_missing'],
      notSent: /^authorization /,
      explanation: 'Authorization: Bearer with a token for the Management API did not come.',
      seen: {
        sent: {},
        body: '{"message":"Authorization header is missing.","code":"auth.authorization_header_missing"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      code: ['auth.authorization_token_type_not_supported'],
      explanation: 'Logto reads Bearer alone.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"message":"Authorization type is not supported.","code":"auth.authorization_token_type_not_supported"}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /unexpected "aud" claim value/i,
      explanation:
        'The token was asked for without resource, or for another API resource: name the indicator of this one when asking for a token.',
      seen: '{"message":"Unauthorized. Please check credentials and its scope.","code":"auth.unauthorized","data":{"code":"ERR_JWT_CLAIM_VALIDATION_FAILED","claim":"aud","reason":"check_failed","message":"unexpected \\"aud\\" claim value"}}',
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['auth.unauthorized'],
      explanation: 'The token did not verify; which of its claims did not is in data.',
      seen: '{"message":"Unauthorized. Please check credentials and its scope.","code":"auth.unauthorized"}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['auth.forbidden'],
      explanation:
        'The Management API wants the scope all: give the machine-to-machine application a role that has it, and ask for it.',
      seen: {
        status: 403,
        body: '{"message":"Forbidden. Please check your user roles and permissions.","code":"auth.forbidden"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['auth.expected_role_not_found'],
      explanation: 'The user lacks the role that this interface asks for.',
      seen: {
        status: 403,
        body: '{"message":"Expected role not found. Please check your user roles and permissions.","code":"auth.expected_role_not_found"}',
      },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      code: ['auth.require_re_authentication'],
      explanation: 'The user must sign in anew before this may be done.',
      seen: '{"message":"Re-authentication is required to perform a protected action.","code":"auth.require_re_authentication"}',
    },
  ],
});
