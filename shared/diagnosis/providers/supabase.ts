import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const supabase = defineProvider({
  id: 'supabase',
  name: 'Supabase',
  category: 'identity',
  address: 'https://abcdefghijklmnop.supabase.co/rest/v1/items',
  hosts: /\.supabase\.(co|in|red)$/,
  fields: [['sb-gateway-version'], ['x-sb-error-code']],
  keys: [
    { form: /^sb_publishable_/, kind: 'publishable key' },
    { form: /^sb_secret_/, kind: 'secret key' },
  ],
  sources: ['https://supabase.com/docs/guides/api/api-keys'],
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
