import { PROVEN, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fritzbox = defineProvider({
  id: 'fritzbox',
  name: 'FRITZ!Box',
  category: 'device',
  address: 'https://fritz.box/login_sid.lua',
  paths: /^\/(?:login_sid\.lua|webservices\/homeautoswitch\.lua|tr064\/)/,
  hosts: /^fritz\.box$|\.myfritz\.net$/,
  fields: [['server', /FRITZ!|AVM/i]],
  challenge: /^Digest (?:HTTPS Access|F!Box SOAP-Auth)/i,
  body: /<SessionInfo><SID>|urn:dslforum-org:control-1-0/,
  misleads: [{ says: 'SID 0000000000000000', means: 'With 200 that the login was refused.' }],
  sources: [
    'https://github.com/kbr/fritzconnection/blob/595146f48551b9b3f3e95f735778d183e99df876/docs/sources/getting_started.rst',
  ],
  doors: ['query sid', 'authorization digest', 'authorization avm-sid'],
  lives: { seconds: 1_200, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /^errorcode: 866$|second factor authentication required/i,
      explanation: 'The box wants the action confirmed at the box or with a code.',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^errorcode: 606$|Action not authorized/i,
      explanation: 'The user of the box lacks the right; tick FRITZ!Box settings for it.',
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /^sid: 0{16}$/i,
      explanation:
        'The box accepted no login: the response must be made from the challenge and password as the box says, or the session is over.',
    },
  ],
});
