import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const wordpress = defineProvider({
  id: 'wordpress',
  name: 'WordPress',
  category: 'framework',
  address: 'https://blog.example.com/wp-json/wp/v2/posts',
  sends: ['x-wp-nonce'],
  paths: /\/wp-json\/wp\/v2\//,
  fields: [['link', /api\.w\.org/], ['x-wp-*']],
  body: /"code"\s*:\s*"(?:rest_|application_passwords_|jwt_auth|incorrect_password|invalid_username|invalid_email|\[jwt_auth\])|wp-includes|wp-content/,
  sources: [
    'https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/',
    'https://github.com/WordPress/WordPress/blob/master/wp-includes/rest-api.php',
    'https://github.com/usefulteam/jwt-auth/blob/master/class-auth.php',
  ],
  signs: [
    {
      cause: 'header-stripped',
      weight: STATED,
      code: ['rest_not_logged_in', 'jwt_auth_no_auth_header'],
      sent: /^authorization /,
      explanation:
        'PHP never saw Authorization: under CGI and FastCGI Apache keeps it back unless told otherwise.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['rest_not_logged_in', 'jwt_auth_no_auth_header', 'rest_forbidden_context'],
      notSent: /./,
      explanation: 'Nobody is logged in and nothing was sent.',
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      code: ['rest_cannot_access', 'rest_login_required'],
      explanation:
        'A security plugin closes the REST API to strangers before WordPress reads the credential: allow the route in the plugin, or see that Authorization arrives.',
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      code: ['rest_cookie_invalid_nonce'],
      explanation: 'The page’s nonce belongs to an earlier login or is more than a day old.',
      seen: { status: 403, sent: { Cookie: 'wordpress_logged_in_x=a' } },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /^code: application_passwords_disabled(?:_for_user)?$|Application passwords are not (?:available|enabled)/i,
      explanation:
        'Application passwords are switched off: by a security plugin, for this user, or because the site does not see itself on HTTPS.',
      seen: {
        status: 501,
        sent: { Authorization: 'Basic YW5uYTpLZXlDIGFyZDkgZmdIaQ==' },
        body: '{"code":"application_passwords_disabled","message":"Application passwords are not available.","data":{"status":501}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: [
        'incorrect_password',
        'invalid_username',
        'invalid_email',
        '[jwt_auth] incorrect_password',
        '[jwt_auth] invalid_username',
      ],
      explanation:
        'WordPress does not know user and password; REST takes an application password, not the login’s own.',
      seen: { sent: { Authorization: 'Basic YW5uYTprZXljYXJk' } },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /jwt_auth_invalid_token: .*expired|message: Expired token/i,
      explanation: 'The token’s time is over.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"code":"jwt_auth_invalid_token","message":"Expired token","data":{"status":403}}',
      },
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Signature verification failed/i,
      explanation: 'JWT_AUTH_SECRET_KEY is another than when the token was made.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"code":"jwt_auth_invalid_token","message":"Signature verification failed","data":{"status":403}}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['jwt_auth_bad_iss'],
      explanation: 'The site’s address changed, or the token is of another site.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      code: ['jwt_auth_bad_config'],
      explanation: 'JWT_AUTH_SECRET_KEY is not set in wp-config.php.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /rest_forbidden|rest_cannot_(?:view|create|edit|delete|manage)|Sorry, you are not allowed to/i,
      explanation: 'The user’s role does not allow it.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"code":"rest_cannot_create","message":"Sorry, you are not allowed to create posts as this user.","data":{"status":403}}',
      },
    },
  ],
});
