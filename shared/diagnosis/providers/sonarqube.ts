import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sonarqube = defineProvider({
  id: 'sonarqube',
  name: 'SonarQube',
  category: 'ci',
  address: 'https://sonar.example.com/api/projects/search',
  paths: /^\/api\/(?:issues\/search|measures\/component|qualitygates\/|project_analyses\/|ce\/task)/,
  hosts: /sonar(?!r)/i,
  fields: [['sonar-version'], ['sonarqube-*']],
  body: /^\s*\{"errors":\[\{"msg":"(?:Insufficient privileges|Authentication is required|You're not authorized)/,
  keys: [
    { form: /^squ_/, kind: 'user token', goes: ['authorization basic', 'authorization bearer'] },
    { form: /^sqp_/, kind: 'project analysis token', goes: ['authorization basic', 'authorization bearer'] },
    { form: /^sqa_/, kind: 'global analysis token', goes: ['authorization basic', 'authorization bearer'] },
  ],
  misleads: [
    {
      says: '401 without a body',
      means: 'SonarQube says nothing of a token that is wrong, over or sent as Bearer to an old version.',
    },
  ],
  sources: [
    'https://docs.sonarsource.com/sonarqube-server/latest/extension-guide/web-api/',
    'https://docs.sonarsource.com/sonarqube-server/2026.1/user-guide/managing-tokens',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  lives: { seconds: 259_200, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /Insufficient privileges|You're not authori[sz]ed to (?:analyze|run|execute)/i,
      explanation:
        'The owner of the token lacks the permission, such as Browse or Administer; a token for analysis may only analyse.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"msg":"Insufficient privileges"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication is required|Not authorized\. (?:Please check|Analyzing this project requires authentication)/i,
      notSent: /./,
      explanation: 'SonarQube wants a login; anonymous calls are switched off. Send a token.',
      seen: { sent: {}, body: '{"errors":[{"msg":"Authentication is required"}]}' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token .*(?:has )?expired/i,
      explanation: 'The token’s date is over; make a new one under My Account, Security.',
      seen: {
        sent: { Authorization: 'Bearer squ_abc' },
        body: '{"errors":[{"msg":"The token has expired"}]}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD + HINTED,
      sent: /^authorization authorization: bearer sq[upa]_/i,
      status: [401],
      explanation:
        'Before version 10 SonarQube takes a token as Basic user name with an empty password; Bearer is not read. The colon behind the token must stand.',
      seen: { sent: { Authorization: 'Bearer squ_0f1e2d3c4b5a69788796a5b4c3d2e1f001234567' }, body: '' },
    },
  ],
});
