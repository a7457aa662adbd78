import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tomcat = defineProvider({
  id: 'tomcat',
  name: 'Apache Tomcat',
  category: 'server',
  address: 'https://tomcat.example.com/manager/html',
  paths: /^\/manager\/(?:text|html|status)\b/,
  fields: [['server', /Apache-Coyote|^Apache Tomcat/i]],
  body: /Apache Tomcat\/\d|tomcat-users\.xml|HTTP Status 40[13] [–-]/,
  sources: [
    'https://github.com/apache/tomcat/blob/main/java/org/apache/catalina/valves/LocalStrings.properties',
    'https://tomcat.apache.org/tomcat-10.1-doc/manager-howto.html',
  ],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You are not authorized to view this page|Access to the requested resource has been denied/i,
      status: [403],
      explanation:
        'The user is known and lacks the role: the Manager wants manager-gui, manager-script, manager-jmx or manager-status.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '<html><head><title>403 Access Denied</title></head><body><p>You are not authorized to view this page.</p><p>conf/tomcat-users.xml</p></body></html>',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: TOLD,
      says: /By default the (?:Manager|Host Manager) is only accessible from a browser running on the same machine/i,
      explanation: 'The Manager’s RemoteAddrValve in its context.xml allows the own machine only.',
      seen: {
        status: 403,
        sent: {},
        body: '<html><title>403 Access Denied</title><p>By default the Manager is only accessible from a browser running on the same machine as Tomcat.</p><p>tomcat-users.xml</p></html>',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You are not authorized to view this page|HTTP Status 401/i,
      status: [401],
      notSent: /./,
      explanation: 'Tomcat asks for a user of tomcat-users.xml.',
      seen: {
        sent: {},
        received: { 'WWW-Authenticate': 'Basic realm="Tomcat Manager Application"' },
        body: '<html><head><title>401 Unauthorized</title></head><body><p>You are not authorized to view this page.</p><p>conf/tomcat-users.xml</p></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /You are not authorized to view this page|HTTP Status 401/i,
      status: [401],
      sent: /^authorization authorization: basic /i,
      explanation:
        'tomcat-users.xml has no such user and password, or LockOutRealm has locked the user for five minutes after five failures.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { 'WWW-Authenticate': 'Basic realm="Tomcat Manager Application"' },
        body: '<html><head><title>401 Unauthorized</title></head><body><p>You are not authorized to view this page.</p><p>conf/tomcat-users.xml</p></body></html>',
      },
    },
  ],
});
