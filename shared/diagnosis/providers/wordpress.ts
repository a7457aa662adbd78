import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const wordpress = defineProvider({
  id: 'wordpress',
  name: 'WordPress',
  category: 'framework',
  address: 'https://blog.example.com/wp-json/wp/v2/posts',
  fields: [['link', /api\.w\.org/], ['x-wp-*']],
  body: /"code"\s*:\s*"(?:rest_|jwt_auth|incorrect_password|invalid_username|invalid_email|\[jwt_auth\])|wp-includes|wp-content/,

  sources: ['https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/'],
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
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['incorrect_password', 'invalid_username', 'invalid_email', '[jwt_auth] incorrect_password'],
      seen: { sent: { Authorization: 'Basic YW5uYTprZXljYXJk' } },
      explanation:
        'WordPress does not know user and password; with two-factor login and for REST it wants an application password.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /jwt_auth_invalid_token: .*expired|Expired token/i,
      explanation: 'The token’s time is over.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /rest_forbidden|rest_cannot_(?:view|create|edit|delete)|woocommerce_rest_cannot/i,
      explanation: 'The user’s role does not allow it.',
    },
  ],
});
