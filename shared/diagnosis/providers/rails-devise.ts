import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const railsDevise = defineProvider({
  id: 'rails-devise',
  name: 'Rails with Devise',
  category: 'framework',
  address: 'https://app.example.com/api/items',
  fields: [
    ['set-cookie', /^_[\w-]+_session=/],
    ['x-runtime', /^\d+\.\d+$/],
  ],
  body: /You need to sign in or sign up before continuing|Invalid (?:Email|Login|Authentication) ?(?:or password|[Tt]oken)|HTTP (?:Token|Basic): Access denied|ActionController::InvalidAuthenticityToken|Your session expired\. Please sign in again/,
  sources: [
    'https://github.com/heartcombo/devise/blob/main/config/locales/en.yml',
    'https://github.com/rails/rails/blob/main/actionpack/lib/action_controller/metal/http_authentication.rb',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You need to sign in or sign up before continuing/i,
      notSent: /./,
      explanation: 'Devise saw neither session nor token.',
      seen: { status: 401, sent: {}, body: '{"error":"You need to sign in or sign up before continuing."}' },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /Your session expired\. Please sign in again/i,
      explanation: 'The session’s time is over.',
      seen: {
        status: 401,
        sent: { Cookie: '_app_session=a1b2' },
        body: '{"error":"Your session expired. Please sign in again to continue."}',
      },
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      says: /You need to sign in or sign up before continuing/i,
      sent: /^cookie \S*session/i,
      explanation: 'Devise does not find the session of the cookie.',
      seen: {
        status: 401,
        sent: { Cookie: '_app_session=a1b2' },
        body: '{"error":"You need to sign in or sign up before continuing."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid (?:Email|Login|\w+) or password|HTTP Basic: Access denied|HTTP Token: Access denied|Invalid authentication token/i,
      explanation: 'Rails compared the login or token and they differ.',
      seen: { status: 401, body: 'HTTP Token: Access denied.' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Your account is locked|You have to confirm your email address|Your account is not activated yet|last attempt before your account is locked/i,
      explanation: 'The account is locked or its address not confirmed.',
      seen: {
        status: 401,
        sent: { Cookie: '_app_session=a1b2' },
        received: { 'X-Runtime': '0.012345' },
        body: '{"error":"You have to confirm your email address before continuing."}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /InvalidAuthenticityToken|Can't verify CSRF token authenticity/i,
      explanation:
        'Rails wants X-CSRF-Token for every change of a session; API controllers inherit from ActionController::API to do without.',
      seen: {
        status: 422,
        sent: { Cookie: '_app_session=a1b2' },
        body: 'ActionController::InvalidAuthenticityToken',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Signature has expired/i,
      explanation: 'The token’s exp has passed (the words of ruby-jwt).',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: { 'X-Runtime': '0.012345' },
        body: '{"error":"Signature has expired"}',
      },
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /revoked token/i,
      explanation: 'devise-jwt does not find the token’s jti any more: logged out.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: { 'X-Runtime': '0.012345' },
        body: '{"error":"revoked token"}',
      },
    },
  ],
});
