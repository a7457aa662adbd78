import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const proxmox = defineProvider({
  id: 'proxmox',
  name: 'Proxmox VE',
  category: 'device',
  address: 'https://pve.example.com:8006/api2/json/nodes',
  fields: [['server', /pve-api-daemon/i]],

  sources: ['https://pve.proxmox.com/wiki/Proxmox_VE_API'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /invalid csrf token/i,
      explanation: 'With a ticket Proxmox wants the CSRFPreventionToken of the same login for every change.',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /invalid PVE ticket/i,
      explanation: 'A ticket of Proxmox is good for two hours.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /no such token|no such user|authentication failure/i,
      explanation: 'Proxmox does not know the user or the token’s name.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No ticket/i,
      notSent: /./,
      explanation: 'Proxmox saw neither ticket nor token.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Permission check failed/i,
      explanation: 'The user or the token with separated privileges lacks the right on this path.',
    },
  ],
});
