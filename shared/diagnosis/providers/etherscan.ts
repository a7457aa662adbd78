import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (
  result: string,
  key: string | undefined,
  path = '/v2/api?chainid=1&module=account&action=balance',
) => ({
  status: 200,
  url: `https://api.etherscan.io${path}${key === undefined ? '' : `&apikey=${key}`}`,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ status: '0', message: 'NOTOK', result }),
});
const key = 'K3V8RM2YX1QN5T7B9WZ4C6K3V8RM2YX1QN';

export const etherscan = defineProvider({
  id: 'etherscan',
  name: 'Etherscan',
  category: 'data',
  address: 'https://api.etherscan.io/v2/api',
  hosts:
    /^api(?:-[a-z-]+)?\.(?:etherscan\.io|bscscan\.com|polygonscan\.com|arbiscan\.io|basescan\.org|gnosisscan\.io|snowtrace\.io)$/,
  misleads: [{ says: '200', means: 'Every answer is a 200; NOTOK and the result beside it are the answer.' }],
  sources: [
    'https://docs.etherscan.io/resources/common-error-messages',
    'https://docs.etherscan.io/v2-migration',
  ],
  doors: ['query apikey'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /Missing\/Invalid API Key|Missing Or invalid API Key/i,
      notSent: /./,
      explanation: 'The key goes into the parameter apikey.',
      seen: seen('Missing/Invalid API Key', undefined),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^result: (?:Missing\/)?Invalid API Key/i,
      sent: /^query apikey: /,
      explanation: 'The key is unknown: keys of the single chains’ sites are none of Etherscan’s version 2.',
      seen: seen('Invalid API Key', key),
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + STATED,
      says: /deprecated V1 endpoint/i,
      explanation: 'One address serves all chains now: api.etherscan.io/v2/api with chainid.',
      seen: seen(
        'You are using a deprecated V1 endpoint, switch to Etherscan API V2 using https://docs.etherscan.io/v2-migration',
        key,
        '/api?module=account&action=balance',
      ),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + STATED,
      says: /Max (?:calls per sec |daily )?rate limit reached/i,
      explanation: 'More calls a second, or a day, than the plan has.',
      seen: seen('Max rate limit reached', key),
    },
  ],
});
