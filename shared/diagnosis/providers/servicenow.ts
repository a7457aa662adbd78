import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const servicenow = defineProvider({
  id: 'servicenow',
  name: 'ServiceNow',
  category: 'productivity',
  address: 'https://example.service-now.com/api/now/table/incident',
  hosts: /(^|\.)service-now\.com$|(^|\.)servicenowservices\.com$/,
  fields: [['x-is-logged-in']],
  misleads: [
    {
      says: 'Required to provide Auth information',
      means: 'Is said of a wrong password and of a token that is over, too.',
    },
  ],
  sources: [
    'https://www.servicenow.com/community/itom-forum/what-role-does-the-service-account-need-for-rest-api/m-p/934939',
    'https://docs.databricks.com/en/error-messages/servicenow-connector-unauthorized-access-error-error-class.html',
    'https://www.servicenow.com/community/developer-forum/required-to-provide-auth-information-user-not-authenticated-rome/m-p/2342770',
  ],
  doors: ['authorization basic', 'authorization bearer', 'field x-sn-apikey', 'field x-usertoken'],
  lives: { seconds: 1_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /User Not Authenticated|Required to provide Auth information/i,
      notSent: /./,
      explanation: 'ServiceNow saw no credential.',
      seen: {
        sent: {},
        body: '{"error":{"message":"User Not Authenticated","detail":"Required to provide Auth information"},"status":"failure"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /User Not Authenticated|Required to provide Auth information/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The token is over after half an hour, is one of another instance, or lacks the scope useraccount.',
      seen: '{"error":{"message":"User Not Authenticated","detail":"Required to provide Auth information"},"status":"failure"}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /User Not Authenticated|Required to provide Auth information/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'User and password do not fit, or the user has a second factor or is locked; ServiceNow says the same of all. Try the user in a private window of the browser.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"message":"User Not Authenticated","detail":"Required to provide Auth information"},"status":"failure"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Insufficient rights|ACL Exception|Failed API level ACL|operation against file .* was aborted/i,
      explanation: 'An access control rule of the table wants another role, such as itil.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"message":"Operation Failed","detail":"ACL Exception Insert Failed due to security constraints"},"status":"failure"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /(?:missing|required|lacks?).{0,40}useraccount|not authorized .*auth scope/i,
      explanation: 'The OAuth application needs the scope useraccount, or one that names this API.',
      seen: {
        status: 403,
        body: '{"error":{"message":"Missing required useraccount scope","detail":"The auth scope is not authorized"},"status":"failure"}',
      },
    },
  ],
});
