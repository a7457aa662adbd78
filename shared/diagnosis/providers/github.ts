import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const github = defineProvider({
  id: 'github',
  name: 'GitHub',
  category: 'code-host',
  address: 'https://api.github.com/user',
  hosts: /(^|\.)github\.com$|^ghcr\.io$|githubusercontent\.com$/,
  fields: [['x-github-request-id']],
  keys: [
    {
      form: /^ghp_/,
      kind: 'personal access token',
      goes: ['authorization bearer', 'authorization token', 'authorization basic'],
    },
    {
      form: /^github_pat_/,
      kind: 'fine-grained personal access token',
      goes: ['authorization bearer', 'authorization token', 'authorization basic'],
    },
    {
      form: /^gho_/,
      kind: 'OAuth access token',
      goes: ['authorization bearer', 'authorization token', 'authorization basic'],
    },
    {
      form: /^ghu_/,
      kind: 'user token of an app',
      goes: ['authorization bearer', 'authorization token', 'authorization basic'],
    },
    {
      form: /^ghs_/,
      kind: 'installation token of an app',
      goes: ['authorization bearer', 'authorization token', 'authorization basic'],
    },
    { form: /^ghr_/, kind: 'refresh token of an app' },
  ],
  sources: [
    'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  ],
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /Cookies must be enabled to use GitHub/i,
      sent: /^authorization /,
      explanation: 'These are the pages for people; an own server’s API begins at /api/v3 (or /api/graphql).',
      seen: {
        status: 403,
        url: 'https://github.example.com/api/authorizations',
        received: { 'X-GitHub-Request-Id': '1d2e' },
        body: 'Cookies must be enabled to use GitHub.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Bad credentials/i,
      explanation:
        'GitHub does not know the token: mistyped, deleted, over or withdrawn. It does not say which.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Resource not accessible by (?:integration|personal access token)/i,
      explanation:
        'The app, workflow token or fine-grained token was not given the permission for this resource.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Your token has not been granted the required scopes|OAuth App access restrictions|permission to .* denied to github-actions/i,
      explanation: 'The token’s scopes do not cover the call.',
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Support for password authentication was removed|Requires authentication.*password|deprecat[^.]*query/i,
      explanation: 'Account passwords and query tokens were switched off; use a personal access token.',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /IP allow list/i,
      explanation: 'The organisation takes requests from listed addresses only.',
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      says: /SAML enforcement|SAML SSO|organization has enabled OAuth App access restrictions/i,
      explanation: 'The token has to be authorized for the organisation’s single sign-on.',
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /'Issued at' claim|'Expiration time' claim|'exp' claim/i,
      explanation:
        'GitHub compares iat and exp of an app’s token with its own clock; a clock that runs ahead is refused.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account was suspended|account is suspended|Your account is (?:flagged|locked)|suspended/i,
      explanation: 'The account or installation is suspended.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /secondary rate limit|API rate limit exceeded|abuse detection/i,
      explanation: 'GitHub’s rate limit answered.',
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /administrative rules/i,
      explanation: 'GitHub demands a User-Agent.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Must have admin rights|must be a(?:n)? (?:owner|member|collaborator)|Permission to .* denied to/i,
      explanation: 'The account lacks the right in this repository or organisation.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /Must specify two-factor/i,
      explanation: 'The account demands a one-time code.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /A JSON web token could not be decoded/i,
      explanation: 'This endpoint wants the app’s own JWT.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Requires authentication/i,
      notSent: /./,
      explanation: 'GitHub asks for a token here.',
    },
  ],
});
