import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const workday = defineProvider({
  id: 'workday',
  name: 'Workday',
  category: 'productivity',
  address: 'https://wd2-impl-services1.workday.com/ccx/api/v1/acme/workers',
  hosts: /(^|\.)(workday|myworkday)\.com$/,
  testHosts: /impl/,
  misleads: [
    {
      says: 'an empty list with 200',
      means: 'The security group lacks the domain; Workday leaves out what one may not see.',
    },
    { says: '404 S21', means: 'So, too, for what the user may not see.' },
  ],
  sources: [
    'https://docs.unified.to/skills/workday-oauth-app/SKILL.md',
    'https://docs.databricks.com/gcp/en/error-messages/workday-hcm-connector-soap-fault-error-class',
    'https://discuss.google.dev/t/integration-connector-for-workday-using-auth2-0/138296',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /S22[^a-z]{0,6}permission denied|^code: S22$|permission denied/i,
      explanation:
        'The API client lacks the scope (functional area), or the user’s security group the domain; after a change, run “Activate Pending Security Policy Changes”.',
      seen: {
        status: 403,
        body: '{"error":"permission denied","errors":[{"error":"permission denied","code":"S22"}]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /invalid access token|^error: invalid_token$/i,
      explanation: 'The access token is over, or of another tenant or data centre.',
      seen: '{"error":"invalid access token"}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /invalid username or password/i,
      explanation:
        'The integration user is written user@tenant; its password may be over, or its account locked.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: '{"error":"invalid username or password"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /The task submitted is not authorized/i,
      explanation: 'The integration user’s security group lacks the domain of this operation.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client.validationError</faultcode><faultstring>The task submitted is not authorized.</faultstring></SOAP-ENV:Fault>',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /^error: invalid_client$/i,
      path: /oauth2\/[^/]+\/token/,
      explanation:
        'Client id and secret do not fit; each tenant registers its own API client, and a refresh of the tenant removes it.',
      seen: {
        status: 401,
        url: 'https://wd2-impl-services1.workday.com/ccx/oauth2/acme/token',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        posted: 'grant_type=refresh_token&refresh_token=x',
        body: '{"error":"invalid_client"}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /^error: invalid_grant$/i,
      path: /oauth2\/[^/]+\/token/,
      explanation: 'The refresh token was withdrawn, or is of another client or tenant.',
      seen: {
        status: 400,
        url: 'https://wd2-impl-services1.workday.com/ccx/oauth2/acme/token',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        posted: 'grant_type=refresh_token&refresh_token=x',
        body: '{"error":"invalid_grant"}',
      },
    },
  ],
});
