import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const apacheHttpd = defineProvider({
  id: 'apache-httpd',
  name: 'Apache HTTP Server',
  category: 'server',
  address: 'https://app.example.com/',
  fields: [['server', /^Apache(\/|$| )/]],
  body: /<address>Apache\/|This server could not verify that you are authorized/,
  sources: [
    'https://github.com/apache/httpd/blob/trunk/modules/http/http_protocol.c',
    'https://httpd.apache.org/docs/2.4/howto/auth.html',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: TOLD,
      says: /This server could not verify that you are authorized/i,
      notSent: /./,
      explanation: 'Apache’s own authentication (AuthType) asks, before the application is reached.',
      seen: {
        sent: {},
        received: { Server: 'Apache/2.4.58', 'WWW-Authenticate': 'Basic realm="Restricted"' },
        body: '<html><head><title>401 Unauthorized</title></head><body><h1>Unauthorized</h1><p>This server could not verify that you are authorized to access the document requested.</p></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /This server could not verify that you are authorized/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'Apache’s password file has no such user and password, or Require names others.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { Server: 'Apache/2.4.58', 'WWW-Authenticate': 'Basic realm="Restricted"' },
        body: '<html><head><title>401 Unauthorized</title></head><body><h1>Unauthorized</h1><p>This server could not verify that you are authorized to access the document requested. Either you supplied the wrong credentials (e.g., bad password), or your browser does not understand how to supply the credentials required.</p></body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: SUGGESTED,
      says: /You don't have permission to access this resource/i,
      status: [403],
      explanation: 'A Require or Deny rule, or the file’s own rights, refuse; the error log names which.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { Server: 'Apache/2.4.58' },
        body: "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access this resource.</p><address>Apache/2.4.58</address></body></html>",
      },
    },
    {
      cause: 'client-certificate-required',
      weight: PROVEN + HINTED,
      says: /Reason: Cannot perform Post-Handshake Authentication|SSLVerifyClient|client certificate/i,
      explanation:
        'This location wants a client certificate, which TLS 1.3 clients and HTTP/2 do not deliver after the handshake.',
      seen: {
        status: 403,
        sent: {},
        received: { Server: 'Apache/2.4.58' },
        body: "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access this resource.Reason: Cannot perform Post-Handshake Authentication.<br /></p></body></html>",
      },
    },
  ],
});
