import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const site =
  'https://monitoringapi.solaredge.com/site/18022/overview?api_key=L4QLVQ1LOKCQX2193VSEICXW61NP6B1O';

export const solaredge = defineProvider({
  id: 'solaredge',
  name: 'SolarEdge',
  category: 'device',
  address: site,
  hosts: /^monitoringapi\.solaredge\.com$/,
  few: 'The interface has two refusals.',
  sources: ['https://knowledge-center.solaredge.com/sites/kc/files/se_monitoring_api.pdf'],
  doors: ['query api_key'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid token/i,
      explanation:
        'The key is not known, or is that of another site: a site’s key opens that site, an account’s key all of its sites.',
      seen: { status: 403, url: site, sent: {}, body: '{"String":"Invalid token"}' },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      status: [403, 429],
      says: /exceeded|too many|quota/i,
      explanation: 'Three hundred calls a day for each key and each site.',
      seen: { status: 429, url: site, sent: {}, body: 'The daily quota is exceeded' },
    },
  ],
});
