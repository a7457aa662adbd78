import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const alibabaCloud = defineProvider({
  id: 'alibaba-cloud',
  name: 'Alibaba Cloud',
  category: 'cloud',
  address: 'https://ecs.aliyuncs.com/?Action=DescribeInstances',
  hosts: /\.aliyuncs\.com$/,
  fields: [['x-acs-request-id'], ['x-oss-request-id'], ['x-ca-error-code']],
  keys: [
    { form: /^LTAI[A-Za-z0-9]{12,26}$/, kind: 'AccessKey ID' },
    { form: /^STS\.\w{20,}$/, kind: 'AccessKey ID of temporary credentials' },
  ],
  sources: [
    'https://www.alibabacloud.com/help/doc-detail/69008.htm',
    'https://www.alibabacloud.com/help/en/api-gateway/latest/error-codes',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['InvalidAccessKeyId.NotFound', 'InvalidAccessKeyId'],
      explanation:
        'Alibaba Cloud does not know the AccessKey ID: deleted, of the other site (China or international), or temporary and over.',
      seen: {
        status: 404,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
    {
      cause: 'credentials-conflict',
      weight: PROVEN + STATED,
      code: ['InvalidAccessKeyId.NotFound', 'InvalidAccessKeyId'],
      sent: /^field x-(?:oss|acs)-security-token: \S{20}/,
      notSent: /(?:Credential=|OSS )(?!LTAI)/,
      explanation:
        'The key begins with LTAI: it is lasting and has no security token. With the one that was sent the key is looked for among the temporary ones.',
      seen: {
        url: 'https://examplebucket.oss-cn-hangzhou.aliyuncs.com/a.pdf',
        status: 403,
        sent: {
          Authorization: 'OSS LTAI5tQp07vTnE4sWc2RbYh6:vjbyPxybdZaNmGa+yT272YEAiv8=',
          'x-oss-security-token': 'CAISowJ1q6Ft5B2yfSjIr5bgIOz31blR9oWmWBfCs3kDR',
        },
        body: '<Error><Code>InvalidAccessKeyId</Code><Message>The OSS Access Key Id you provided does not exist in our records.</Message></Error>',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['InvalidAccessKeyId.Inactive', 'UserDisable', 'InvalidAccessKey.Inactive'],
      explanation: 'The AccessKey or account is disabled or in arrears.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      code: ['SignatureDoesNotMatch', 'IncompleteSignature', 'InvalidSignature'],
      explanation: 'The signature differs; the answer shows the text that the server signed.',
      seen: {
        status: 400,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: [
        'InvalidTimeStamp.Expired',
        'InvalidTimeStamp.Format',
        'IllegalTimestamp',
        'RequestTimeTooSkewed',
      ],
      explanation: 'Timestamp must be UTC, in ISO 8601, and within fifteen minutes of the server’s clock.',
      seen: {
        status: 400,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
    {
      cause: 'nonce-stale',
      weight: PROVEN,
      code: ['SignatureNonceUsed'],
      explanation: 'Each request needs a SignatureNonce of its own; a repeated one counts as a replay.',
      seen: {
        status: 400,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN + HINTED,
      code: ['InvalidSecurityToken.Expired', 'SecurityTokenExpired'],
      explanation: 'The STS token is over.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: [
        'InvalidSecurityToken.MismatchWithAccessKey',
        'InvalidSecurityToken.Malformed',
        'MissingSecurityToken',
        'InvalidSecurityToken',
      ],
      explanation: 'The STS token does not belong to this AccessKey.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['Forbidden.RAM', 'NoPermission', 'Forbidden.NoPermission', 'AccessDenied'],
      explanation: 'The RAM user or role has no policy for this action.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'ACS3-HMAC-SHA256 Credential=LTAI5tQ,SignedHeaders=host;x-acs-date,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
          'x-acs-date': '2023-11-15T12:00:00Z',
        },
      },
    },
  ],
});
