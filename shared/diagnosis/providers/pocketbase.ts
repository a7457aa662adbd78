import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pocketbase = defineProvider({
  id: 'pocketbase',
  name: 'PocketBase',
  category: 'data',
  address: 'https://acme.pockethost.io/api/collections/notes/records',
  paths: /^\/api\/(?:collections|admins)\/\w+\/(?:records|auth-)/,
  hosts: /(^|\.)pockethost\.io$/,
  body: /valid (?:record|admin|superuser)[a-z\s/]* authorization token|"message":"Failed to authenticate\."|Only (?:superusers|admins) can perform this action|authorized record (?:model )?is not allowed/,
  sources: [
    'https://pocketbase.io/docs/authentication/',
    'https://github.com/pocketbase/pocketbase/blob/master/apis/middlewares.go',
  ],
  misleads: [
    {
      says: '404 or an empty list',
      means: 'The collection’s rule refuses this record: PocketBase hides what may not be seen.',
    },
  ],
  doors: ['authorization', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /valid (?:record|admin|superuser)[a-z\s/]* authorization token/i,
      notSent: /^authorization/,
      explanation: 'The route is for those who are logged in; the token goes into Authorization.',
      seen: {
        sent: {},
        body: '{"data":{},"message":"The request requires valid record authorization token.","status":401}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /valid (?:record|admin|superuser)[a-z\s/]* authorization token/i,
      sent: /^authorization/,
      explanation:
        'PocketBase takes a token that it does not accept for none: it is over, of another instance, or ended by a changed password.',
      seen: '{"data":{},"message":"The request requires valid record authorization token.","status":401}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Failed to authenticate/i,
      path: /auth-with-(?:password|otp|oauth2)/,
      explanation:
        'No record of this collection has the login with this password. Superusers are a collection of their own.',
      seen: {
        status: 400,
        url: 'https://pb.example.com/api/collections/users/auth-with-password',
        posted: '{"identity":"kim@example.com","password":"word-of-kim"}',
        body: '{"data":{},"message":"Failed to authenticate.","status":400}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Only (?:superusers|admins) can perform this action|authorized record (?:model )?is not allowed to perform/i,
      explanation:
        'The collection’s rule is locked for everybody but superusers, or does not hold for this record.',
      seen: {
        status: 403,
        body: '{"data":{},"message":"Only superusers can perform this action.","status":403}',
      },
    },
  ],
});
