import { basic, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { cachedResponse } from './cached-response.ts';

const url = 'https://api.example.com/';
const id = '5f0c1b9e-22d4-4a1e-9b0c-1f2e3d4c5b6a';

testRule(cachedResponse, {
  silent: {
    'Age 0': { received: { Age: '0' } },
    'a miss': { received: { 'X-Cache': 'Miss from cloudfront' } },
    'an error from the cache’s origin': { received: { 'X-Cache': 'Error from cloudfront' } },
    'a hit that is a miss': { received: { 'X-Cache': 'hit-for-pass' } },
    'a miss at Varnish': { received: { 'X-Varnish': '32770' } },
    'an index that knew the object, and a miss': {
      received: { 'X-Cache': 'MISS from squid', 'X-Cache-Lookup': 'HIT from squid:3128' },
    },
    'no hits': { received: { 'X-Cache-Hits': '0' } },
    'what may be cached': { received: { 'Cache-Control': 'max-age=1', 'X-Cache-Enabled': 'true' } },
    'an id that the client had sent': [
      { sent: { 'X-Request-Id': id }, received: { 'X-Request-Id': id } },
      { at: 30, date: null, sent: { 'X-Request-Id': id }, received: { 'X-Request-Id': id } },
    ],
    'a clock of another zone': { sent: opaque, at: 7200, date: 0 },
    'a page of results passed': [
      { url, sent: opaque, status: 200 },
      { url: `${url}?page=2`, sent: opaque },
    ],
  },
  speaks: {
    'an Age': { given: { received: { Age: '39' } }, title: /39\u00a0s old/, at: ['Response › Age'] },
    'a hit': { given: { received: { 'X-Cache': 'HIT' } }, title: /from a cache/ },
    'a hit in memory': {
      given: { received: { 'X-Cache': 'TCP_MEM_HIT from a23-1-2-3.deploy.akamaitechnologies.com' } },
      title: /from a cache/,
    },
    'a field of a gateway’s own': {
      given: { received: { 'X-Tyk-Cached-Response': '1' } },
      title: /from a cache/,
      at: ['Response › X-Tyk-Cached-Response'],
    },
    'a hit by RFC 9211': { given: { received: { 'Cache-Status': '"Edge"; hit' } }, title: /from a cache/ },
    'two ids of Varnish': { given: { received: { 'X-Varnish': '32770 3' } }, title: /from a cache/ },
    'the id of a refusal before': {
      given: [
        { date: null, received: { 'X-Request-Id': id } },
        { at: 30, date: null, sent: basic('a', 'b'), received: { 'X-Request-Id': id } },
      ],
      title: /from a cache/,
      at: ['Response › X-Request-Id'],
    },
    'one more parameter passed': {
      given: [{ url }, { url: `${url}?x=1`, status: 200 }, { url, at: 9 }],
      title: /from a cache/,
    },
    'made the day before': {
      given: { at: 80_000, date: 0, received: { 'WWW-Authenticate': 'Basic realm="stage"' } },
      title: /22\u00a0h.*old/,
      at: ['Response › Date'],
    },
  },
});
