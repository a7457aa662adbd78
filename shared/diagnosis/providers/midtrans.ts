import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const midtrans = defineProvider({
  id: 'midtrans',
  name: 'Midtrans',
  category: 'payment',
  address: 'https://api.midtrans.com/v2/charge',
  hosts: /(^|\.)midtrans\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^SB-/, kind: 'key', environment: 'test' },
    { form: /^Mid-/, kind: 'key', environment: 'live' },
  ],
  misleads: [
    {
      says: 'Access denied due to unauthorized transaction, please check client key or server key',
      means: 'Mostly the key of the other environment, or a missing colon behind it.',
    },
  ],
  sources: ['https://docs.midtrans.com/docs/access-keys', 'https://docs.midtrans.com/reference/code-4xx'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Access denied due to unauthorized transaction|Unknown Merchant server_key\/id|cannot be authorized with the current (?:client\/server|client|server) key/i,
      sent: /^authorization /,
      explanation:
        'Midtrans does not know the key here: sandbox and production have their own, and a colon stands behind the key before Base64.',
      seen: {
        sent: { Authorization: 'Basic TWlkLXNlcnZlci1hYmM6' },
        body: '{"status_code":"401","status_message":"Transaction cannot be authorized with the current client/server key.","id":"x"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Access denied due to unauthorized transaction|cannot be authorized with the current/i,
      notSent: /./,
      explanation: 'Midtrans saw no key: the server key is the user name of Basic, the password is empty.',
      seen: {
        sent: {},
        body: '{"status_code":"401","status_message":"Access denied due to unauthorized transaction, please check client key or server key","id":"x"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /(?:Merchant doesn['’]t have|No) access for this payment type|Payment channel is not activated/i,
      explanation: 'This kind of payment is not enabled for the merchant.',
      seen: {
        status: 402,
        sent: { Authorization: 'Basic TWlkLXNlcnZlci1hYmM6' },
        body: '{"status_code":"402","status_message":"Payment channel is not activated.","id":"x"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /(?:Merchant|Your) account is deactivated/i,
      explanation: 'The merchant’s account was deactivated; Midtrans’ support can tell why.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"status_code":"410","status_message":"Merchant account is deactivated"}',
      },
    },
  ],
});
