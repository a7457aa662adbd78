import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const gitea = defineProvider({
  id: 'gitea',
  name: 'Gitea and Forgejo',
  category: 'code-host',
  address: 'https://codeberg.org/api/v1/user',
  paths: /^\/api\/v1\/(?:repos|orgs)\/[^/]+/,
  hosts: /^(codeberg\.org|gitea\.com|try\.gitea\.io)$/,
  fields: [['set-cookie', /i_like_gitea/]],
  body: /\/api\/swagger"|gitea|reverse proxy login error/i,
  sources: [
    'https://git.manticorum.com/cal/claude-memory/src/branch/main/graph/problems/gitea-api-403-forbidden-insufficient-token-scopes-1052e9.md',
  ],
  doors: [
    'authorization token',
    'authorization bearer',
    'authorization basic',
    'query token',
    'query access_token',
  ],
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /token does not have at least one of required scope/i,
      explanation: 'The token was made without the scope that the answer names; make a new one with it.',
      seen: {
        status: 403,
        body: '{"message":"token does not have at least one of required scope(s): [read:user]","url":"https://gitea.example.com/api/swagger"}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /reverse proxy login error/i,
      explanation:
        'The host takes the user’s name from a field of its proxy (ENABLE_REVERSE_PROXY_AUTHENTICATION), and the proxy set none; it asks for no password itself.',
      seen: { status: 401, body: 'reverse proxy login error. authUsername empty' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /token is required|Only signed in user is allowed/i,
      notSent: /./,
      explanation: 'Gitea saw nobody; send Authorization: token with an access token.',
      seen: {
        sent: {},
        body: '{"message":"token is required","url":"https://gitea.example.com/api/swagger"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /user does not exist \[uid: 0|access token does not exist|invalid username, password or token/i,
      explanation:
        'Gitea does not know the token: “user does not exist [uid: 0]” says that nobody belongs to it.',
      seen: '{"message":"user does not exist [uid: 0, name: ]","url":"https://gitea.example.com/api/swagger"}',
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /invalid provided OTP|Only signed in user .*two-?factor|two-?factor|security keys enrolled/i,
      explanation: 'The account has two-factor login: send the code in X-Gitea-OTP, or use an access token.',
      seen: '{"message":"invalid provided OTP","url":"https://gitea.example.com/api/swagger"}',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /prohibited from (?:signing|logging) in|must change (?:his|her|your|their) password|not activated/i,
      explanation: 'The account is blocked, not activated, or must choose a new password first.',
      seen: {
        status: 403,
        body: '{"message":"You must change your password. Change it at: https://gitea.example.com/user/change_password","url":"https://gitea.example.com/api/swagger"}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /Invalid CSRF token/i,
      explanation:
        'The request came with a session cookie; with a token in Authorization no CSRF token is asked for.',
      seen: {
        status: 400,
        body: '{"message":"Invalid CSRF token","url":"https://gitea.example.com/api/swagger"}',
      },
    },
  ],
});
