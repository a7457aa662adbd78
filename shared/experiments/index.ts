import { again } from './again.ts';
import { clientAuthentication } from './client-authentication.ts';
import { clock } from './clock.ts';
import { eachAddress } from './each-address.ts';
import type { Experiment } from './experiment.ts';
import { freshToken } from './fresh-token.ts';
import { introspection } from './introspection.ts';
import { issuerKeys } from './issuer-keys.ts';
import { madeUpCredential } from './made-up-credential.ts';
import { otherCharset } from './other-charset.ts';
import { otherPath } from './other-path.ts';
import { otherPrefix } from './other-prefix.ts';
import { readingOnly } from './reading-only.ts';
import { unknownPath } from './unknown-path.ts';
import { withoutCookiesExperiment } from './without-cookies.ts';
import { withoutCredentialsExperiment } from './without-credentials.ts';
import { withoutProxy } from './without-proxy.ts';

/** Every experiment. In which order they are proposed, the odds say. */
export const experiments: readonly Experiment[] = [
  clock,
  issuerKeys,
  withoutCredentialsExperiment,
  madeUpCredential,
  withoutCookiesExperiment,
  unknownPath,
  otherPath,
  otherPrefix,
  otherCharset,
  freshToken,
  introspection,
  clientAuthentication,
  readingOnly,
  withoutProxy,
  eachAddress,
  again,
];

export const experimentById = (id: string): Experiment | undefined =>
  experiments.find((experiment) => experiment.id === id);
