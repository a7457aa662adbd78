import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const kubernetes = defineProvider({
  id: 'kubernetes',
  name: 'Kubernetes',
  category: 'cloud',
  address: 'https://k8s.example.com:6443/api/v1/pods',
  paths: /^\/(?:api\/v1\/(?:namespaces|nodes|pods|services)|apis\/[\w.-]+\/v\d\w*)(?:\/|$)/,
  body: /"kind"\s*:\s*"Status"[\s\S]*"apiVersion"\s*:\s*"v1"|"apiVersion"\s*:\s*"v1"[\s\S]*"kind"\s*:\s*"Status"/,
  fields: [['x-kubernetes-pf-flowschema-uid'], ['audit-id']],
  misleads: [
    { says: 'User "system:anonymous" cannot …', means: 'Says 403 and means that no credential arrived.' },
  ],
  sources: [
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
    'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.19.md',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /User \\?"system:anonymous\\?" cannot/i,
      notSent: /^authorization /,
      explanation:
        'The API server knows the caller as system:anonymous: neither a token nor a client certificate arrived.',
      seen: {
        status: 403,
        sent: {},
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods is forbidden: User \\"system:anonymous\\" cannot list resource \\"pods\\" in API group \\"\\" at the cluster scope","reason":"Forbidden","code":403}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /User \\?"system:anonymous\\?" cannot/i,
      sent: /^basic authorization: /,
      explanation: 'User and password were removed from the API server with Kubernetes 1.19.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic YTpi' },
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods is forbidden: User \\"system:anonymous\\" cannot list resource \\"pods\\" in API group \\"\\" at the cluster scope","reason":"Forbidden","code":403}',
      },
    },
    {
      cause: 'header-stripped',
      weight: TOLD,
      says: /User \\?"system:anonymous\\?" cannot/i,
      sent: /^authorization authorization: (?!basic\b)/i,
      explanation:
        'A token was sent and the API server saw none: a proxy or load balancer in front dropped it.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods is forbidden: User \\"system:anonymous\\" cannot list resource \\"pods\\" in API group \\"\\" at the cluster scope","reason":"Forbidden","code":403}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /is forbidden: User \\?"(?!system:anonymous)[^"\\]+\\?" cannot/i,
      explanation:
        'The identity is known; no Role or ClusterRole bound to it allows this verb on this resource here.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' },
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods is forbidden: User \\"system:serviceaccount:ci:default\\" cannot list resource \\"pods\\" in API group \\"\\" in the namespace \\"prod\\"","reason":"Forbidden","code":403}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /is forbidden: (?:exceeded quota|violates PodSecurity|failed quota|unable to validate against any)/i,
      explanation:
        'The identity may do this; the namespace’s quota or its rules for pods do not admit this object.',
      seen: {
        status: 403,
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods \\"x\\" is forbidden: exceeded quota: compute, requested: pods=1, used: pods=10, limited: pods=10","reason":"Forbidden","code":403}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN + HINTED,
      says: /server has asked for the client to provide credentials \( ?pods?\/|unable to upgrade connection: Unauthorized/i,
      sent: /^authorization /,
      explanation:
        'The API server knows the caller; the node refuses the API server’s own certificate, which was not replaced, or not read anew, when the cluster’s certificates were.',
      seen: {
        status: 401,
        url: 'https://k8s.example.com:6443/api/v1/namespaces/shop/pods/web/log',
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"the server has asked for the client to provide credentials ( pods/log web)","reason":"Unauthorized","code":401}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /message: Unauthorized$/i,
      status: [401],
      sent: /^authorization authorization: bearer (?:kubeconfig|token)-[\w.-]+:[a-z0-9]{50,}$/i,
      explanation:
        'This is a token of Rancher, which stands before its clusters; the API server itself does not know it. Call Rancher’s address, or switch the authorized endpoint of the cluster on.',
      seen: {
        status: 401,
        sent: {
          Authorization:
            'Bearer kubeconfig-user-5sx4gxzr7g:z59nscr8rlw25jc9884s5rzm7n4z62nv2p7cwjvh8qs6dx2qf2zv7z',
        },
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}',
      },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /message: Unauthorized$/i,
      status: [401],
      sent: /^authorization /,
      explanation:
        'The API server does not take the token: over, of another cluster or audience, or its service account or pod is gone.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /message: Unauthorized$/i,
      status: [401],
      notSent: /./,
      explanation: 'Anonymous requests are switched off and nothing was sent.',
      seen: {
        status: 401,
        sent: {},
        body: '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}',
      },
    },
  ],
});
