import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const proxmox = defineProvider({
  id: 'proxmox',
  name: 'Proxmox VE and Backup Server',
  category: 'device',
  address: 'https://pve.example.com:8006/api2/json/version',
  paths: /^\/api2\/(?:json|extjs)\//,
  fields: [['server', /pve-api-daemon|proxmox-backup/i]],
  keys: [
    {
      form: /^PVEAPIToken=/,
      kind: 'API token',
      goes: ['authorization'],
      whole: { form: /^PVEAPIToken=[^\s!@]+@[^\s!@]+![^\s!=]+=\S+$/, written: 'user@realm!name=secret' },
    },
    {
      form: /^PBSAPIToken=/,
      kind: 'API token',
      goes: ['authorization'],
      whole: { form: /^PBSAPIToken=[^\s!@]+@[^\s!@]+![^\s!:]+:\S+$/, written: 'user@realm!name:secret' },
    },
    { form: /^PVE:/, kind: 'ticket' },
  ],
  misleads: [
    {
      says: '401 No ticket',
      means: 'The field Authorization was not read: it must begin with PVEAPIToken=.',
    },
  ],
  sources: [
    'https://pve.proxmox.com/wiki/Proxmox_VE_API',
    'https://pbs.proxmox.com/docs/user-management.html#api-tokens',
  ],
  lives: {
    seconds: 7_200,
    ends: 'session-expired',
    stamp: { cookie: /^PVE\w*$/i, began: /^PVE:[^:]+:([0-9A-F]{8})::/i },
  },
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /invalid csrf token|Permission denied - invalid csrf/i,
      explanation:
        'With a ticket Proxmox wants the CSRFPreventionToken of the same login for every change; an API token needs none.',
      seen: {
        sent: { Cookie: 'PVEAuthCookie=PVE:kim@pam:abc' },
        received: { Server: 'pve-api-daemon/3.0' },
        body: '{"data":null,"message":"Permission denied - invalid csrf token"}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /invalid PVE ticket/i,
      explanation: 'A ticket of Proxmox is good for two hours.',
      seen: {
        sent: { Cookie: 'PVEAuthCookie=PVE:kim@pam:abc' },
        received: { Server: 'pve-api-daemon/3.0' },
        body: '{"data":null,"message":"permission denied - invalid PVE ticket"}',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /(?:token|user|account) .*expired/i,
      explanation: 'User or API token is past its date.',
      seen: {
        sent: { Authorization: 'PVEAPIToken=kim@pam!ci=0a1b2c3d-0000-4000-8000-1234567890ab' },
        received: { Server: 'pve-api-daemon/3.0' },
        body: '{"data":null,"message":"user account expired"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /user (?:account )?(?:is )?(?:disabled|not enabled)/i,
      explanation: 'The user is switched off.',
      seen: {
        sent: { Authorization: 'PVEAPIToken=kim@pam!ci=0a1b2c3d-0000-4000-8000-1234567890ab' },
        received: { Server: 'pve-api-daemon/3.0' },
        body: '{"data":null,"message":"user is not enabled"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /no such token|no such user|authentication failure|invalid token value/i,
      explanation: 'Proxmox does not know the user with its realm, or the token’s name or secret.',
      seen: {
        sent: { Authorization: 'PVEAPIToken=kim@pam!ci=0a1b2c3d-0000-4000-8000-1234567890ab' },
        received: { Server: 'pve-api-daemon/3.0' },
        body: '{"data":null,"message":"no such token \'ci\' for user \'kim@pam\'"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation: 'An API token goes as PVEAPIToken=user@realm!name=secret, not as Bearer.',
      seen: {
        sent: { Authorization: 'Bearer kim@pam!ci=0a1b2c3d-0000-4000-8000-1234567890ab' },
        received: { Server: 'pve-api-daemon/3.0' },
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No ticket/i,
      notSent: /./,
      explanation: 'Proxmox saw neither ticket nor token.',
      seen: {
        sent: {},
        received: { Server: 'pve-api-daemon/3.0' },
        body: '{"data":null,"message":"No ticket"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Permission check failed/i,
      explanation: 'The user, or the token with separated privileges, lacks the right on this path.',
      seen: {
        status: 403,
        sent: { Authorization: 'PVEAPIToken=kim@pam!ci=0a1b2c3d-0000-4000-8000-1234567890ab' },
        received: { Server: 'pve-api-daemon/3.0' },
        body: '{"data":null,"message":"Permission check failed (/, Sys.Audit)"}',
      },
    },
  ],
});
