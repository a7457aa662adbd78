import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const phoenixGuardian = defineProvider({
  id: 'phoenix-guardian',
  name: 'Phoenix with Guardian',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['set-cookie', /^_\w+_key=/]],
  body: /^\s*(?:\{"(?:error|message)"\s*:\s*")?(?:already_authenticated|no_resource_found)"?\}?\s*$/,
  sources: ['https://github.com/ueberauth/guardian/blob/master/lib/guardian/plug/verify_header.ex'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /\bunauthenticated\b/i,
      notSent: /./,
      explanation: 'EnsureAuthenticated found no token in the pipeline.',
      seen: {
        status: 401,
        sent: {},
        received: { 'Set-Cookie': '_shop_key=SFMyNTY; path=/; HttpOnly' },
        body: '{"error":"unauthenticated"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /\binvalid_token\b/i,
      explanation: 'VerifyHeader could not verify the token: secret, issuer, type or time.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        received: { 'Set-Cookie': '_shop_key=SFMyNTY; path=/; HttpOnly' },
        body: '{"error":"invalid_token"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: TOLD,
      says: /\bno_resource_found\b/i,
      explanation: 'The token is sound; resource_from_claims did not find its user.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"error":"no_resource_found"}',
      },
    },
  ],
});
