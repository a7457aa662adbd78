import { audience } from './audience.ts';
import { basicForBearer } from './basic-for-bearer.ts';
import { charset } from './charset.ts';
import { doubledBearer } from './doubled-bearer.ts';
import type { Example } from './example.ts';
import { loginPage } from './login-page.ts';
import { noCredentials } from './no-credentials.ts';
import { placeholder } from './placeholder.ts';
import { rateLimited } from './rate-limited.ts';
import { redirectDropped } from './redirect-dropped.ts';
import { scopeMissing } from './scope-missing.ts';
import { tokenExpired } from './token-expired.ts';

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
  rateLimited,
];

export const exampleById = (id: string): Example | undefined =>
  examples.find((example) => example.info.id === id);
