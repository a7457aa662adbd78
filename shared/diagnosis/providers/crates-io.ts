import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cratesIo = defineProvider({
  id: 'crates-io',
  name: 'crates.io',
  category: 'registry',
  address: 'https://crates.io/api/v1/me',
  hosts: /^(static\.)?crates\.io$/,
  keys: [
    { form: /^cio_tp_/, kind: 'token of a trusted publisher', lives: 1800 },
    { form: /^cio/, kind: 'API token' },
  ],
  bare: true,
  sources: [
    'https://github.com/rust-lang/crates.io/blob/92ebff2fdfccc8b0196557024894f47518cbe72b/src/auth.rs',
  ],
  doors: ['authorization', 'authorization bearer'],
  signs: [
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /include a .?User-Agent.? header/i,
      explanation: 'Send a User-Agent that names your program and a way to reach you.',
      seen: {
        status: 403,
        sent: {},
        body: '{"errors":[{"detail":"We require that all requests include a `User-Agent` header."}]}',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /does not match the format used by crates\.io/i,
      explanation: 'Old and foreign tokens have another form; make a new one, which begins with cio.',
      seen: {
        sent: { Authorization: 'abcdefghijkl' },
        body: '{"errors":[{"detail":"The given API token does not match the format used by crates.io."}]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /A verified email address is required to publish|account (?:is )?(?:locked|indefinitely locked)/i,
      explanation: 'Confirm the account’s e-mail address in the settings first.',
      seen: {
        status: 400,
        sent: { Authorization: 'cioZx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"errors":[{"detail":"A verified email address is required to publish crates to crates.io. Visit https://crates.io/settings/profile to set and verify your email address."}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^detail: authentication failed/i,
      explanation: 'crates.io does not know the token; it stands in Authorization alone.',
      seen: {
        status: 403,
        sent: { Authorization: 'cioABCDEFGHIJKLMNOPQRSTUVWXYZ012345' },
        body: '{"errors":[{"detail":"authentication failed"}]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /token does not have the required permissions/i,
      explanation: 'The token’s scopes or crate patterns do not cover this.',
      seen: {
        status: 403,
        sent: { Authorization: 'cioABCDEFGHIJKLMNOPQRSTUVWXYZ012345' },
        body: '{"errors":[{"detail":"this token does not have the required permissions to perform this action"}]}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /can only be performed on the crates\.io website/i,
      explanation: 'This wants the session of the web page, not a token.',
      seen: {
        status: 403,
        sent: { Authorization: 'cioABCDEFGHIJKLMNOPQRSTUVWXYZ012345' },
        body: '{"errors":[{"detail":"this action can only be performed on the crates.io website"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /must be logged in to perform|require authentication/i,
      notSent: /./,
      explanation: 'crates.io saw no token.',
      seen: { status: 403, sent: {}, body: '{"errors":[{"detail":"this action requires authentication"}]}' },
    },
  ],
});
