import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { blockedByIntermediary } from './blocked-by-intermediary.ts';

testRule(blockedByIntermediary, {
  silent: { 'a bare 403': { status: 403, sent: opaque } },
  speaks: {
    'a firewall': {
      given: {
        status: 403,
        sent: opaque,
        body: '<html><body>The requested URL was rejected. Please consult with your administrator. Your support ID is: 1</body></html>',
      },
      title: /in front of the server/,
    },
    'a challenge page': {
      given: { status: 403, received: { 'CF-Mitigated': 'challenge' } },
      title: /in front/,
      at: ['Response › CF-Mitigated'],
    },
  },
});
