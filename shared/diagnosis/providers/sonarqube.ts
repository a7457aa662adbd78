import { HINTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sonarqube = defineProvider({
  id: 'sonarqube',
  name: 'SonarQube',
  category: 'ci',
  address: 'https://sonar.example.com/api/projects/search',
  hosts: /sonar(?!r)/i,
  fields: [['sonar-version'], ['sonarqube-*']],
  keys: [
    { form: /^squ_/, kind: 'user token' },
    { form: /^sqp_/, kind: 'project analysis token' },
    { form: /^sqa_/, kind: 'global analysis token' },
  ],
  sources: ['https://docs.sonarsource.com/sonarqube-server/latest/extension-guide/web-api/'],
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
