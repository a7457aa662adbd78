import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body =
  '{"timestamp":1700049600000,"exception":"ClientApiAuthenticationException","errors":[{"key":"client.api.authentication.exception","message":"","errorCode":"","args":[]}]}';

export const trendyol = defineProvider({
  id: 'trendyol',
  name: 'Trendyol Marketplace',
  category: 'commerce',
  address: 'https://apigw.trendyol.com/integration/order/sellers/4321/orders',
  hosts: /^(?:stage)?api(?:gw)?\.(?:tgoapis|trendyol)\.com$/,
  testHosts: /^stage/,
  few: 'One exception speaks of authentication; its gateway answers bare.',
  misleads: [
    {
      says: '403',
      means: 'The gateway’s word for a call without User-Agent, or from an address that it does not know.',
    },
  ],
  sources: ['https://developers.trendyol.com/docs/2-authorization'],
  doors: ['authorization basic'],
  needs: [{ at: ['field user-agent'], form: /\S/ }],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['ClientApiAuthenticationException'],
      explanation:
        'Key and secret are not those of the seller in the path, or are of the other of stage and live.',
      seen: {
        sent: { Authorization: 'Basic a1Q0dkIxc1o6cExjUjh3WWg=', 'User-Agent': '4321 - SelfIntegration' },
        body,
      },
    },
  ],
});
