import { aws } from './amazon.ts';
import { openAi } from './artificial-intelligence.ts';
import { azureDevOps, azureStaticWebApps, azureStorage } from './azure.ts';
import { bitbucket, github, gitlab } from './code-hosts.ts';
import { cloudflare, digitalHosts, supabase } from './edges.ts';
import { djangoRest, laravel, spring } from './frameworks.ts';
import { firebase, google } from './google.ts';
import { homeServers, weather } from './home-and-data.ts';
import { auth0, keycloak, okta } from './identity.ts';
import { messaging, meta, slack, twitter } from './messaging.ts';
import { aspnet, entra, microsoftGraph, sharepoint } from './microsoft.ts';
import { gateways, observability } from './operations.ts';
import { commerce, stripe, woocommerce } from './payments-and-shops.ts';
import { artifactServers, containerRegistry, npmRegistry, sonar } from './registries.ts';
import { salesforce, salesforceUi } from './salesforce.ts';
import type { Provider } from './provider.ts';

/** Every table. Order means nothing: all that recognise an answer speak. */
export const providers: readonly Provider[] = [
  artifactServers,
  aspnet,
  auth0,
  aws,
  azureDevOps,
  azureStaticWebApps,
  azureStorage,
  bitbucket,
  cloudflare,
  commerce,
  containerRegistry,
  digitalHosts,
  djangoRest,
  entra,
  firebase,
  gateways,
  github,
  gitlab,
  google,
  homeServers,
  keycloak,
  laravel,
  messaging,
  meta,
  microsoftGraph,
  npmRegistry,
  observability,
  okta,
  openAi,
  salesforce,
  salesforceUi,
  sharepoint,
  slack,
  sonar,
  spring,
  stripe,
  supabase,
  twitter,
  weather,
  woocommerce,
];
