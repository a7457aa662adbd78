import { STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const awsLoadBalancer = defineProvider({
  id: 'aws-load-balancer',
  name: 'AWS Application Load Balancer',
  category: 'proxy',
  address: 'https://app-1234567890.eu-west-1.elb.amazonaws.com/',
  family: 'aws',
  hosts: /\.elb\.([\w-]+\.)?amazonaws\.com$/,
  fields: [['server', /^awselb\//i]],
  sources: ['https://repost.aws/knowledge-center/elb-configure-authentication-alb'],
  signs: [
    {
      cause: 'server-misconfigured',
      weight: STATED,
      status: [561],
      explanation:
        'The identity provider answered the load balancer with an error: client secret, endpoints or scopes of the listener’s rule are wrong.',
      seen: {
        status: 561,
        sent: {},
        body: '<html><head><title>Authorization Error</title></head><body><center><h1>Authorization Error</h1></center></body></html>',
        received: { Server: 'awselb/2.0', 'WWW-Authenticate': 'Bearer' },
      },
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      status: [401],
      sent: /^cookie awselbauthsession/i,
      explanation: 'The load balancer’s login cookie is over, cut short or another listener’s.',
      seen: {
        sent: { Cookie: 'AWSELBAuthSessionCookie-0=abc' },
        body: '<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center></body></html>',
        received: { Server: 'awselb/2.0' },
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: SUGGESTED,
      status: [401],
      sent: /^authorization /,
      explanation:
        'The load balancer’s own rule asks for a login in a browser; it never looks at Authorization. Programs need a rule of their own.',
      seen: {
        body: '<html><head><title>401 Authorization Required</title></head></html>',
        received: { Server: 'awselb/2.0' },
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      status: [403],
      says: /403 Forbidden/i,
      explanation: 'A web ACL of AWS WAF at the load balancer refused the request.',
      seen: {
        status: 403,
        body: '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>',
        received: { Server: 'awselb/2.0' },
      },
    },
  ],
});
