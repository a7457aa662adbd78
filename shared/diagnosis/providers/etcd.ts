import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const answer = (message: string, code: number) =>
  `{"error":"etcdserver: ${message}","code":${code},"message":"etcdserver: ${message}"}`;

export const etcd = defineProvider({
  id: 'etcd',
  name: 'etcd',
  category: 'database',
  address: 'https://etcd.example.com:2379/v3/kv/range',
  body: /"etcdserver: /,
  sources: [
    'https://etcd.io/docs/v3.5/dev-guide/api_grpc_gateway/',
    'https://etcd.io/docs/v3.5/op-guide/authentication/rbac/',
  ],
  doors: ['authorization', 'authorization bearer'],
  lives: { seconds: 300, ends: 'token-expired', idle: true },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /invalid auth token|revision in auth token is old|auth: revision in header is old/i,
      explanation:
        'The token comes from /v3/auth/authenticate, lasts five minutes from its last use, is kept by one member alone (unless the cluster signs JWTs) and is lost when it restarts: log in anew.',
      seen: {
        status: 401,
        sent: { Authorization: 'sssvIpwfnLAcWAQH.9' },
        body: answer('invalid auth token', 16),
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /user name is empty/i,
      notSent: /^authorization /,
      explanation:
        'Authentication is enabled and nobody was named: fetch a token at /v3/auth/authenticate and send it bare in Authorization.',
      seen: { status: 400, sent: {}, body: answer('user name is empty', 3) },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /authentication failed, invalid user ID or password/i,
      explanation: 'etcd compared user and password, and they differ.',
      seen: {
        status: 400,
        sent: {},
        posted: '{"name":"root","password":"Feld-7"}',
        body: answer('authentication failed, invalid user ID or password', 3),
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /etcdserver: permission denied/i,
      explanation: 'The user’s roles do not cover this key or range.',
      seen: {
        status: 403,
        sent: { Authorization: 'sssvIpwfnLAcWAQH.9' },
        body: answer('permission denied', 7),
      },
    },
  ],
});
