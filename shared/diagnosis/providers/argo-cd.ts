import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const argoCd = defineProvider({
  id: 'argo-cd',
  name: 'Argo CD',
  category: 'ci',
  address: 'https://argocd.example.com/api/v1/applications',
  hosts: /(^|\.)argo-?cd\./,
  body: /no session information|invalid session: |"error":"permission denied: |permission denied: (?:applications|clusters|projects|repositories),/i,
  misleads: [
    {
      says: 'no session information',
      means: 'No token arrived, though the user may be logged in: a proxy can drop the cookie argocd.token.',
    },
  ],
  sources: [
    'https://github.com/argoproj/argo-cd/issues/9381',
    'https://github.com/argoproj/argo-cd/issues/2108',
    'https://github.com/argoproj-labs/argocd-image-updater/issues/630',
    'https://github.com/argoproj-labs/terraform-provider-argocd/issues/454',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /invalid session: .*token (?:is|has) expired|invalid session: .*expired/i,
      explanation:
        'The session of a login lasts a day; automation wants the token of an account with the capability apiKey.',
      seen: '{"error":"invalid session: token has invalid claims: token is expired","code":16,"message":"invalid session: token has invalid claims: token is expired"}',
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /invalid session: .*not valid yet/i,
      explanation: 'The clocks of the replicas differ: the token’s nbf lies ahead of the one that checks it.',
      seen: '{"error":"invalid session: Token is not valid yet","code":16,"message":"invalid session: Token is not valid yet"}',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /password .*(?:has )?changed since token issued|token (?:is|was) revoked|account .* does not have token with id/i,
      explanation: 'A change of the account’s password ends every token from before it.',
      seen: '{"error":"invalid session: Account password has changed since token issued","code":16,"message":"invalid session: Account password has changed since token issued"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /invalid session: .*(?:signature is invalid|failed to verify (?:id token )?signature|unexpected signing method)/i,
      explanation:
        'The token was signed with another key, as after argocd-secret was made anew, or by another provider.',
      seen: '{"error":"invalid session: failed to verify signature: failed to verify id token signature","code":16,"message":"invalid session: failed to verify signature"}',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /account '[^']+' does not have apiKey capability/i,
      explanation:
        'The account was not given the capability apiKey in argocd-cm, so no token can be made for it; the first account, admin, has login alone.',
      seen: {
        status: 500,
        url: 'https://argocd.example.com/api/v1/account/admin/token',
        body: '{"error":"account \'admin\' does not have apiKey capability","code":2,"message":"account \'admin\' does not have apiKey capability"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account '[^']+' (?:is disabled|does not have 'login' capability)|account is disabled/i,
      explanation: 'The account is switched off or lacks the capability login or apiKey in argocd-cm.',
      seen: '{"error":"account \'ci\' does not have \'login\' capability","code":16,"message":"account \'ci\' does not have \'login\' capability"}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /no session information/i,
      explanation: 'No token arrived; send it as Bearer or in the cookie argocd.token.',
      seen: {
        sent: {},
        body: '{"error":"no session information","code":16,"message":"no session information"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /permission denied: \w+, \w+/i,
      explanation: 'No policy in argocd-rbac-cm lets this subject do so.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJ' },
        body: '{"error":"permission denied: applications, sync, default/app, sub: ci, iat: 2026-11-27T10:00:00Z","code":7}',
      },
    },
  ],
});
