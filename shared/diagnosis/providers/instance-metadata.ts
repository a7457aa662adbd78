import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const instanceMetadata = defineProvider({
  id: 'instance-metadata',
  name: 'Instance metadata of a cloud machine',
  category: 'cloud',
  address: 'http://169.254.169.254/latest/meta-data/',
  hosts: /^(?:169\.254\.169\.254|metadata\.google\.internal|metadata\.azure\.internal)$/,
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
    'https://cloud.google.com/compute/docs/metadata/querying-metadata',
    'https://learn.microsoft.com/en-us/azure/virtual-machines/instance-metadata-service',
  ],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN + PROVEN,
      status: [401],
      lacks: 'X-aws-ec2-metadata-token',
      path: /^\/(?:latest|\d{4}-\d\d-\d\d)\/(?:meta-data|dynamic|user-data)/,
      explanation:
        'This machine answers version 2 alone: PUT /latest/api/token hands out a token, which goes into X-aws-ec2-metadata-token.',
      seen: { sent: {}, url: 'http://169.254.169.254/latest/meta-data/iam/security-credentials/' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      status: [401],
      sent: /^field x-aws-ec2-metadata-token/,
      path: /^\/(?:latest|\d{4}-\d\d-\d\d)\/(?:meta-data|dynamic|user-data)/,
      explanation: 'The token lives for the seconds that were asked for, six hours at most; fetch another.',
      seen: {
        sent: { 'X-aws-ec2-metadata-token': 'AQAEAXq2mV8tRzP0kLsW1yJhNcB7dFgE5aUoI9xTq==' },
        url: 'http://169.254.169.254/latest/meta-data/instance-id',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + PROVEN,
      says: /Missing Metadata-Flavor/i,
      lacks: 'Metadata-Flavor',
      explanation:
        'Every request must carry Metadata-Flavor: Google, so that no page and no redirect can ask.',
      seen: {
        status: 403,
        sent: {},
        url: 'http://metadata.google.internal/computeMetadata/v1/instance/id',
        received: { 'Content-Type': 'text/html' },
        body: '<html><title>Error 403 (Forbidden)!!1</title><p>Missing Metadata-Flavor:Google header.</html>',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + PROVEN,
      says: /Required metadata header not specified/i,
      lacks: 'Metadata',
      explanation: 'Every request must carry Metadata: true.',
      seen: {
        status: 400,
        sent: {},
        url: 'http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://management.azure.com/',
        body: '{"error":"invalid_request","error_description":"Required metadata header not specified"}',
      },
    },
  ],
});
