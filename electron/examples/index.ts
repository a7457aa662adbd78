import { audience } from './audience.ts';
import { basicForBearer } from './basic-for-bearer.ts';
import { charset } from './charset.ts';
import { wrongClientSecret } from './client-secret.ts';
import { clockBehind } from './clock-behind.ts';
import { csrf } from './csrf.ts';
import { doubledBearer } from './doubled-bearer.ts';
import { doubledSlash } from './doubled-slash.ts';
import type { Example } from './example.ts';
import { keyInAuthorization } from './key-in-authorization.ts';
import { loginPage } from './login-page.ts';
import { noCredentials } from './no-credentials.ts';
import { placeholder } from './placeholder.ts';
import { rateLimited } from './rate-limited.ts';
import { redirectDropped } from './redirect-dropped.ts';
import { scopeMissing } from './scope-missing.ts';
import { staleNonce } from './stale-nonce.ts';
import { tenantMissing } from './tenant-missing.ts';
import { tokenExpired } from './token-expired.ts';
import { tokenTwice } from './token-twice.ts';
import { wrongRegion } from './wrong-region.ts';

/** Every example, in the order in which the first window offers them. */
export const examples: readonly Example[] = [
  tokenExpired,
  redirectDropped,
  charset,
  audience,
  basicForBearer,
  loginPage,
  doubledBearer,
  placeholder,
  noCredentials,
  scopeMissing,
  wrongClientSecret,
  keyInAuthorization,
  tokenTwice,
  tenantMissing,
  csrf,
  doubledSlash,
  clockBehind,
  wrongRegion,
  staleNonce,
  rateLimited,
];

export const exampleById = (id: string): Example | undefined =>
  examples.find((example) => example.info.id === id);
