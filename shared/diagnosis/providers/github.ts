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
      lives: 28_800,
      goes: ['authorization bearer', 'authorization token', 'authorization basic'],
    },
    {
      form: /^ghs_/,
      kind: 'installation token of an app',
      lives: 3600,
      goes: ['authorization bearer', 'authorization token', 'authorization basic'],
    },
    { form: /^ghr_/, kind: 'refresh token of an app', spare: true },
  ],
  misleads: [
    { says: '404 Not Found', means: 'GitHub hides private repositories from tokens that may not see them.' },
    { says: '401 Requires authentication', means: 'Said, too, when the field was dropped on the way.' },
  ],
  sources: [
    'https://docs.github.com/en/packages/learn-github-packages/introduction-to-github-packages',
    'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
    'https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/',
  ],
  doors: ['authorization bearer', 'authorization token', 'authorization basic'],
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /client_id and\/or client_secret passed are incorrect/i,
      path: /login\/oauth/,
      explanation:
        'Client id and secret do not fit: make a new secret in the app’s settings. An OAuth app and a GitHub App each have their own.',
      seen: {
        status: 200,
        url: 'https://github.com/login/oauth/access_token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"incorrect_client_credentials","error_description":"The client_id and/or client_secret passed are incorrect."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /^error: (?:bad_verification_code|bad_refresh_token|expired_token|incorrect_device_code)$|code passed is incorrect or expired|refresh token passed is incorrect or expired/i,
      path: /login\/oauth/,
      explanation:
        'A code is good once and for ten minutes, a refresh token once and for six months; the user authorizes again.',
      seen: {
        status: 200,
        url: 'https://github.com/login/oauth/access_token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"bad_verification_code","error_description":"The code passed is incorrect or expired."}',
      },
    },
    {
      cause: 'redirect-uri-mismatch',
      weight: PROVEN,
      says: /redirect_uri MUST match the registered callback/i,
      path: /login\/oauth/,
      explanation:
        'Host and port must be the registered ones, and the path must begin with the registered one.',
      seen: {
        status: 200,
        url: 'https://github.com/login/oauth/access_token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"redirect_uri_mismatch","error_description":"The redirect_uri MUST match the registered callback URL for this application."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /^error: unverified_user_email$|primary email (?:address )?(?:is not|must be) verified/i,
      path: /login\/oauth/,
      explanation: 'The user must verify the e-mail address first.',
      seen: {
        status: 200,
        url: 'https://github.com/login/oauth/access_token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"unverified_user_email","error_description":"The user must have a verified primary email."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Write access to repository not granted/i,
      explanation:
        'The token may read but not write: a fine-grained one needs Contents: write, a classic one repo, a workflow permissions: contents: write.',
      seen: {
        status: 403,
        url: 'https://github.com/acme/app.git/info/refs?service=git-receive-pack',
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: 'Write access to repository not granted.',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /(?:has not been granted the required scopes to execute this query|without `?workflow`? (?:scope|permission))/i,
      explanation: 'Files of workflows want the scope workflow beside repo.',
      seen: {
        status: 403,
        body: 'refusing to allow a Personal Access Token to create or update workflow `.github/workflows/ci.yml` without `workflow` scope',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /Must specify access token via Authorization header|deprecating-auth-through-query-param/i,
      explanation: 'Since September 2021 GitHub reads tokens from Authorization only, not from the address.',
      seen: {
        status: 400,
        url: 'https://api.github.com/user?access_token=ghp_abcdefghijklmnopqrstuvwxyz0123456789',
        sent: {},
        body: '{"message":"Must specify access token via Authorization header. https://developer.github.com/changes/2020-02-10-deprecating-auth-through-query-param"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /forbids access via a personal access token \(classic\)/i,
      explanation:
        'The organisation does not take this kind of token: make a fine-grained one for it, or use an app.',
      seen: {
        status: 403,
        body: '{"message":"`acme` forbids access via a personal access token (classic). Please use a GitHub App, OAuth App, or a personal access token with fine-grained permissions."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /forbids access via a fine-grained personal access tokens? if the token['’]s lifetime is greater/i,
      explanation: 'The organisation limits how long a token may live: give it a shorter life.',
      seen: {
        status: 403,
        body: '{"message":"The \'acme\' organization forbids access via a fine-grained personal access tokens if the token\'s lifetime is greater than 366 days. Please adjust your token\'s lifetime at the following URL."}',
      },
    },
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
      seen: '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Resource not accessible by (?:integration|personal access token)/i,
      explanation:
        'The app, workflow token or fine-grained token was not given the permission for this resource: X-Accepted-GitHub-Permissions names it; in a workflow set it under permissions.',
      seen: {
        status: 403,
        body: '{"message":"Resource not accessible by personal access token","documentation_url":"https://docs.github.com/rest","status":"403"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Your token has not been granted the required scopes|OAuth App access restrictions|permission to .* denied to github-actions/i,
      explanation: 'The token’s scopes do not cover the call.',
      seen: '{"errors":[{"type":"INSUFFICIENT_SCOPES","message":"Your token has not been granted the required scopes to execute this query."}]}',
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Support for password authentication was removed|Requires authentication.*password/i,
      explanation: 'Account passwords were switched off; use a personal access token.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"message":"Support for password authentication was removed on August 13, 2021."}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /IP allow list/i,
      explanation: 'The organisation takes requests from listed addresses only.',
      seen: {
        status: 403,
        body: '{"message":"Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource."}',
      },
    },
    {
      cause: 'consent-missing',
      weight: STATED,
      says: /SAML enforcement|SAML SSO|organization has enabled OAuth App access restrictions/i,
      explanation:
        'The token has to be authorized for the organisation’s single sign-on: Configure SSO beside the token in the settings.',
      seen: {
        status: 403,
        body: '{"message":"Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization."}',
      },
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /'Issued at' claim|'Expiration time' claim|'exp' claim/i,
      explanation:
        'GitHub compares iat and exp of an app’s token with its own clock; a clock that runs ahead is refused: set iat a minute back, exp ten minutes ahead at most.',
      seen: '{"message":"\'Issued at\' claim (\'iat\') must be an Integer representing the time that the assertion was issued","documentation_url":"https://docs.github.com/rest"}',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account was suspended|account is suspended|Your account is (?:flagged|locked)|suspended/i,
      explanation: 'The account or installation is suspended.',
      seen: { status: 403, body: '{"message":"Sorry. Your account was suspended"}' },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /secondary rate limit|API rate limit exceeded|abuse detection/i,
      explanation: 'GitHub’s rate limit answered.',
      seen: {
        status: 403,
        body: '{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /administrative rules/i,
      explanation: 'GitHub demands a User-Agent.',
      seen: {
        status: 403,
        body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Must have admin rights|must be a(?:n)? (?:owner|member|collaborator)|Permission to .* denied to/i,
      explanation: 'The account lacks the right in this repository or organisation.',
      seen: { status: 403, body: '{"message":"Must have admin rights to Repository."}' },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /Must specify two-factor/i,
      explanation: 'The account demands a one-time code.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"message":"Must specify two-factor authentication OTP code."}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      host: /^(?:npm|maven|nuget|rubygems|docker)\.pkg\.github\.com$|^ghcr\.io$/,
      says: /does not match expected scopes|permission_denied|denied/i,
      status: [401, 403],
      sent: /^authorization \S+ (?:bearer|token) github_pat_/i,
      explanation:
        'GitHub Packages reads classic personal access tokens (ghp_) and the workflow’s own token alone, none with fine-grained permissions.',
      seen: {
        status: 403,
        url: 'https://npm.pkg.github.com/@acme%2fshop',
        sent: { Authorization: 'Bearer github_pat_11ABCDEFG0Xq2mV8tRzP0k_LsW1yJhNcB7dFgE5aUoI9xTqKmVr' },
        body: '{"error":"Permission permission_denied: The token provided does not match expected scopes."}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /A JSON web token could not be decoded/i,
      sent: /^authorization \S+ (?:bearer|token) (?:gh[pousr]_|github_pat_|v1\.)/i,
      explanation:
        'This endpoint is for an app that shows its own JWT, signed with its private key; a personal or installation token is for the others.',
      seen: {
        sent: { Authorization: 'Bearer ghp_0123456789abcdef0123456789abcdef0123' },
        body: '{"message":"A JSON web token could not be decoded","documentation_url":"https://docs.github.com/rest"}',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /A JSON web token could not be decoded/i,
      explanation:
        'This endpoint wants the app’s own JWT, signed with its private key by RS256; an installation or personal token does not do.',
      seen: '{"message":"A JSON web token could not be decoded","documentation_url":"https://docs.github.com/rest"}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Requires authentication/i,
      notSent: /./,
      explanation: 'GitHub asks for a token here: send it as Bearer.',
      seen: {
        sent: {},
        body: '{"message":"Requires authentication","documentation_url":"https://docs.github.com/rest"}',
      },
    },
  ],
});
