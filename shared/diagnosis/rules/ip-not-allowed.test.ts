import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { ipNotAllowed } from './ip-not-allowed.ts';

testRule(ipNotAllowed, {
  silent: {
    'advice to the owner on a page of a firewall': {
      sent: opaque,
      status: 403,
      received: { 'Content-Type': 'text/html', 'X-Sucuri-Block': 'SQLI' },
      body: '<html><body>Access Denied. If you are the site owner (or you manage this site), please whitelist your IP. Your IP: 203.0.113.9 URL: example.com/v1 Block reason: An attack was blocked.</body></html>',
    },
    'a site that is not authorized for the key': {
      sent: opaque,
      status: 403,
      body: {
        message:
          'This IP, site or mobile application is not authorized to use this API key. Request received from referer https://shop.example/',
      },
    },
    'a network policy against unnamed programs': {
      status: 403,
      body: 'blocked due to a network policy; make sure your User-Agent is not empty',
    },
    'a host that does not answer': {
      sent: opaque,
      status: 403,
      body: 'could not connect to host 10.0.0.7: refused',
    },

    'a bare 403': { status: 403 },
    'shipping is not allowed': { status: 403, body: 'shipping is not allowed' },
  },
  speaks: {
    'an address, and advice to the owner besides': {
      given: {
        sent: opaque,
        status: 403,
        body: '<html><body>Your IP address is not allowed. If you are the site owner, whitelist your IP.</body></html>',
      },
      title: /does not allow the address/,
    },
    'an address alone': {
      given: { body: { status: false, error: 'IP unauthorized' } },
      title: /does not allow the address/,
    },
    'a key for one network': {
      given: { sent: opaque, status: 403, body: 'This API key may only be used from 203.0.113.0/24' },
      title: /does not allow the address/,
    },

    'a network of a house': {
      given: {
        sent: opaque,
        status: 403,
        body: 'Access to this system is restricted to the university network.',
      },
      title: /does not allow the address/,
    },

    'an address outside a range': {
      given: {
        sent: opaque,
        status: 403,
        body: { message: 'The request IP is not within the allowed range' },
      },
      title: /does not allow the address/,
    },
    'a country by a code': {
      given: { sent: opaque, status: 403, body: { error: 'geo_blocked' } },
      title: /does not allow the address/,
    },

    'an address as a mistake of its own': {
      given: { sent: opaque, body: { error: 'Unauthorized IP address: 2001:db8::64', status: 401 } },
      title: /does not allow the address/,
    },
    'a host by its number': {
      given: {
        sent: opaque,
        status: 403,
        body: 'Access denied: Host 203.0.113.9 is not in the list of allowed hosts',
      },
      title: /does not allow the address/,
    },
    'a network of the company': {
      given: {
        sent: opaque,
        status: 403,
        body: { message: 'This API is only reachable from the company VPN' },
      },
      title: /does not allow the address/,
    },

    'a country that is blocked': {
      given: {
        sent: opaque,
        status: 403,
        body: '<html><body>The distribution is configured to block access from your country.</body></html>',
      },
      title: /does not allow the address/,
    },
    'the server says so': {
      given: { sent: opaque, status: 403, body: 'Your IP address is not allowed' },
      title: /does not allow the address/,
    },
  },
});
