import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: number, message: string) =>
  JSON.stringify({ success: false, processId: '8F0C', reasons: [{ code, message }] });

export const zuora = defineProvider({
  id: 'zuora',
  name: 'Zuora',
  category: 'payment',
  address: 'https://rest.zuora.com/v1/accounts',
  hosts: /^rest(?:\.[\w.-]+)?\.zuora\.com$/,
  testHosts: /sandbox|test/,
  body: /"reasons"\s*:\s*\[\s*\{\s*"code"\s*:\s*9000\d+/,
  sources: ['https://developer.zuora.com/v1-api-reference/error-handling/'],
  doors: ['authorization bearer', 'authorization basic', 'field apiaccesskeyid', 'field apisecretaccesskey'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /this resource is protected, please sign in first/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is over after an hour, or is of another data centre: the host names it.',
      seen: seen(90000011, 'this resource is protected, please sign in first'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /this resource is protected, please sign in first/i,
      notSent: /./,
      explanation: 'No token was sent.',
      seen: { sent: {}, body: seen(90000011, 'this resource is protected, please sign in first') },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /don't have (?:the )?permission|not have the .{0,40} permission/i,
      explanation:
        'The user behind the client lacks this permission, or the tenant has not bought the feature.',
      seen: { status: 403, body: seen(90000016, "You don't have permission to perform this action") },
    },
  ],
});
