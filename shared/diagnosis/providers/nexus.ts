import { STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nexus = defineProvider({
  id: 'nexus',
  name: 'Sonatype Nexus Repository',
  category: 'registry',
  address: 'https://nexus.example.com/service/rest/v1/repositories',
  paths: /^\/(?:nexus\/)?service\/rest\//,
  fields: [['server', /^Nexus\//]],
  challenge: /sonatype/i,
  sources: [
    'https://help.sonatype.com/en/realms.html',
    'https://cloud.tencent.com/developer/article/2141015',
    'https://gist.github.com/Kiran01bm/42c60f686df838232bedfef6d22ec899',
  ],
  doors: ['authorization basic', 'authorization bearer', 'field x-nuget-apikey'],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true, of: 'cookie' },
  signs: [
    {
      cause: 'server-misconfigured',
      weight: SUGGESTED,
      sent: /^authorization authorization: bearer (?:npmtoken|dockertoken|nugetapikey)/i,
      status: [401],
      explanation:
        'Tokens of npm, Docker and NuGet work only while the realm of that name is active in Nexus.',
      seen: {
        sent: { Authorization: 'Bearer NpmToken.0a1b2c3d-0000-3000-8000-1234567890ab' },
        received: {
          Server: 'Nexus/3.68.0-04 (OSS)',
          'WWW-Authenticate': 'BASIC realm="Sonatype Nexus Repository Manager"',
        },
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation:
        'Nexus does not know user and password; where user tokens are required, both halves of the token go in their place.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: {
          Server: 'Nexus/3.68.0-04 (OSS)',
          'WWW-Authenticate': 'BASIC realm="Sonatype Nexus Repository Manager"',
        },
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /locked due to|temporarily locked|user .*(?:disabled|locked)/i,
      explanation: 'The user is switched off or locked.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'Nexus/3.68.0-04 (OSS)' },
        body: 'User is disabled.',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      status: [403],
      sent: /./,
      explanation: 'The user’s roles do not cover this repository, format and action.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'Nexus/3.68.0-04 (OSS)' },
      },
    },
  ],
});
