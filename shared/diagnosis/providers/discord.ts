import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const discord = defineProvider({
  id: 'discord',
  name: 'Discord',
  category: 'messaging',
  address: 'https://discord.com/api/v10/users/@me',
  hosts: /(^|\.)discord\.com$/,

  sources: ['https://discord.com/developers/docs/topics/opcodes-and-status-codes'],
  signs: [
    {
      cause: 'mfa-required',
      weight: TOLD,
      code: ['60003'],
      explanation: 'Discord demands two-factor login for this.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['50001', '50013'],
      explanation: 'The bot lacks the permission in this server or channel.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['40002', '20005', '20007'],
      explanation: 'The account has to be verified or is closed.',
    },
  ],
});
