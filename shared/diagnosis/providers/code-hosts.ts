import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const github = defineProvider({
  id: 'github',
  name: 'GitHub',
  hosts: /(^|\.)github\.com$|^ghcr\.io$|githubusercontent\.com$/,
  fields: [[/^x-github-request-id$/i]],
  source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
  signs: [
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

export const gitlab = defineProvider({
  id: 'gitlab',
  name: 'GitLab',
  hosts: /(^|\.)gitlab\./,
  fields: [[/^x-gitlab-meta$/i]],
  source: 'https://docs.gitlab.com/api/rest/authentication/',
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^field job-token: (?:glpat-|[A-Za-z0-9_-]{20}$)/,
      status: [401],
      explanation:
        'Job-Token takes the token of a running job; a personal access token goes into Private-Token.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^field private-token: (?:glcbt-|\d+_)/,
      status: [401],
      explanation: 'A job’s token goes into Job-Token.',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /Token was revoked/i,
      explanation: 'Somebody withdrew the token.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Token is expired/i,
      explanation: 'GitLab’s tokens end after a year at most.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['insufficient_scope'],
      explanation: 'The token lacks api, read_api or another scope.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account (?:has been|is) (?:blocked|deactivated|pending)|must accept the Terms|Your password expired/i,
      explanation: 'The account behind the token is blocked or must do something first.',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /2FA enabled|two-factor/i,
      explanation: 'With two-factor login only a token works.',
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      says: /IP (?:address )?(?:is )?(?:not allowed|restricted)/i,
      explanation: 'The group takes requests from listed networks only.',
    },
  ],
});

export const bitbucket = defineProvider({
  id: 'atlassian',
  name: 'Atlassian',
  hosts: /\.(atlassian\.(net|com)|jira\.com)$|^(api\.)?bitbucket\.org$/,
  fields: [[/^x-seraph-loginreason$/i], [/^x-arequestid$/i]],
  source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Basic auth(?:entication)? with passwords? (?:is deprecated|is not supported)|app passwords? (?:has|have) been|deprecat/i,
      explanation: 'Atlassian’s cloud takes API tokens in place of the account’s password.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /AUTHENTICATION_DENIED|CAPTCHA_CHALLENGE/i,
      explanation: 'After failed logins Jira wants a CAPTCHA in the browser before it takes any password.',
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /AUTHENTICATED_FAILED/i,
      explanation: 'Jira did not accept the login.',
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /XSRF check failed/i,
      explanation: 'Send X-Atlassian-Token: no-check; browsers’ requests are checked for their origin.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /scope does not match/i,
      explanation: 'The OAuth token lacks the scope of this resource.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP allowlist/i,
      explanation: 'The organisation takes requests from listed addresses only.',
    },
  ],
});
