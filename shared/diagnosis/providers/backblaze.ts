import { HINTED, PROVEN, STATED } from '../weights.ts';
import type { Sign } from './provider.ts';
import { defineProvider } from './provider.ts';

/** Of its regions: the number stands at the end of the host and at the beginning of every key's id. */
const clusters = [
  ['000', 'us-west-000'],
  ['001', 'us-west-001'],
  ['002', 'us-west-002'],
  ['003', 'eu-central-003'],
  ['004', 'us-west-004'],
  ['005', 'us-east-005'],
  ['006', 'ca-east-006'],
] as const;

/** A key of one region at the S3 address of another. */
const otherRegion = ([number, region]: (typeof clusters)[number]): Sign => ({
  cause: 'url-wrong',
  weight: PROVEN + HINTED,
  code: ['InvalidAccessKeyId'],
  host: new RegExp(`(?:^|\\.)s3\\.(?!${region})[\\w-]+\\.backblazeb2\\.com$`),
  sent: new RegExp(`[ =]${number}[0-9a-f]{22}[/:]`),
  explanation: `The key’s id begins with ${number}: it belongs to s3.${region}.backblazeb2.com.`,
  seen: {
    status: 403,
    url: `https://s3.${region === 'us-west-001' ? 'us-west-002' : 'us-west-001'}.backblazeb2.com/`,
    sent: {
      Authorization: `AWS4-HMAC-SHA256 Credential=${number}05329cf349a40000000001/20231115/us-west-001/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=3f9ad4bd6a1f8ad7a4b0e7b51d2c4a4fbf7f7e2fd1a84e0b9e3d5f6c7a8b9c0d`,
      'X-Amz-Date': '20231115T120000Z',
    },
    body: `<Error><Code>InvalidAccessKeyId</Code><Message>The key '${number}05329cf349a40000000001' is not valid</Message></Error>`,
  },
});

export const backblaze = defineProvider({
  id: 'backblaze',
  name: 'Backblaze B2',
  category: 'storage',
  address: 'https://api.backblazeb2.com/b2api/v2/b2_authorize_account',
  hosts: /\.backblazeb2\.com$/,
  misleads: [
    {
      says: 'bad_auth_token',
      means: 'At b2_authorize_account: key id and key do not fit; no token takes part there.',
    },
  ],
  sources: ['https://www.backblaze.com/docs/cloud-storage-application-keys'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  doors: [
    'authorization',
    'authorization basic',
    'authorization aws4-hmac-sha256',
    'authorization aws',
    'query authorization',
  ],
  signs: [
    ...clusters.map(otherRegion),
    {
      cause: 'token-type-wrong',
      weight: PROVEN + HINTED,
      says: /Malformed Access Key Id/i,
      sent: /[ =][0-9a-f]{12}[/:]/,
      explanation:
        'Twelve digits are the account’s master key, which only the native interface takes; make an application key for the S3 interface.',
      seen: {
        status: 403,
        url: 'https://s3.us-west-002.backblazeb2.com/backups',
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=a6954f70b1c2/20231115/us-west-002/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=3f9ad4bd6a1f8ad7a4b0e7b51d2c4a4fbf7f7e2fd1a84e0b9e3d5f6c7a8b9c0d',
          'X-Amz-Date': '20231115T120000Z',
        },
        body: '<Error><Code>InvalidAccessKeyId</Code><Message>Malformed Access Key Id</Message></Error>',
      },
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      says: /Malformed Access Key Id/i,
      explanation: 'Every application key’s id has 25 digits, the first three of them its region’s number.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['expired_auth_token'],
      explanation: 'An authorization token is good for a day at most; call b2_authorize_account again.',
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['cap_exceeded', 'transaction_cap_exceeded', 'download_cap_exceeded', 'storage_cap_exceeded'],
      explanation: 'The account’s cap for the day is used up.',
      seen: {
        status: 403,
        url: 'https://api002.backblazeb2.com/b2api/v2/b2_list_buckets',
        sent: {
          Authorization: '4_002c5d3e7f9a0b000000000a_019f3d2e_1c5d3e_acct_Zx81kQp07vTnE4sWc2RbYh6LmU9a',
        },
        body: '{"code":"transaction_cap_exceeded","message":"Transaction cap exceeded","status":403}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['bad_auth_token', 'unauthorized'],
      path: /b2_authorize_account/,
      explanation: 'Key id and application key do not fit; the name of the key is not its id.',
      seen: {
        url: 'https://api.backblazeb2.com/b2api/v2/b2_authorize_account',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"bad_auth_token","message":"","status":401}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['bad_auth_token'],
      path: /b2_(?!authorize_account)|\/file\//,
      explanation: 'The authorization token is not known; it stands in Authorization without a scheme.',
      seen: {
        url: 'https://api002.backblazeb2.com/b2api/v2/b2_list_buckets',
        sent: {
          Authorization: '4_002c5d3e7f9a0b000000000a_019f3d2e_1c5d3e_acct_Zx81kQp07vTnE4sWc2RbYh6LmU9a',
        },
        body: '{"code":"bad_auth_token","message":"Invalid authorization token","status":401}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['expired_auth_token'],
      explanation: 'Authorization tokens are good for 24 hours; authorize the account again.',
      seen: '{"code":"expired_auth_token","message":"Authorization token has expired","status":401}',
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['unauthorized', 'access_denied'],
      path: /b2_(?!authorize_account)|\/file\//,
      explanation:
        'The application key lacks the capability, or is bound to one bucket or prefix: such a key must name its bucket even when it lists.',
      seen: {
        url: 'https://api002.backblazeb2.com/b2api/v2/b2_list_buckets',
        sent: {
          Authorization: '4_002c5d3e7f9a0b000000000a_019f3d2e_1c5d3e_acct_Zx81kQp07vTnE4sWc2RbYh6LmU9a',
        },
        body: '{"code":"unauthorized","message":"","status":401}',
      },
    },
  ],
});
