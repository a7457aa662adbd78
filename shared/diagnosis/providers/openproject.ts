import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openproject = defineProvider({
  id: 'openproject',
  name: 'OpenProject',
  category: 'productivity',
  address: 'https://acme.openproject.com/api/v3/work_packages',
  hosts: /(?:^|\.)openproject\.(?:com|org)$|^openproject\./,
  challenge: /^basic OpenProject API$/i,
  body: /"errorIdentifier"\s*:\s*"urn:openproject-org:api:v3:errors:/,
  sources: ['https://www.openproject.org/docs/api/introduction/#authentication'],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['urn:openproject-org:api:v3:errors:Unauthenticated'],
      notSent: /./,
      explanation: 'Send Basic with the user apikey and the token as password, or a Bearer token.',
      seen: {
        sent: {},
        body: '{"_type":"Error","errorIdentifier":"urn:openproject-org:api:v3:errors:Unauthenticated","message":"You need to be authenticated to access this resource."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['urn:openproject-org:api:v3:errors:Unauthenticated'],
      sent: /^authorization /i,
      explanation:
        'As Basic the user is the word apikey and the password the token: a name and password of a person open no API.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"_type":"Error","errorIdentifier":"urn:openproject-org:api:v3:errors:Unauthenticated","message":"You did not provide the correct credentials."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['urn:openproject-org:api:v3:errors:MissingPermission'],
      explanation: 'The roles of the user in this project lack the permission.',
      seen: {
        status: 403,
        body: '{"_type":"Error","errorIdentifier":"urn:openproject-org:api:v3:errors:MissingPermission","message":"You are not authorized to access this resource."}',
      },
    },
  ],
});
