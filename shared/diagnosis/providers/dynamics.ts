import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dynamics = defineProvider({
  id: 'dynamics',
  name: 'Microsoft Dataverse and Dynamics 365',
  category: 'productivity',
  address: 'https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI',
  hosts: /\.crm\d*\.dynamics\.com$/,
  audience: {
    own: /dynamics\.com|00000007-0000-0000-c000-000000000000/i,
    wanted: 'the organisation’s own address',
  },
  misleads: [
    {
      says: 'The user is not a member of the organization',
      means: 'For an app, that no application user was made for it in this environment.',
    },
  ],
  sources: [
    'https://learn.microsoft.com/en-us/power-apps/developer/data-platform/authenticate-oauth',
    'https://learn.microsoft.com/en-us/troubleshoot/power-platform/dataverse/user-permissions/client-errors',
    'https://learn.microsoft.com/zh-tw/powerapps/developer/data-platform/reference/web-service-error-codes',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['0x80072560', '0x80072561'],
      says: /user is not a member of the organization/i,
      explanation:
        'The token is good, but no user of this environment stands behind it: add the app as application user in the Power Platform admin centre and give it a role.',
      seen: {
        status: 403,
        body: '{"error":{"code":"0x80072560","message":"The user is not a member of the organization."}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['0x80040220', '0x80048306', '0x80048405', '0x80042f09'],
      says: /missing prv\w+ privilege|is missing .* privilege|does not have \w*Access right|SecLib::/i,
      explanation:
        'The roles of the user lack the privilege named: add it to a role, or assign one that has it.',
      seen: {
        status: 403,
        body: '{"error":{"code":"0x80040220","message":"Principal user (Id=x, type=8) is missing prvReadAccount privilege (Id=y) on OTC=1 for entity \'account\'."}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['0x80040225', '0x80041d1f', '0x80042f45'],
      says: /user (?:has been |is )disabled|user does not have (?:a|any) (?:valid )?licen[cs]e/i,
      explanation: 'The user is disabled or has no licence in this environment.',
      seen: {
        status: 403,
        body: '{"error":{"code":"0x80040225","message":"The specified user(Id = x) is disabled. Consider enabling this user."}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['0x8005F101'],
      explanation: 'The access token’s time is over.',
      seen: '{"error":{"code":"0x8005F101","message":"The requested resource requires authentication."}}',
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      code: ['0x80095ffe'],
      says: /blocked by (?:the )?IP firewall|IP address .*not (?:allowed|permitted)/i,
      explanation: 'The environment’s IP firewall takes requests from listed ranges only.',
      seen: {
        status: 403,
        body: '{"error":{"code":"0x80095ffe","message":"The request was blocked by the IP firewall."}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['0x80072322', '0x80072326', '0x80072321'],
      says: /Number of requests exceeded the limit/i,
      explanation: 'Dataverse’s limits answered; Retry-After tells how long to wait.',
      seen: {
        status: 429,
        body: '{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit of 6000 over time window of 300 seconds."}}',
      },
    },
    {
      cause: 'token-audience-mismatch',
      weight: STATED,
      says: /IDX10214|audience (?:validation failed|.* is not valid)|S2S.*audience/i,
      explanation:
        'The token was made for another service: ask for the scope https://the-organisation.crm.dynamics.com/.default.',
      seen: "IDX10214: Audience validation failed. Audiences: 'https://graph.microsoft.com'.",
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'Dataverse could not use the token; the words behind the code say more.',
    },
  ],
});
