import { credentialJourneys } from './credentials.test-support.ts';
import type { Journey } from './journey.test-support.ts';
import { networkJourneys } from './network.test-support.ts';
import { signatureJourneys } from './signatures.test-support.ts';
import { tokenJourneys } from './tokens.test-support.ts';

/** Every refusal that is provoked live, in the engine’s test and in the window’s. */
export const journeys: readonly Journey[] = [
  ...credentialJourneys,
  ...tokenJourneys,
  ...signatureJourneys,
  ...networkJourneys,
];
