import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const vmwareVsphere = defineProvider({
  id: 'vmware-vsphere',
  name: 'VMware vSphere',
  category: 'device',
  address: 'https://vcenter.example.com/api/vcenter/vm',
  paths: /^\/(?:rest\/com\/vmware|api\/vcenter)\//,
  hosts: /^(vcenter|vcsa|vsphere|esxi?\d*)[.-]/,
  body: /com\.vmware\.vapi\.|"error_type"\s*:\s*"UNAUTHENTICATED"|urn:vim25|urn:internalvim25/,
  sources: [
    'https://github.com/vmware/vsphere-automation-sdk-python/blob/2b1460500faa8a68128f81653df341c6da0b1464/README.md',
  ],
  doors: [
    'field vmware-api-session-id',
    'field vmware-use-header-authn',
    'authorization basic',
    'authorization sign',
    'authorization bearer',
  ],
  lives: { seconds: 300, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /MaxSessionCountReached|max(?:imum)? (?:number of )?sessions?/i,
      explanation: 'A user holds too many sessions; delete them when done.',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /session is not authenticated|NotAuthenticatedFault|authentication\.required|session (?:has )?(?:expired|timed out)/i,
      sent: /^(?:field vmware-api-session-id|cookie)/,
      explanation:
        'A session ends after some idle minutes or when the appliance restarts; create another at /api/session.',
      seen: {
        sent: { 'vmware-api-session-id': '0123456789abcdef0123456789abcdef' },
        body: '{"error_type":"UNAUTHENTICATED","messages":[{"id":"com.vmware.vapi.endpoint.method.authentication.required","default_message":"Authentication required."}]}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /authentication\.required|Authentication required/i,
      lacks: 'vmware-api-session-id',
      sent: /^field (?!vmware-api-session-id)\S*session\S*: \S{16,}/,
      explanation: 'The session’s id goes in the field vmware-api-session-id.',
      seen: {
        sent: { 'X-Session-Id': '0123456789abcdef0123456789abcdef' },
        body: '{"error_type":"UNAUTHENTICATED","messages":[{"id":"com.vmware.vapi.endpoint.method.authentication.required","default_message":"Authentication required."}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication required/i,
      notSent: /./,
      explanation: 'Create a session with user and password first and send its id in vmware-api-session-id.',
      seen: {
        sent: {},
        body: '{"error_type":"UNAUTHENTICATED","messages":[{"id":"com.vmware.vapi.endpoint.method.authentication.required","default_message":"Authentication required."}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /incorrect user name or password|Unable to authenticate user|Invalid credentials/i,
      explanation:
        'User and password do not fit; the name carries its domain, as in administrator@vsphere.local.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error_type":"UNAUTHENTICATED","messages":[{"id":"vapi.security.authentication.invalid","default_message":"Unable to authenticate user"}]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account is (?:locked|disabled)|User account .*locked/i,
      explanation: 'The account is locked after wrong logins.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error_type":"UNAUTHENTICATED","messages":[{"default_message":"User account is locked. Please contact your administrator."}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /vapi\.std\.errors\.unauthorized|NoPermission|Permission to perform this operation was denied|error_type: UNAUTHORIZED/i,
      explanation: 'The user lacks the privilege on this object.',
      seen: {
        status: 403,
        sent: { 'vmware-api-session-id': '0123456789abcdef0123456789abcdef' },
        body: '{"type":"com.vmware.vapi.std.errors.unauthorized","value":{"messages":[{"default_message":"Permission to perform this operation was denied."}]}}',
      },
    },
  ],
});
