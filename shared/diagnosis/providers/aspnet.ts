import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const aspnet = defineProvider({
  id: 'aspnet',
  name: 'ASP.NET Core',
  category: 'framework',
  address: 'https://api.example.com/v1/me',
  fields: [['server', /Kestrel|IIS/i], ['x-powered-by', /ASP\.NET/i], ['x-aspnet-version']],

  sources: [
    'https://learn.microsoft.com/en-us/aspnet/core/security/authentication/configure-jwt-bearer-authentication',
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The token expired at|IDX10223/i,
      explanation: 'The JWT handler of ASP.NET names the time at which the token ended.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /The signature (?:key was not found|is invalid)/i,
      explanation: 'The JWT handler has no key that fits the token’s signature.',
    },
    {
      cause: 'token-not-yet-valid',
      weight: STATED,
      says: /The token is not valid before/i,
      explanation: 'The JWT handler compares nbf with its own clock.',
    },
  ],
});
