import { testRule } from './rule.test-support.ts';
import { proxyAuthenticationRequired } from './proxy-authentication-required.ts';

testRule(proxyAuthenticationRequired, {
  silent: {
    'a 401': { received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    'a cache that stands for a server': {
      received: { 'WWW-Authenticate': 'NTLM', Server: 'squid/5.7' },
      body: '<html><head><title>ERROR: Cache Access Denied</title></head><body><p>Cache Access Denied.</p></body></html>',
    },
    'a 403 through a proxy': { status: 403, received: { Via: '1.1 squid' } },
  },
  speaks: {
    'Squid answers 403 where it asks': {
      given: { status: 403, received: { 'X-Squid-Error': 'ERR_CACHE_ACCESS_DENIED 0' } },
      title: /The proxy asks for credentials/,
    },
    'a 407': {
      given: { status: 407, received: { 'Proxy-Authenticate': 'Basic realm="corp"' } },
      title: /The proxy “corp” asks for [\w ]+; no credentials were sent/,
      at: ['Response › status', 'Response › Proxy-Authenticate', 'Request › Proxy-Authorization › not sent'],
      remedy: { id: 'send-proxy-credentials', values: { scheme: 'basic' } },
      figure: { kind: 'schemes', sent: 'none', challenged: ['Basic'] },
    },
    'a 407 that offers several schemes, with a remedy by the strongest': {
      given: {
        status: 407,
        received: { 'Proxy-Authenticate': 'Negotiate, Basic realm="corp", Digest realm="corp", nonce="n"' },
      },
      title: /The proxy “corp” asks for [\w ]+/,
      remedy: { id: 'send-proxy-credentials', values: { scheme: 'digest' } },
      figure: { kind: 'schemes', sent: 'none', challenged: ['Negotiate', 'Basic', 'Digest'] },
    },
    'a 407 that wants NTLM and got Basic': {
      given: {
        status: 407,
        sent: { 'Proxy-Authorization': 'Basic YTpi' },
        received: { 'Proxy-Authenticate': 'NTLM' },
      },
      title: /does not take Basic; it asks for NTLM/,
      remedy: { id: 'send-proxy-credentials', values: { scheme: 'ntlm' } },
    },
    'credentials that the proxy refuses': {
      given: {
        status: 407,
        sent: { 'Proxy-Authorization': 'Basic YTpi' },
        received: { 'Proxy-Authenticate': 'Basic realm="corp"' },
      },
      title: /refuses the credentials/,
    },
  },
});
