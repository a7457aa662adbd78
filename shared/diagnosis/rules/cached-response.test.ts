import { testRule } from './rule.test-support.ts';
import { cachedResponse } from './cached-response.ts';

testRule(cachedResponse, {
  silent: {
    'Age 0': { received: { Age: '0' } },
    'a miss': { received: { 'X-Cache': 'Miss from cloudfront' } },
    'an error from the cache’s origin': { received: { 'X-Cache': 'Error from cloudfront' } },
  },
  speaks: {
    'an Age': { given: { received: { Age: '39' } }, title: /39\u00a0s old/, at: ['Response › Age'] },
    'a hit': { given: { received: { 'X-Cache': 'HIT' } }, title: /from a cache/ },
  },
});
