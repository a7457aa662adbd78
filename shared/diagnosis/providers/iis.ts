import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const iis = defineProvider({
  id: 'iis',
  name: 'Internet Information Services',
  category: 'server',
  address: 'https://intranet.example.com/app/',
  fields: [['server', /IIS/i]],
  body: /IIS [\d.]+ Detailed Error/,
  sources: [
    'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /403\.(?:14|2|3|18|19)\b/,
      explanation: 'The substatus of IIS tells the reason: the folder may not be listed, read or run.',
      seen: {
        status: 403,
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 403.14</title></head><body><h2>HTTP Error 403.14 - Forbidden</h2></body></html>',
      },
    },
    {
      cause: 'client-certificate-required',
      weight: PROVEN,
      says: /403\.(?:7|13|16|17)\b/,
      explanation:
        'The substatus of IIS speaks of the client’s certificate: missing (7), revoked (13), untrusted (16), out of its dates (17).',
      seen: {
        status: 403,
        sent: {},
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 403.7</title></head><body><h2>HTTP Error 403.7 - Forbidden</h2></body></html>',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /403\.(?:4|5)\b/,
      explanation: 'The site takes HTTPS only: call it by https.',
      seen: {
        status: 403,
        url: 'http://intranet.example.com/app/',
        sent: {},
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 403.4</title></head><body><h2>HTTP Error 403.4 - Forbidden</h2></body></html>',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /403\.(?:8|12)\b/,
      explanation: 'The site’s rules refuse this name of a client or mapped certificate.',
      seen: {
        status: 403,
        sent: {},
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 403.8</title></head><body><h2>HTTP Error 403.8 - Forbidden</h2></body></html>',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /403\.(?:6|501|502|503)\b/,
      explanation: 'The substatus of IIS speaks of the client’s address.',
      seen: {
        status: 403,
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 403.6</title></head><body><h2>HTTP Error 403.6 - Forbidden</h2></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /401\.1\b/,
      explanation:
        'The substatus of IIS says that the login failed; on the machine itself the loopback check does that too.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 401.1</title></head><body><h2>HTTP Error 401.1 - Unauthorized</h2></body></html>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /401\.2\b/,
      notSent: /./,
      explanation: 'The substatus of IIS says that no method of login which this site allows was used.',
      seen: {
        status: 401,
        sent: {},
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 401.2</title></head><body><h2>HTTP Error 401.2 - Unauthorized</h2></body></html>',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /401\.2\b/,
      sent: /^authorization /,
      explanation: 'The site does not allow this method of login: see its Authentication page.',
      seen: {
        status: 401,
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 401.2</title></head><body><h2>HTTP Error 401.2 - Unauthorized</h2></body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /401\.3\b/,
      explanation: 'The substatus of IIS says that the file’s access list refuses the user.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 401.3</title></head><body><h2>HTTP Error 401.3 - Unauthorized</h2></body></html>',
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      says: /401\.[45]\b|404\.(?:5|6|11|13|14|15)\b/,
      explanation: 'A filter of IIS refused the request, not the application.',
      seen: {
        status: 401,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { Server: 'Microsoft-IIS/10.0' },
        body: '<html><head><title>IIS 10.0 Detailed Error - 401.4</title></head><body><h2>HTTP Error 401.4 - Unauthorized</h2></body></html>',
      },
    },
  ],
});
