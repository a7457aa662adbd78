import { basic } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { integratedAuthRequired } from './integrated-auth-required.ts';

testRule(integratedAuthRequired, {
  silent: {
    'Basic is offered, too': { received: { 'WWW-Authenticate': ['NTLM', 'Basic realm="x"'] } },
    'no challenge': {},
  },
  speaks: {
    'NTLM and Negotiate alone': {
      given: { sent: basic('a', 'b'), received: { 'WWW-Authenticate': ['Negotiate', 'NTLM'] } },
      title: /takes only Negotiate or NTLM/,
      at: ['Response › WWW-Authenticate'],
      remedy: { id: 'switch-scheme', values: { scheme: 'ntlm' } },
    },
    'Negotiate alone': {
      given: { received: { 'WWW-Authenticate': 'Negotiate' } },
      title: /takes only Negotiate/,
      remedy: { id: 'switch-scheme', values: { scheme: 'negotiate' } },
    },
  },
});
