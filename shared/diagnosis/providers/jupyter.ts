import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'token 3f7c1b9a5e2d48c6a0b4d7e8f1c2a3b4' };

export const jupyter = defineProvider({
  id: 'jupyter',
  name: 'Jupyter',
  category: 'server',
  address: 'https://notebook.example.com:8888/api/kernels',
  paths: /^\/(?:hub\/api|api\/kernels|api\/contents|user\/[^/]+\/api)\b/,
  fields: [['x-jupyterhub-version'], ['server', /^TornadoServer\//]],
  body: /"message": "[^"]+", "reason": (?:null|")|Blocking Cross Origin API request|'_xsrf' argument missing|<title>Jupyter/i,
  misleads: [
    {
      says: '403 Forbidden',
      means: 'The server answers 403, not 401, to a request without a token.',
    },
  ],
  sources: [
    'https://jupyter-server.readthedocs.io/en/latest/operators/security.html',
    'https://jupyterhub.readthedocs.io/en/stable/rbac/scopes.html',
  ],
  doors: ['authorization token', 'authorization bearer', 'query token'],
  signs: [
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /Blocking (?:Cross Origin (?:API|WebSockets?)|request (?:from|with non-local))|Not allowing login|Host '[^']+' not accepted/i,
      explanation:
        'The request names an Origin or Host that the server does not expect: set allow_origin, or allow_remote_access behind a proxy. A token alone does not help against it.',
      seen: {
        status: 403,
        sent: token,
        received: { Server: 'TornadoServer/6.4' },
        body: '{"message": "Blocking Cross Origin API request for /api/kernels.  Origin: https://app.example.com, Host: notebook.example.com:8888", "reason": null}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      status: [404],
      says: /Blocking Cross Origin API request/i,
      explanation: 'The Origin of the request is not the server’s own and is not in allow_origin.',
      seen: {
        status: 404,
        sent: token,
        body: 'Blocking Cross Origin API request for /api/kernels.  Origin: https://app.example.com, Host: notebook.example.com:8888',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /'_xsrf' argument missing|XSRF cookie does not match|'_xsrf' argument has invalid format/i,
      explanation:
        'Logged in by cookie, every change wants X-XSRFToken with the value of the _xsrf cookie; a request with Authorization: token … needs none.',
      seen: {
        status: 403,
        sent: { Cookie: 'username-notebook-8888=2|1:0|10:16' },
        body: '{"message": "\'_xsrf\' argument missing from POST", "reason": null}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Action is not authorized with current scopes; requires any of/i,
      explanation:
        'The hub knows the token; its owner’s roles, or the scopes that it was made with, do not cover this call.',
      seen: {
        status: 403,
        sent: token,
        body: '{"status": 403, "message": "Action is not authorized with current scopes; requires any of [list:users]"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Missing or invalid credentials/i,
      sent: /^authorization /,
      explanation: 'The hub does not know this token: it was deleted, is over, or is of another hub.',
      seen: {
        status: 403,
        sent: token,
        received: { 'X-JupyterHub-Version': '4.1.5' },
        body: '{"status": 403, "message": "Missing or invalid credentials."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [403],
      says: /Missing or invalid credentials|^message: Forbidden$/i,
      notSent: /./,
      explanation: 'Nothing was sent: the token of the server’s log goes behind Authorization: token.',
      seen: { status: 403, sent: {}, body: '{"message": "Forbidden", "reason": null}' },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [403],
      says: /^message: Forbidden$/,
      sent: /^authorization authorization: (?:token|bearer) /i,
      explanation:
        'The token is not the one with which this server was started; without a fixed one, each start makes a new one.',
      seen: { status: 403, sent: token, body: '{"message": "Forbidden", "reason": null}' },
    },
  ],
});
