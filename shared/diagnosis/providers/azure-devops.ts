import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureDevops = defineProvider({
  id: 'azure-devops',
  name: 'Azure DevOps',
  category: 'code-host',
  address: 'https://dev.azure.com/example/_apis/projects',
  hosts: /^(dev\.azure\.com|.*\.visualstudio\.com|ssh\.dev\.azure\.com|pkgs\.dev\.azure\.com)$/,
  fields: [['x-tfs-processid']],
  misleads: [
    {
      says: '203 Non-Authoritative Information',
      means: 'The token was not accepted; the body is the sign-in page.',
    },
    {
      says: 'TF400813: Resource not available for anonymous access',
      means: 'The credential was not understood, or was made for another organisation.',
    },
  ],
  sources: [
    'https://learn.microsoft.com/en-us/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate',
    'https://learn.microsoft.com/en-us/rest/api/azure/devops/tokens',
    'https://help.gitkraken.com/git-integration-for-jira-data-center/personal-access-token-failing-azure-devops-integration-with-not-authorized-error-gij-self-managed',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /TF400813: The user '' is not authorized/i,
      sent: /^authorization /,
      explanation:
        'With an empty user Azure DevOps means that the token was not accepted: it is over, mistyped, or of another organisation. It goes as Basic with an empty user name.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: "TF400813: The user '' is not authorized to access this resource.",
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      status: [401, 203, 302],
      sent: /^authorization authorization: bearer (?:[a-z0-9]{52}|\w{70,90}AZDO\w{4})$/i,
      explanation:
        'A personal access token goes as the password of Basic, beside an empty or any user name; Bearer is for tokens of Microsoft Entra and of a running job.',
      seen: {
        url: 'https://pkgs.dev.azure.com/acme/_packaging/web/nuget/v3/index.json',
        sent: { Authorization: 'Bearer 4kxqmvtrzplswyjhncbdfgeauoixtqkmvrybxjwfhz3d5g7h2k2m' },
        received: { 'WWW-Authenticate': 'Basic realm="https://pkgsprodcus1.app.pkgs.visualstudio.com/"' },
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Personal Access Token used has expired/i,
      explanation:
        'The personal access token is over; the reason is told in X-TFS-ServiceError alone. Make a new one or extend it.',
      seen: {
        received: { 'X-TFS-ServiceError': 'Access+Denied%3A+The+Personal+Access+Token+used+has+expired.' },
      },
    },
    {
      cause: 'account-unusable',
      weight: TOLD,
      says: /TF401444/,
      explanation: 'The user has never signed in here; open the organisation in a browser once.',
      seen: '{"message":"TF401444: Please sign-in at least once as kim@example.com in a web browser to enable access to the service."}',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /TF400813: (?:Resource not available for anonymous|The user '[^']+')|VS30063/i,
      explanation:
        'Azure DevOps does not connect the credential with a user of this organisation: mistyped, over, or made for another one.',
      seen: '{"message":"VS30063: You are not authorized to access https://dev.azure.com."}',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      status: [203],
      explanation:
        'With 203 Azure DevOps shows its sign-in page in place of the answer: the token was not accepted. It goes as Basic with an empty user name.',
      seen: {
        status: 203,
        body: '<html><head><title>Azure DevOps Services | Sign In</title></head><body>Sign in</body></html>',
        sent: { Authorization: 'Basic OnRva2Vu' },
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /token does not have .*scope|required scope|needs the following permission\(s\)/i,
      explanation: 'The personal access token was made without this scope; edit it or make a new one.',
      seen: { status: 403, body: '{"message":"The token does not have the required scope vso.code_write."}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /TF401019|TF401027|TF50309|VS800075|VS403(?!463)/i,
      explanation: 'The user lacks this permission in the project, or the project does not exist.',
      seen: {
        status: 403,
        body: '{"message":"TF401027: You need the Git \'GenericContribute\' permission to perform this action."}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /VS403463|conditional access/i,
      explanation: 'A policy of the organisation refuses the place or device.',
      seen: {
        status: 403,
        body: '{"message":"VS403463: The conditional access policy defined by your Microsoft Entra administrator has failed."}',
      },
    },
  ],
});
