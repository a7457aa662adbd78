import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const powerAutomate = defineProvider({
  id: 'power-automate',
  name: 'Power Automate, Logic Apps and Teams workflows',
  category: 'productivity',
  address: 'https://prod-12.westeurope.logic.azure.com/workflows/0/triggers/manual/paths/invoke',
  hosts: /(^|\.)logic\.azure\.com$|(^|\.)api\.powerplatform\.com$|(^|\.)webhook\.office\.com$/,
  body: /"code"\s*:\s*"(?:DirectApi\w+|MisMatchingOAuthClaims)"/,
  sources: [
    'https://learn.microsoft.com/en-us/power-automate/oauth-authentication',
    'https://learn.microsoft.com/en-us/azure/logic-apps/logic-apps-securing-a-logic-app',
  ],
  misleads: [
    {
      says: 'The request must be authenticated only by Shared Access scheme.',
      means: 'A Bearer token was sent to an address whose signature alone opens it.',
    },
  ],
  doors: ['query sig', 'authorization bearer'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /must be authenticated only by Shared Access scheme/i,
      explanation: 'The trigger is opened by the sig in its address, and refuses any Authorization.',
      seen: {
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4wYc1' },
        body: '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request must be authenticated only by Shared Access scheme."}}',
      },
    },
    {
      cause: 'credentials-conflict',
      weight: PROVEN,
      code: ['DirectApiRequestHasMoreThanOneAuthorization'],
      explanation: 'The signed address and Authorization came together; only one of them is taken.',
      seen: '{"error":{"code":"DirectApiRequestHasMoreThanOneAuthorization","message":"The request has both SAS authentication scheme and \'Bearer\' authorization scheme. Only one scheme should be used."}}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['DirectApiAuthorizationRequired'],
      notSent: /^(?:authorization|query sig)/,
      explanation:
        'Neither a signed address nor a token came. Copy the address whole, with its sig; where the trigger is set to “Any user in my tenant” it has none, and a token of Microsoft Entra is wanted. “Anyone” gives a signed address.',
      seen: {
        sent: {},
        body: '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request must be authenticated only by OAuth authorization scheme."}}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /must be authenticated only by OAuth/i,
      sent: /^query sig/,
      explanation:
        'The trigger lets in users of a tenant only: it wants a token of Microsoft Entra, not the sig.',
      seen: {
        url: 'https://prod-12.westeurope.logic.azure.com/workflows/0/triggers/manual/paths/invoke?sig=q7Rk2mXz0bT4wYc1',
        sent: {},
        body: '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request must be authenticated only by OAuth authorization scheme."}}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      code: ['MisMatchingOAuthClaims'],
      explanation:
        'The token’s claims are not those of the trigger: aud must be https://service.flow.microsoft.com/, and the tenant and the caller those that it allows.',
      seen: '{"error":{"code":"MisMatchingOAuthClaims","message":"One or more claims either missing or does not match with the open authentication access control policy."}}',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      code: ['AuthorizationFailed'],
      says: /The authentication credentials are not valid/i,
      sent: /^query sig/,
      explanation:
        'The sig does not fit the address: a part was lost in copying, or the keys of the flow were made anew.',
      seen: {
        url: 'https://prod-12.westeurope.logic.azure.com/workflows/0/triggers/manual/paths/invoke?sig=q7Rk2mXz0bT4wYc1',
        sent: {},
        body: '{"error":{"code":"AuthorizationFailed","message":"The authentication credentials are not valid."}}',
      },
    },
  ],
});
