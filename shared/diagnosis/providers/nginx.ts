import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nginx = defineProvider({
  id: 'nginx',
  name: 'nginx',
  category: 'server',
  address: 'https://app.example.com/',
  fields: [['server', /^(nginx|openresty|tengine)/i]],
  body: /<hr><center>(?:nginx|openresty|tengine)/i,
  sources: [
    'https://github.com/nginx/nginx/blob/master/src/http/ngx_http_special_response.c',
    'https://nginx.org/en/docs/http/ngx_http_auth_basic_module.html',
  ],
  signs: [
    {
      cause: 'client-certificate-required',
      weight: PROVEN + HINTED,
      says: /No required SSL certificate was sent/i,
      explanation: 'ssl_verify_client is on and no client certificate came.',
      seen: {
        status: 400,
        sent: {},
        received: { Server: 'nginx' },
        body: '<html><head><title>400 No required SSL certificate was sent</title></head><body><center><h1>400 Bad Request</h1></center><center>No required SSL certificate was sent</center><hr><center>nginx</center></body></html>',
      },
    },
    {
      cause: 'client-certificate-required',
      weight: PROVEN + HINTED,
      says: /The SSL certificate error/i,
      explanation:
        'The client certificate is not signed by an authority of ssl_client_certificate, is over, or its chain is longer than ssl_verify_depth.',
      seen: {
        status: 400,
        sent: {},
        received: { Server: 'nginx' },
        body: '<html><head><title>400 The SSL certificate error</title></head><body><center><h1>400 Bad Request</h1></center><center>The SSL certificate error</center><hr><center>nginx</center></body></html>',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + HINTED,
      says: /The plain HTTP request was sent to HTTPS port/i,
      explanation: 'The address says http where the port speaks TLS.',
      seen: {
        status: 400,
        received: { Server: 'nginx' },
        body: '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head><body><center><h1>400 Bad Request</h1></center><center>The plain HTTP request was sent to HTTPS port</center><hr><center>nginx</center></body></html>',
      },
    },
    {
      cause: 'cookie-conflict',
      weight: STATED,
      says: /Request Header Or Cookie Too Large/i,
      explanation:
        'Cookies or token are larger than large_client_header_buffers: clear old cookies of the site.',
      seen: {
        status: 400,
        sent: { Cookie: 'session=a; session=b' },
        received: { Server: 'nginx' },
        body: '<html><head><title>400 Request Header Or Cookie Too Large</title></head><body><center>Request Header Or Cookie Too Large</center><hr><center>nginx</center></body></html>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      says: /401 Authorization Required/i,
      status: [401],
      notSent: /./,
      explanation:
        'nginx itself asks (auth_basic, auth_request or auth_jwt), before the application is reached.',
      seen: {
        sent: {},
        received: { Server: 'nginx', 'WWW-Authenticate': 'Basic realm="Restricted"' },
        body: '<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>nginx</center></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /401 Authorization Required/i,
      status: [401],
      sent: /^authorization authorization: basic /i,
      explanation:
        'auth_basic_user_file has no such user and password; hashes that the system’s crypt() does not know fail alike.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { Server: 'nginx', 'WWW-Authenticate': 'Basic realm="Restricted"' },
        body: '<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>nginx</center></body></html>',
      },
    },
  ],
});
