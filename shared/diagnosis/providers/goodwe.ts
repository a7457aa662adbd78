import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const goodwe = defineProvider({
  id: 'goodwe',
  name: 'GoodWe SEMS',
  category: 'device',
  address: 'https://www.semsportal.com/api/v2/PowerStation/GetMonitorDetailByPowerstationId',
  hosts: /(?:^|\.)semsportal\.com$/,
  sources: ['https://github.com/TimSoethout/goodwe-sems-home-assistant'],
  few: 'The portal answers 200 with a sentence, and knows two of them.',
  doors: ['field token'],
  prescribes: /^field token: \{/i,
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /The authorization has expired, please log in again/i,
      explanation:
        'The token of CrossLogin is over: log in again and ask at the address in api of that answer.',
      seen: {
        status: 200,
        sent: {
          Token:
            '{"uid":"a1","timestamp":1700049600000,"token":"9c3ad4bd","client":"web","version":"","language":"en"}',
        },
        received: { 'Content-Type': 'application/json' },
        body: '{"hasError":false,"code":100002,"msg":"The authorization has expired, please log in again.","data":null}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No access, please log in\./i,
      notSent: /^field token: ./i,
      explanation: 'Every call carries the login’s token as JSON in the field Token.',
      seen: {
        status: 200,
        sent: {},
        received: { 'Content-Type': 'application/json' },
        body: '{"hasError":false,"code":100001,"msg":"No access, please log in.","data":null}',
      },
    },
  ],
});
