import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const puppetServer = defineProvider({
  id: 'puppet-server',
  name: 'Puppet Server',
  category: 'server',
  address: 'https://puppet.example.com:8140/puppet-ca/v1/certificate_statuses/all',
  paths: /^\/puppet(?:-ca)?\/v\d\//,
  body: /^Forbidden request: \/\S+ \(method :\w+\)/,
  misleads: [
    {
      says: 'Please see the server logs for details',
      means:
        'A rule of auth.conf denied it; the log names the rule and the name in the client’s certificate.',
    },
  ],
  sources: [
    'https://github.com/puppetlabs/trapperkeeper-authorization/blob/main/src/puppetlabs/trapperkeeper/authorization/rules.clj',
    'https://www.puppet.com/docs/puppet/8/server/config_file_auth.html',
  ],
  few: 'Its rules know one refusal.',
  doors: ['field x-authentication'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /Forbidden request: \/\S+ \(method :\w+\)/i,
      explanation:
        'No rule of auth.conf lets the certificate’s name do this; where a rule for the path is lacking, the closing rule denies it to everybody.',
      seen: {
        status: 403,
        sent: {},
        received: { 'Content-Type': 'text/plain;charset=iso-8859-1' },
        body: 'Forbidden request: /puppet-ca/v1/sign (method :post). Please see the server logs for details.',
      },
    },
  ],
});
