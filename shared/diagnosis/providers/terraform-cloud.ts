import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const terraformCloud = defineProvider({
  id: 'terraform-cloud',
  name: 'HCP Terraform',
  category: 'registry',
  address: 'https://app.terraform.io/api/v2/account/details',
  hosts: /^app\.(eu\.)?terraform\.io$/,
  fields: [['tfp-api-version']],
  keys: [{ form: /^\w+\.atlasv1\./, kind: 'API token', goes: ['authorization bearer'] }],
  misleads: [
    {
      says: '404 not found',
      means: 'The token may not see the organisation or workspace, which may well exist.',
    },
  ],
  sources: [
    'https://developer.hashicorp.com/terraform/enterprise/v202507-1/users-teams-organizations/api-tokens',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^(?:.*: )?unauthorized$/i,
      notSent: /./,
      status: [401],
      explanation:
        'HCP Terraform saw no token: terraform login stores one, or TF_TOKEN_app_terraform_io holds it.',
      seen: { sent: {}, body: '{"errors":[{"status":"401","title":"unauthorized"}]}' },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /^title: unauthorized$/i,
      sent: /^authorization /,
      explanation: 'HCP Terraform does not know the token, or it is over.',
      seen: {
        sent: { Authorization: 'Bearer abc.atlasv1.def' },
        body: '{"errors":[{"status":"401","title":"unauthorized"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /^title: not found$/i,
      status: [404],
      sent: /^authorization /,
      explanation:
        'What the token may not see is answered with 404; an organisation’s token opens no workspaces’ runs, a team’s only its own.',
      seen: {
        status: 404,
        sent: { Authorization: 'Bearer abc.atlasv1.def' },
        body: '{"errors":[{"status":"404","title":"not found","detail":"The requested resource could not be found, or you do not have access to it."}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^title: forbidden$/i,
      explanation: 'The token’s owner lacks the right.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer abc.atlasv1.def' },
        body: '{"errors":[{"status":"403","title":"forbidden"}]}',
      },
    },
  ],
});
