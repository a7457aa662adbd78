import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const growatt = defineProvider({
  id: 'growatt',
  name: 'Growatt',
  category: 'device',
  address: 'https://openapi.growatt.com/v1/plant/list',
  hosts: /(?:^|\.)growatt\.com$/,
  testHosts: /^test\.growatt\.com$/,
  keys: [
    {
      form: /^6eb6f069523055a339d71e5b1f6c88cc$/,
      kind: 'token that the documentation prints',
      environment: 'test',
      goes: ['field token'],
    },
  ],
  sources: [
    'https://www.showdoc.com.cn/262556420217021/0',
    'https://github.com/indykoning/PyPi_GrowattServer/issues/122',
  ],
  few: 'Its interface says little more than these two.',
  doors: ['field token'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^error_code: 10011$|error_permission_denied/i,
      explanation:
        'Growatt does not know the token, or another region’s server made it: the servers of China, America and Australia each know their own.',
      seen: {
        status: 200,
        sent: { token: 'q7rk2mxz0bt4wyc1q7rk2mxz0bt4wyc1' },
        received: { 'Content-Type': 'application/json' },
        body: '{"error_msg":"error_permission_denied","error_code":10011,"data":""}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /^error_code: 10012$|error_frequently_access/i,
      explanation: 'The same call may come once in some minutes; asking on may lock the address.',
      seen: {
        status: 200,
        sent: { token: 'q7rk2mxz0bt4wyc1q7rk2mxz0bt4wyc1' },
        received: { 'Content-Type': 'application/json' },
        body: '{"error_msg":"error_frequently_access","error_code":10012,"data":""}',
      },
    },
  ],
});
