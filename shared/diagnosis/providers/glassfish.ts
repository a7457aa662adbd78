import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const glassfish = defineProvider({
  id: 'glassfish',
  name: 'GlassFish and Payara',
  category: 'server',
  address: 'https://app.example.com/service',
  fields: [
    ['server', /GlassFish|Payara/i],
    ['x-powered-by', /GlassFish|Payara/i],
  ],
  body: /<title>(?:Payara Server|GlassFish|Eclipse GlassFish)[^<]*Error report/i,
  sources: [
    'https://docs.payara.fish/community/docs/Technical%20Documentation/Payara%20Server%20Documentation/Security%20Guide/System%20Security.html',
    'https://github.com/payara/Payara',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /This request requires HTTP authentication/i,
      notSent: /^authorization/,
      explanation:
        'A constraint of the application, or of the administration, asks for a login, and none was sent.',
      seen: {
        sent: {},
        received: { Server: 'Payara Server 6.2024.1', 'WWW-Authenticate': 'Basic realm="file"' },
        body: '<html><head><title>Payara Server - Error report</title></head><body><h1>HTTP Status 401 - Unauthorized</h1><p><b>message</b>Unauthorized</p><p><b>description</b>This request requires HTTP authentication.</p></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /This request requires HTTP authentication/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'The realm does not know the user with this password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOndvcmQ=' },
        received: { Server: 'Payara Server 6.2024.1', 'WWW-Authenticate': 'Basic realm="file"' },
        body: '<html><head><title>Payara Server - Error report</title></head><body><h1>HTTP Status 401 - Unauthorized</h1><p><b>description</b>This request requires HTTP authentication.</p></body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Access to the specified resource has been forbidden/i,
      explanation: 'The user is known and has none of the roles; groups become roles in glassfish-web.xml.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOndvcmQ=' },
        received: { Server: 'Payara Server 6.2024.1' },
        body: '<html><head><title>Payara Server - Error report</title></head><body><h1>HTTP Status 403 - Forbidden</h1><p><b>description</b>Access to the specified resource has been forbidden.</p></body></html>',
      },
    },
  ],
});
