import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cloudflare = defineProvider({
  id: 'cloudflare',
  name: 'Cloudflare',
  hosts: /^api\.cloudflare\.com$/,
  body: /cloudflareaccess\.com|Attention Required! \| Cloudflare|cf-error-details|error code: 10\d\d/i,
  fields: [[/^cf-mitigated$/i], [/^cf-access-/i]],
  source:
    'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  signs: [
    {
      cause: 'header-malformed',
      weight: STATED,
      code: ['6003', '6111', '6103', '6102'],
      explanation: 'Cloudflare’s API cannot read the form of the key or token.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['9103', '1000', '9106', '9109', '10001'],
      explanation: 'Cloudflare’s API does not know the key, e-mail or token.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Cannot use the access token from location|error code: 100[6-9]|error 100[6-9]/i,
      explanation: 'The token or site is restricted to certain addresses or countries.',
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /error code: 1010|banned your access based on your browser/i,
      explanation: 'The site refuses the signature of this client.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /error code: 1015|you are being rate limited/i,
      explanation: 'The site’s rate limit answered.',
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      says: /error code: 10(?:20|12)|Attention Required|Just a moment|cloudflareaccess/i,
      explanation: 'Cloudflare’s firewall or Access answered, not the site.',
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: ['9104', '10000'],
      status: [403],
      explanation: 'The token has no right on this zone or account.',
    },
  ],
});

export const digitalHosts = defineProvider({
  id: 'vercel',
  name: 'Vercel',
  hosts: /\.vercel\.app$|^api\.vercel\.com$/,
  fields: [[/^server$/i, /^Vercel$/]],
  source: 'https://vercel.com/docs/deployment-protection',
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN + HINTED,
      says: /Authentication Required/i,
      status: [401],
      explanation:
        'Deployment Protection puts Vercel’s own login in front of previews; a bypass secret in x-vercel-protection-bypass leads past it.',
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /invalidToken|Not authorized: Trying to access resource/i,
      explanation: 'The token is unknown or of another team.',
    },
  ],
});

export const supabase = defineProvider({
  id: 'supabase',
  name: 'Supabase',
  hosts: /\.supabase\.(co|in|red)$/,
  fields: [[/^sb-gateway-version$/i], [/^x-sb-error-code$/i]],
  source: 'https://supabase.com/docs/guides/api/api-keys',
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /No API key found in request/i,
      sent: /^authorization /,
      explanation:
        'Supabase’s gateway reads the key from the apikey field; Authorization is for the user’s token.',
    },
    {
      cause: 'required-header-missing',
      weight: SUGGESTED,
      says: /No API key found in request/i,
      explanation: 'The apikey field belongs on every request.',
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      code: ['UNAUTHORIZED_INVALID_JWT_FORMAT'],
      explanation: 'Publishable and secret keys are no JWTs and belong into apikey alone.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key/i,
      explanation: 'The key is of another project or was replaced.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['PGRST301', 'PGRST303'],
      says: /JWT expired/i,
      explanation: 'The user’s session token is over.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /unable to find matching key|JWSError|invalid signature|UNAUTHORIZED_ASYMMETRIC/i,
      explanation: 'The project’s signing keys and the token’s do not fit.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /row-level security|42501/i,
      explanation: 'No policy of the table allows it.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['email_not_confirmed', 'user_banned'],
      explanation: 'The account has to be confirmed first.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['invalid_credentials'],
      explanation: 'Supabase does not know e-mail and password.',
    },
  ],
});
