import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const gitlab = defineProvider({
  id: 'gitlab',
  name: 'GitLab',
  category: 'code-host',
  address: 'https://gitlab.com/api/v4/projects',
  hosts: /(^|\.)gitlab\./,
  fields: [['x-gitlab-meta']],
  keys: [
    {
      form: /^glpat-/,
      kind: 'personal access token',
      goes: [
        'field private-token',
        'authorization bearer',
        'query private_token',
        'query access_token',
        'authorization basic',
      ],
    },
    {
      form: /^glcbt-/,
      kind: 'job token',
      goes: ['field job-token', 'query job_token', 'authorization basic'],
    },
    { form: /^gldt-/, kind: 'deploy token', goes: ['field deploy-token', 'authorization basic'] },
    { form: /^glptt-/, kind: 'pipeline trigger token' },
  ],
  sources: ['https://docs.gitlab.com/api/rest/authentication/'],
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
