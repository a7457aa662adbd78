import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { clientCertificateRequired } from './client-certificate-required.ts';

testRule(clientCertificateRequired, {
  silent: {
    'a connection that was closed': { tls: 'socket hang up' },
    'the server could not verify its identity provider': {
      sent: opaque,
      body: 'fetching keys: x509: certificate signed by unknown authority',
    },
    'a 401': { sent: opaque },
    'a 400 that is not the web server’s': { status: 400, body: { error: 'bad date' } },
    'the server’s own certificate': { tls: 'self-signed certificate in certificate chain' },
    'a 400 to a query': {
      url: 'https://a.example/?q=1',
      status: 400,
      body: '<html><head><title>400 Bad Request</title></head><body><center><h1>400 Bad Request</h1></center><hr><center>nginx</center></body></html>',
    },
  },
  speaks: {
    'an alert that names what is required': {
      given: { tls: 'error:0A00045C:SSL routines::tlsv13 alert certificate required' },
      title: /wants a client certificate/,
    },
    'the alert by its name in Go': {
      given: { tls: 'remote error: tls: unknown certificate authority' },
      title: /wants a client certificate/,
    },
    'the alert by its name in Java': {
      given: { tls: 'Received fatal alert: bad_certificate' },
      title: /wants a client certificate/,
    },
    'the proxy in front hands on that none came': {
      given: { status: 403, received: { 'X-SSL-Client-Verify': 'NONE' } },
      title: /none that it accepts/,
      at: ['Response › X-SSL-Client-Verify'],
    },
    'a bank misses it': {
      given: { body: { tppMessages: [{ category: 'ERROR', code: 'CERTIFICATE_MISSING' }] } },
      title: /wants a client certificate/,
    },
    'nginx says so': {
      given: {
        status: 400,
        body: '<html><head><title>400 No required SSL certificate was sent</title></head></html>',
      },
      title: /wants a client certificate/,
    },
    'a TLS alert': {
      given: { tls: 'SSL alert number 116: certificate required' },
      title: /wants a client certificate/,
      at: ['Connection'],
    },
    'its own page is taken away': {
      given: {
        status: 400,
        body: '<html><head><title>400 Bad Request</title></head><body><center><h1>400 Bad Request</h1></center><hr><center>nginx</center></body></html>',
      },
      title: /probably/,
    },
  },
});
