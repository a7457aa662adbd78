import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const jetty = defineProvider({
  id: 'jetty',
  name: 'Eclipse Jetty',
  category: 'server',
  address: 'https://app.example.com/service',
  fields: [['server', /^Jetty\b/i]],
  body: /Powered by Jetty:\/\/|<title>Error 40[13] /,
  sources: [
    'https://jetty.org/docs/jetty/12/programming-guide/security/index.html',
    'https://github.com/jetty/jetty.project/blob/jetty-12.0.x/jetty-core/jetty-server/src/main/java/org/eclipse/jetty/server/handler/ErrorHandler.java',
    'https://github.com/jetty/jetty.project/blob/jetty-9.4.x/jetty-security/src/main/java/org/eclipse/jetty/security/SecurityHandler.java',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /!role\b/,
      explanation:
        'Jetty knows the user, who has none of the roles that the constraint on this path names. The realm’s file gives the roles.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOndvcmQ=' },
        received: { Server: 'Jetty(9.4.53.v20231009)' },
        body: '<html><head><title>Error 403 !role</title></head><body><h2>HTTP ERROR 403 !role</h2><table><tr><th>URI:</th><td>/service</td></tr><tr><th>STATUS:</th><td>403</td></tr><tr><th>MESSAGE:</th><td>!role</td></tr></table></body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: SUGGESTED,
      says: /!Secure\b/,
      explanation:
        'The constraint allows the path over HTTPS only; behind a proxy X-Forwarded-Proto must be read.',
      seen: {
        status: 403,
        received: { Server: 'Jetty(9.4.53.v20231009)' },
        body: '<html><head><title>Error 403 !Secure</title></head><body><h2>HTTP ERROR 403 !Secure</h2></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [401],
      says: /HTTP ERROR:? 401|Error 401/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'The login service of this realm does not know the user with this password.',
      seen: {
        sent: { Authorization: 'Basic a2ltOndvcmQ=' },
        received: { Server: 'Jetty(9.4.53.v20231009)', 'WWW-Authenticate': 'Basic realm="Acme"' },
        body: '<html><head><title>Error 401 Unauthorized</title></head><body><h2>HTTP ERROR 401 Unauthorized</h2></body></html>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      says: /HTTP ERROR:? 401|Error 401/i,
      notSent: /./,
      explanation: 'A constraint of the application asks for a login, and none was sent.',
      seen: {
        sent: {},
        received: { Server: 'Jetty(11.0.15)', 'WWW-Authenticate': 'Basic realm="Acme"' },
        body: '<html><head><title>Error 401 Unauthorized</title></head><body><h2>HTTP ERROR 401 Unauthorized</h2></body></html>',
      },
    },
  ],
});
