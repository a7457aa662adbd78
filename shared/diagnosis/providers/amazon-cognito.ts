import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const amazonCognito = defineProvider({
  id: 'amazon-cognito',
  name: 'Amazon Cognito',
  category: 'identity',
  address: 'https://cognito-idp.eu-west-1.amazonaws.com/',
  family: 'aws',
  hosts: /^cognito-(idp|identity)\.[\w-]+\.amazonaws\.com$|\.auth\.[\w-]+\.amazoncognito\.com$/,
  fields: [['x-amzn-errortype', /NotAuthorized|UserNot|Password/]],

  sources: ['https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['NotAuthorizedException'],
      says: /Incorrect username or password/i,
      explanation: 'Cognito does not know user and password.',
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Access Token has been revoked|Refresh Token has been revoked/i,
      explanation: 'Cognito withdrew the token.',
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /SECRET_HASH|client .* is configured (?:with|for) secret/i,
      explanation: 'The app client has a secret; the request must prove it.',
    },
  ],
});
