import { authParam } from '../../http-auth/auth.ts';
import type { HeaderFault } from './header-fault.ts';
import { found } from './header-fault.ts';
import type { SentCredential } from './sent-credentials.ts';

/** A user name of Digest that is still in the braces of a guide, or that is a whole object of a secret store. */
export const digestUser = (credential: SentCredential): HeaderFault | undefined => {
  const { parsed } = credential;
  const user = parsed?.scheme === 'digest' ? authParam(parsed, 'username') : undefined;
  return user === undefined || !/^(?:\{.+\}|<.+>|\[.+\])$/.test(user)
    ? undefined
    : found(
        credential,
        'wrapped',
        /^\{\s*\\?"/.test(user)
          ? 'a whole object stands in the place of the user name'
          : 'the brackets of the sample still stand around the user name',
        user,
      );
};
