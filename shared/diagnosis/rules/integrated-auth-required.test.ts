import { basic, type Told } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { integratedAuthRequired } from './integrated-auth-required.ts';

/** The two later legs of NTLM, with what the answer between them says of the connection. */
const legs = (connection: string): readonly Told[] => [
  {
    sent: { Authorization: 'NTLM TlRMTVNTUAABAAAABoIIAAAA' },
    received: { 'WWW-Authenticate': 'NTLM TlRMTVNTUAACAAAABgAGADgA', Connection: connection },
  },
  {
    sent: { Authorization: 'NTLM TlRMTVNTUAADAAAAGAAYAEAA' },
    received: { 'WWW-Authenticate': 'NTLM' },
  },
];

testRule(integratedAuthRequired, {
  silent: {
    'a ticket behind Negotiate, and the server says no': {
      status: 403,
      sent: { Authorization: 'Negotiate YIIFGwYGKwYBBQUCoIIFDzCCBQugMDAuBgkqhkiC' },
    },
    'a ticket was sent': { sent: { Authorization: 'Negotiate YII=' }, body: 'Kerberos ticket is required' },
    'Basic is offered, too': { received: { 'WWW-Authenticate': ['NTLM', 'Basic realm="x"'] } },
    'no challenge': {},
  },
  speaks: {
    'the connection was closed between the legs': {
      given: legs('close'),
      title: /takes only NTLM/,
      at: ['Response › Connection'],
    },
    'words alone': {
      given: { sent: basic('a', 'b'), body: { error: 'Windows authentication required' } },
      title: /only a Windows sign-in/,
    },
    'NTLM and Negotiate alone': {
      given: { sent: basic('a', 'b'), received: { 'WWW-Authenticate': ['Negotiate', 'NTLM'] } },
      title: /takes only Negotiate or NTLM/,
      at: ['Response › WWW-Authenticate'],
      remedy: { id: 'switch-scheme', values: { scheme: 'ntlm' } },
    },
    'NTLM behind Negotiate, and the server says no': {
      given: {
        status: 403,
        sent: { Authorization: 'Negotiate TlRMTVNTUAABAAAAt4II4gAAAAAAAAAAAAAAAAAAAAA=' },
      },
      title: /only a ticket of Kerberos/,
      at: ['Request › Authorization', 'Response › status'],
    },
    'Negotiate alone': {
      given: { received: { 'WWW-Authenticate': 'Negotiate' } },
      title: /takes only Negotiate/,
      remedy: { id: 'switch-scheme', values: { scheme: 'negotiate' } },
    },
  },
});
