import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const squid = defineProvider({
  id: 'squid',
  name: 'Squid',
  category: 'proxy',
  address: 'http://example.com/',
  fields: [['x-squid-error'], ['server', /^squid/i]],
  body: /ERR_(?:CACHE_)?ACCESS_DENIED|Generated .* by \S+ \(squid/,
  sources: ['https://github.com/squid-cache/squid/blob/master/errors/templates/ERR_CACHE_ACCESS_DENIED'],
  signs: [
    {
      cause: 'proxy-authentication-required',
      weight: PROVEN,
      says: /ERR_CACHE_ACCESS_DENIED|Cache Access Denied/i,
      status: [407],
      explanation:
        'Squid wants its own user and password in Proxy-Authorization; the application’s credentials mean nothing to it.',
      seen: {
        status: 407,
        sent: {},
        received: {
          'X-Squid-Error': 'ERR_CACHE_ACCESS_DENIED 0',
          'Proxy-Authenticate': 'Basic realm="proxy"',
        },
        body: '<html><title>ERROR: Cache Access Denied</title></html>',
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      says: /ERR_ACCESS_DENIED|Access control configuration prevents your request/i,
      status: [403],
      explanation: 'An http_access rule of Squid refuses the address, port or method.',
      seen: {
        status: 403,
        received: { 'X-Squid-Error': 'ERR_ACCESS_DENIED 0' },
        body: '<html><title>ERROR: The requested URL could not be retrieved</title><p>Access Denied. Access control configuration prevents your request from being allowed at this time.</p></html>',
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: TOLD,
      says: /ERR_(?:TOO_BIG|INVALID_REQ|PROTOCOL_UNKNOWN|UNSUP_REQ)/i,
      status: [403],
      explanation: 'Squid did not hand the request on.',
      seen: {
        status: 403,
        received: { 'X-Squid-Error': 'ERR_UNSUP_REQ 0' },
        body: '<html><title>ERROR</title></html>',
      },
    },
  ],
});
