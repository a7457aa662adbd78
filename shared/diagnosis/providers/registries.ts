import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const npmRegistry = defineProvider({
  id: 'npm',
  name: 'npm registry',
  hosts: /^registry\.(npmjs\.org|yarnpkg\.com|npm\..*)$/,
  fields: [[/^npm-notice$/i]],
  source: 'https://docs.npmjs.com/about-access-tokens',
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /one-?time pass|EOTP|OTP required/i,
      explanation: 'The account demands a one-time password for writing.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permission to publish|cannot publish over|E403/i,
      explanation: 'The account does not own the package.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /ENEEDAUTH|need auth/i,
      notSent: /./,
      explanation: 'npm sends a token only to the registry for which .npmrc holds one.',
    },
  ],
});

export const containerRegistry = defineProvider({
  id: 'container-registry',
  name: 'Container registry',
  fields: [[/^docker-distribution-api-version$/i]],
  hosts: /^(auth\.docker\.io|registry-1\.docker\.io|hub\.docker\.com|quay\.io|.*\.azurecr\.io|.*\.pkg\.dev)$/,
  source: 'https://distribution.github.io/distribution/spec/auth/token/',
  signs: [
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /toomanyrequests|too many failed login attempts/i,
      explanation: 'Docker Hub counts pulls and failed logins per user and address.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['DENIED'],
      explanation: 'The account may not pull or push this repository, or it does not exist.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /incorrect username or password|unauthorized: (?:incorrect|authentication failed)/i,
      explanation: 'The registry does not know user and password; with two-factor login it wants a token.',
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['UNAUTHORIZED'],
      notSent: /./,
      explanation: 'The registry wants a token from the realm that its challenge names.',
    },
  ],
});

export const artifactServers = defineProvider({
  id: 'artifact-servers',
  name: 'Nexus, Artifactory, SonarQube, Jenkins',
  fields: [[/^x-jfrog-version$/i], [/^server$/i, /^Nexus\//], [/^x-jenkins$/i], [/^sonarqube-/i]],
  challenge: /sonatype|artifactory/i,
  source: 'https://www.jenkins.io/doc/book/security/csrf-protection/',
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /No valid crumb/i,
      explanation: 'Jenkins wants a crumb for every POST with a password; an API token needs none.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is missing the .* permission/i,
      explanation: 'The user lacks the permission named.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Token failed verification: expired/i,
      explanation: 'Artifactory’s access token is over.',
    },
    {
      cause: 'token-signature-invalid',
      weight: STATED,
      says: /Token failed verification: (?:parse|signature)/i,
      explanation: 'Artifactory cannot verify the token, as after a reinstallation.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Token failed verification: revoked/i,
      explanation: 'The token was withdrawn.',
    },
    {
      cause: 'server-misconfigured',
      weight: SUGGESTED,
      sent: /^authorization authorization: bearer npmtoken/i,
      explanation: 'npm tokens work in Nexus only while the npm Bearer Token Realm is active.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /locked due to|temporarily locked/i,
      explanation: 'The user is locked after failed logins.',
    },
  ],
});

export const sonar = defineProvider({
  id: 'sonarqube',
  name: 'SonarQube',
  hosts: /sonar/i,
  fields: [[/^sonar-version$/i]],
  source: 'https://docs.sonarsource.com/sonarqube-server/latest/extension-guide/web-api/',
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: TOLD + HINTED,
      sent: /^authorization authorization: bearer sq[upa]_/i,
      status: [401],
      explanation:
        'Before version 10 SonarQube takes a token as Basic user name with an empty password; Bearer is not read.',
    },
  ],
});
