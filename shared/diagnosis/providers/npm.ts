import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const npm = defineProvider({
  id: 'npm',
  name: 'npm registry',
  category: 'registry',
  address: 'https://registry.npmjs.org/-/whoami',
  hosts: /^registry\.(npmjs\.org|yarnpkg\.com|npm\..*)$/,
  fields: [['npm-notice']],
  keys: [{ form: /^npm_/, kind: 'access token', goes: ['authorization bearer'] }],
  misleads: [
    {
      says: '404 Not Found - PUT',
      means: 'Mostly that the token may not publish to this scope or package; npm hides what it refuses.',
    },
    {
      says: 'E401 Unable to authenticate, your authentication token seems to be invalid',
      means:
        'The token is over: granular tokens last ninety days at most, classic ones ended in December 2025.',
    },
  ],
  sources: ['https://docs.npmjs.com/about-access-tokens'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'token-revoked',
      weight: PROVEN + PROVEN,
      says: /Access token expired or revoked/i,
      explanation:
        'The token was withdrawn or is over: npm ended its classic tokens in December 2025; make a granular one.',
      seen: {
        url: 'https://registry.npmjs.org/-/whoami',
        sent: { Authorization: 'Bearer npm_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81' },
        body: '{"error":"Access token expired or revoked. Please try logging in again."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      path: /\/-\/(?:whoami|npm\/v1\/user)/,
      sent: /^authorization authorization: bearer npm_/i,
      explanation: 'The registry says so, without words, to a token that was deleted or is over.',
      seen: {
        url: 'https://registry.npmjs.org/-/whoami',
        sent: { Authorization: 'Bearer npm_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81' },
        body: '{}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + PROVEN,
      says: /Two-factor authentication or granular access token with bypass 2fa/i,
      explanation:
        'The package wants a second factor to publish: publish by hand, by trusted publishing, or with a granular token that may bypass it.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer npm_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81' },
        body: '{"success":false,"error":"Two-factor authentication or granular access token with bypass 2fa enabled is required to publish packages."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^(?:message|error): Unauthorized$/i,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation:
        'The registry does not know the token any more: granular tokens last ninety days at most, and those of the old kind were all ended. Make a new one.',
      seen: { sent: { Authorization: 'Bearer npm_abc' }, body: '{"message":"Unauthorized"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Unable to authenticate, (?:your authentication token seems to be invalid|need: )|Invalid (?:or expired )?token|Incorrect or missing password/i,
      sent: /./,
      explanation:
        'The token is over or withdrawn: npm whoami shows whether it lives; make a new granular one, which lasts ninety days at most.',
      seen: {
        sent: { Authorization: 'Bearer npm_abc' },
        body: '{"error":"Unable to authenticate, your authentication token seems to be invalid."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Scope not found|not found or you do not have permission|may not perform that action with these credentials/i,
      explanation: 'The token is for reading only, or does not cover this package or scope.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer npm_abc' },
        body: '{"error":"You may not perform that action with these credentials."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You must sign up for private packages/i,
      explanation: 'A scoped package is private unless published with --access public.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer npm_abc' },
        body: '{"error":"You must sign up for private packages"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /CIDR|IP address .*not (?:allowed|whitelisted)|not in the whitelist/i,
      explanation: 'The token works from the networks of its CIDR list only.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer npm_abc' },
        body: '{"error":"Token is restricted by CIDR whitelist: your IP is not in the whitelist"}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /one-?time pass|EOTP|OTP required/i,
      explanation:
        'The account demands a one-time password for writing: pass --otp, or publish by a trusted publisher or a token that may bypass it.',
      seen: {
        sent: { Authorization: 'Bearer npm_abc' },
        received: { 'WWW-Authenticate': 'OTP' },
        body: '{"error":"You must provide a one-time pass. Upgrade your client to npm@latest in order to use 2FA."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permission to publish|cannot publish over|E403/i,
      explanation: 'The account does not own the package.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer npm_abc' },
        body: '{"error":"You do not have permission to publish \\"left-pad\\". Are you logged in as the correct user?"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /ENEEDAUTH|need auth/i,
      notSent: /./,
      explanation: 'npm sends a token only to the registry for which .npmrc holds one.',
      seen: { sent: {}, body: '{"error":"ENEEDAUTH: need auth"}' },
    },
  ],
});
