import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const strapi = defineProvider({
  id: 'strapi',
  name: 'Strapi',
  category: 'data',
  address: 'https://acme.strapiapp.com/api/articles',
  hosts: /(^|\.)strapiapp\.com$/,
  fields: [['x-powered-by', /^Strapi\b/i]],
  body: /\{"data":null,"error":\{"status":4\d\d,"name":"(?:UnauthorizedError|ForbiddenError|ValidationError|ApplicationError|PolicyError)"/,
  sources: [
    'https://docs.strapi.io/cms/features/api-tokens',
    'https://github.com/strapi/strapi/blob/develop/packages/core/utils/src/errors.ts',
  ],
  misleads: [
    {
      says: '403 Forbidden without a token',
      means: 'The Public role may not do this: Strapi answers guests with 403, not 401.',
    },
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [403],
      says: /ForbiddenError/,
      notSent: /./,
      explanation:
        'Without a token the Public role is asked, and it may not do this: send one, or open the action to it.',
      seen: {
        status: 403,
        sent: {},
        body: '{"data":null,"error":{"status":403,"name":"ForbiddenError","message":"Forbidden","details":{}}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /ForbiddenError|PolicyError/,
      sent: /^authorization/,
      explanation: 'The token is known; its type or role does not allow this action on this content type.',
      seen: {
        status: 403,
        body: '{"data":null,"error":{"status":403,"name":"ForbiddenError","message":"Forbidden","details":{}}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      status: [401],
      says: /Missing or invalid credentials|Invalid token/i,
      sent: /^authorization/,
      explanation:
        'Strapi does not know the token: it is over or was made anew, API_TOKEN_SALT or the JWT secret was changed, or it is one of the administration, which the content API does not take.',
      seen: '{"data":null,"error":{"status":401,"name":"UnauthorizedError","message":"Missing or invalid credentials","details":{}}}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid identifier or password/i,
      explanation: 'No user has this name or address with this password.',
      seen: {
        status: 400,
        url: 'https://cms.example.com/api/auth/local',
        posted: '{"identifier":"kim@example.com","password":"word-of-kim"}',
        body: '{"data":null,"error":{"status":400,"name":"ValidationError","message":"Invalid identifier or password","details":{}}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /account email is not confirmed|account has been blocked by an administrator/i,
      explanation: 'The user is blocked, or has not confirmed the mail address.',
      seen: {
        status: 400,
        url: 'https://cms.example.com/api/auth/local',
        posted: '{"identifier":"kim@example.com","password":"word-of-kim"}',
        body: '{"data":null,"error":{"status":400,"name":"ApplicationError","message":"Your account email is not confirmed","details":{}}}',
      },
    },
  ],
});
