import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const bitbucket = defineProvider({
  id: 'bitbucket',
  name: 'Bitbucket',
  category: 'code-host',
  address: 'https://api.bitbucket.org/2.0/user',
  hosts: /^(api\.)?bitbucket\.org$/,
  keys: [
    { form: /^ATBB/, kind: 'app password', goes: ['authorization basic'] },
    {
      form: /^ATCTT3/,
      kind: 'repository access token',
      goes: ['authorization bearer', 'authorization basic'],
    },
  ],
  misleads: [
    {
      says: 'Basic realm="Bitbucket.org HTTP"',
      means:
        'Asks for the user name and an app password, or the e-mail address and an API token; the account’s own password never works.',
    },
  ],
  sources: [
    'https://support.atlassian.com/bitbucket-cloud/docs/using-access-tokens/',
    'https://support.atlassian.com/bitbucket-cloud/kb/getting-401-http-error-while-authenticating-to-bitbucket-cloud-rest-apis',
  ],
  doors: ['authorization basic', 'authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + STATED,
      status: [401],
      sent: /^authorization authorization: bearer ATATT3/i,
      explanation:
        'An API token of an Atlassian account (ATATT3…) goes as Basic, with the e-mail address before it; Bearer is for access tokens of a repository, project or workspace.',
      seen: {
        sent: { Authorization: 'Bearer ATATT3xFfGF0kQp07vTnE4sWc2RbYh6LmU9aDf3GqBx2' },
        body: '{"type":"error","error":{"message":"Token is invalid, expired, or not supported for this endpoint."}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      status: [401],
      sent: /^basic authorization: [^@:]*:ATATT3/i,
      explanation:
        'Beside an API token stands the account’s e-mail address, not the user name that went with an app password.',
      seen: {
        sent: { Authorization: 'Basic dGFudXNocmVlOkFUQVRUM3hGZkdGMGtRcDA3dlRuRTRzV2M=' },
        received: { 'WWW-Authenticate': 'Basic realm="Bitbucket.org HTTP"' },
        body: '',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /Token is invalid, expired,? or not supported for this endpoint/i,
      explanation:
        'Bitbucket does not say which: the token is mistyped or over, or it is a repository, project or workspace token at an endpoint of a user. An API token goes as Basic with the e-mail.',
      seen: '{"type":"error","error":{"message":"Token is invalid, expired, or not supported for this endpoint."}}',
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Basic auth(?:entication)? with passwords? (?:is deprecated|is not supported)|app passwords? (?:has|have) been|deprecat|stopped supporting account passwords/i,
      explanation:
        'Bitbucket takes API tokens and access tokens in place of the account’s password; create one and send it with the e-mail address.',
      seen: 'Bitbucket Cloud recently stopped supporting account passwords for Git authentication.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /lack one or more required privilege scopes|scope does not match/i,
      explanation:
        'The token was made without the scope that the answer lists as required; scopes cannot be added later, so make a new token.',
      seen: {
        status: 403,
        body: '{"type":"error","error":{"message":"Your credentials lack one or more required privilege scopes.","detail":{"required":["repository"],"granted":["account"]}}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Access token expired/i,
      explanation: 'An OAuth access token of Bitbucket lasts two hours; refresh it.',
      seen: '{"type":"error","error":{"message":"Access token expired. Use your refresh token to obtain a new access token."}}',
    },
    {
      cause: 'token-type-wrong',
      weight: SUGGESTED,
      says: /Token is invalid,? (?:expired,? )?or not supported for this endpoint/i,
      explanation:
        'Repository, project and workspace access tokens open only what they were made for; user endpoints want a user’s token.',
      seen: '{"type":"error","error":{"message":"Token is invalid or not supported for this endpoint."}}',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /enable two-step verification|requires two-step verification/i,
      explanation: 'The workspace lets in only users with two-step verification.',
      seen: {
        status: 403,
        body: '{"type":"error","error":{"message":"To access this workspace you must enable two-step verification."}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /do(?:es)? not have access to this (?:repository|workspace)|may not have access to this repository/i,
      explanation: 'The account is known and has no access to this repository or workspace.',
      seen: {
        status: 403,
        body: '{"type":"error","error":{"message":"You may not have access to this repository or it no longer exists in this workspace."}}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /XSRF check failed/i,
      explanation: 'Send X-Atlassian-Token: no-check; browsers’ requests are checked for their origin.',
      seen: { status: 403, body: 'XSRF check failed' },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:allow|white)\s?list|whitelisted IP/i,
      explanation: 'The workspace takes requests from listed addresses only.',
      seen: {
        status: 403,
        body: '{"type":"error","error":{"message":"Your IP address is not on the IP allowlist of this workspace."}}',
      },
    },
  ],
});
