import { mayBeSecretField, mayBeSecretName } from '../exchange/secret-names.ts';
import { formDecoded } from '../exchange/percent.ts';

/**
 * Which names promise a secret value in a file that belongs in git: whatever is masked on screen, and a little more. A
 * value that is taken for a secret goes into the vault and is as good as before; one that is missed is published.
 */

const furtherFields =
  /(?:^|[-_.])(?:password|passwd|credentials?|session(?:-?id)?|jwt|assertion)(?:$|[-_.])/i;

/** Text that is not percent-encoded is judged as it stands. */
const decoded = (name: string): string => formDecoded(name).trim();

/** A query parameter, form field, part or JSON member of that name holds a secret. */
export const isSecretParamName = (name: string): boolean => mayBeSecretName(decoded(name));

/** A header field of that name holds a secret. */
export const isSecretFieldName = (name: string): boolean => {
  const plain = name.trim();
  return mayBeSecretField(plain) || furtherFields.test(plain);
};
