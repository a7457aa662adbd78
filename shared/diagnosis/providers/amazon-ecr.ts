import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const amazonEcr = defineProvider({
  id: 'amazon-ecr',
  name: 'Amazon ECR',
  category: 'registry',
  address: 'https://123456789012.dkr.ecr.eu-central-1.amazonaws.com/v2/',
  family: 'aws',
  hosts: /\.dkr\.ecr(-fips)?\.[\w-]+\.amazonaws\.com(\.cn)?$|^public\.ecr\.aws$/,
  challenge: /\.ecr\..*amazonaws\.com/i,
  sources: [
    'https://docs.aws.amazon.com/ko_kr/AmazonECR/latest/APIReference/API_AuthorizationData.html',
    'https://external-secrets.io/latest/api/generator/ecr',
    'https://docs.amazonaws.cn/goto/WebAPI/ecr-2015-09-21/GetAuthorizationToken',
  ],
  lives: { seconds: 43_200, ends: 'token-expired' },
  doors: ['authorization basic', 'authorization aws4-hmac-sha256'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /authorization token has expired/i,
      explanation:
        'The token of GetAuthorizationToken lasts twelve hours; log in again with aws ecr get-login-password.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic QVdTOmV5Sg==' },
        body: '{"errors":[{"code":"DENIED","message":"Your authorization token has expired. Reauthenticate and try again."}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /is not authorized to perform: ecr/i,
      explanation: 'No policy of the identity or the repository allows this action.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic QVdTOmV5Sg==' },
        body: '{"errors":[{"code":"DENIED","message":"User: arn:aws:iam::123456789012:user/kim is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-central-1:123456789012:repository/app"}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /no basic auth credentials|^: Not Authorized$/i,
      notSent: /./,
      explanation:
        'ECR takes Basic with the user AWS and the token as password; a login belongs to one registry and region.',
      seen: { sent: {}, body: 'Not Authorized' },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /^: Not Authorized$/i,
      sent: /^authorization /,
      explanation: 'The password is no token of this registry; the user name must be AWS.',
      seen: { sent: { Authorization: 'Basic QVdTOmV5Sg==' }, body: 'Not Authorized' },
    },
  ],
});
