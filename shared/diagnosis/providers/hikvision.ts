import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const hikvision = defineProvider({
  id: 'hikvision',
  name: 'Hikvision cameras',
  category: 'device',
  address: 'https://192.168.1.64/ISAPI/System/deviceInfo',
  fields: [['server', /App-webs|DNVRS-Webs/i]],
  body: /<lockStatus>|<userCheck/,

  sources: ['https://www.hikvision.com/en/support/'],
  signs: [
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /lockstatus: lock/i,
      explanation: 'The camera locks an account after wrong logins, for half an hour or so.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /isactivated: false/i,
      explanation: 'The camera has not been activated with a password yet.',
    },
  ],
});
