import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body = '{"errors":[{"detail":"unauthorized","status":"401"}]}';

export const customerIo = defineProvider({
  id: 'customer-io',
  name: 'Customer.io',
  category: 'messaging',
  address: 'https://api.customer.io/v1/campaigns',
  hosts: /^(?:api|track|cdp)(?:-eu)?\.customer\.io$/,
  few: 'It answers “unauthorized” and no more.',
  misleads: [
    {
      says: 'unauthorized',
      means: 'Said of a key of the other of the two regions as well: the hosts of Europe end in -eu.',
    },
  ],
  sources: [
    'https://docs.customer.io/accounts-and-workspaces/data-centers/',
    'https://docs.customer.io/integrations/api/app/',
    'https://github.com/n8n-io/n8n/issues/7484',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      says: /^(?:\w+: )?unauthorized$/i,
      sent: /^authorization /,
      explanation:
        'App keys go behind Bearer at api., site id and tracking key behind Basic at track.; each region has its own.',
      seen: { sent: { Authorization: 'Bearer 8f1c2d3e4b5a69788695a4b3c2d1e0f9' }, body },
    },
  ],
});
