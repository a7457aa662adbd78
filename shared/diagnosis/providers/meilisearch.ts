import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const meilisearch = defineProvider({
  id: 'meilisearch',
  name: 'Meilisearch',
  category: 'database',
  address: 'https://ms-1234.fra.meilisearch.io/indexes',
  paths: /^\/indexes\/[^/]+\/(?:search|documents)\b/,
  hosts: /\.meilisearch\.(io|com)$/,
  body: /"type"\s*:\s*"auth"[\s\S]*meilisearch|"code"\s*:\s*"(?:missing_authorization_header|invalid_api_key|missing_master_key)"/,
  sources: [
    'https://www.meilisearch.com/docs/reference/errors',
    'https://www.meilisearch.com/docs/reference/errors/overview.md',
    'https://blog.csdn.net/qq_32649581/article/details/139619662',
  ],
  doors: ['authorization bearer', 'field x-meili-api-key'],
  signs: [
    {
      cause: 'header-malformed',
      weight: TOLD + HINTED,
      code: ['missing_authorization_header'],
      sent: /^(?:authorization authorization: (?!bearer \S)|field )/i,
      explanation: 'Meilisearch reads the key only after the word Bearer.',
      seen: {
        sent: { Authorization: 'abcdefghijklmnop' },
        body: '{"message":"The Authorization header is missing. It must use the bearer authorization method.","code":"missing_authorization_header","type":"auth","link":"https://docs.meilisearch.com/errors#missing_authorization_header"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['missing_authorization_header'],
      notSent: /./,
      explanation: 'Meilisearch saw no key; send it as Bearer.',
      seen: {
        sent: {},
        body: '{"message":"The Authorization header is missing. It must use the bearer authorization method.","code":"missing_authorization_header","type":"auth","link":"https://docs.meilisearch.com/errors#missing_authorization_header"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      code: ['invalid_api_key'],
      explanation:
        'The key is unknown, over, or lacks the action or index; only the master key manages keys.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer abcdefghijklmnop' },
        body: '{"message":"The provided API key is invalid.","code":"invalid_api_key","type":"auth","link":"https://docs.meilisearch.com/errors#invalid_api_key"}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      code: ['missing_master_key'],
      explanation: 'The server was started without a master key and manages no keys.',
      seen: {
        sent: {},
        body: '{"message":"Meilisearch is running without a master key. To access this API endpoint, you must have set a master key at launch.","code":"missing_master_key","type":"auth","link":"https://docs.meilisearch.com/errors#missing_master_key"}',
      },
    },
  ],
});
