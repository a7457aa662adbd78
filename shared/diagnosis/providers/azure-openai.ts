import { HINTED, PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureOpenai = defineProvider({
  id: 'azure-openai',
  name: 'Azure OpenAI',
  category: 'ai',
  address: 'https://example.openai.azure.com/openai/deployments/gpt/chat/completions',
  hosts: /\.(openai|cognitiveservices|services\.ai)\.azure\.com$/,
  misleads: [
    {
      says: 'PermissionDenied with 401',
      means: 'The token is good; its owner lacks the role on the resource.',
    },
  ],
  sources: [
    'https://learn.microsoft.com/azure/foundry/openai/how-to/troubleshoot-errors',
    'https://learn.microsoft.com/en-us/answers/questions/1862999/authenticationerror-401-principal-does-not-have-ac',
    'https://learn.microsoft.com/en-us/answers/questions/5847093/getting-a-401-unauthorized-error-with-entra-id-but',
  ],
  doors: ['field api-key', 'authorization bearer', 'field ocp-apim-subscription-key'],
  signs: [
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN + HINTED,
      sent: /^(?:field api-key|authorization authorization): (?:bearer )?sk-/i,
      status: [401],
      explanation:
        'A key that begins with sk- is one of OpenAI’s own API; a resource at Azure has keys of its own, on its page “Keys and Endpoint”.',
      seen: {
        sent: { 'api-key': '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' },
        body: '{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource."}}',
      },
    },
    {
      cause: 'url-wrong',
      weight: SUGGESTED,
      says: /invalid subscription key or wrong API endpoint/i,
      explanation:
        'Azure’s keys belong to one resource and region; compare the host with the one beside the key in the portal.',
      seen: {
        sent: { 'api-key': '0123456789abcdef0123456789abcdef' },
        body: '{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource."}}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED + HINTED,
      sent: /^authorization authorization: bearer [0-9A-Za-z]{32,88}$/i,
      says: /invalid subscription key/i,
      explanation: 'A key of the resource goes into api-key; Authorization takes a token of Entra ID only.',
      seen: {
        sent: { Authorization: 'Bearer 0123456789abcdef0123456789abcdef' },
        body: '{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['PermissionDenied'],
      says: /Principal does not have access to API\/Operation|lacks the required data action/i,
      explanation:
        'The token is good; give its owner the role Cognitive Services OpenAI User on this resource and wait some minutes.',
      seen: '{"error":{"code":"PermissionDenied","message":"Principal does not have access to API/Operation."}}',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Virtual Network\/Firewall rules|Public access is disabled/i,
      explanation: 'The resource’s network rules do not know this address.',
      seen: {
        status: 403,
        body: '{"error":{"code":"403","message":"Access denied due to Virtual Network/Firewall rules."}}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      code: ['AuthenticationTypeDisabled'],
      says: /Key based authentication is (?:disabled|not permitted)/i,
      explanation: 'Keys are switched off for the resource; use a token of Entra ID.',
      seen: {
        status: 403,
        sent: { 'api-key': '0123456789abcdef0123456789abcdef' },
        body: '{"error":{"code":"AuthenticationTypeDisabled","message":"Key based authentication is disabled for this resource."}}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /audience is incorrect|wrong audience/i,
      explanation:
        'Ask Entra ID for https://cognitiveservices.azure.com/.default or https://ai.azure.com/.default.',
      seen: '{"error":{"code":"Unauthorized","message":"Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired."}}',
    },
  ],
});
