import type { Facts } from '../facts.ts';
import { serverCredentials } from '../facts.ts';
import type { Misplaced } from './misplaced.ts';

/** Names that only header fields have: parameters of a body are written without hyphens. */
const ofField =
  /^(?:x|ocp-apim|api|access|auth|subscription|client|private)-(?:[a-z]+-)*(?:key|token|secret)$|^x-auth(?:orization)?$/i;

/** A key stands in the body under the name of a header field, and nothing else proves who asks. */
export const fieldInBody = (facts: Facts): Misplaced | undefined => {
  if (facts.tokenRequest || serverCredentials(facts).length > 0) return undefined;
  const sent = facts.form.find(({ name, value }) => ofField.test(name) && value.length >= 8);
  return sent === undefined
    ? undefined
    : {
        kind: 'field-in-body',
        text: `${sent.name} stands in the body; it is the name of a header field`,
        place: {
          in: 'body',
          exchange: facts.index,
          side: 'request',
          ...(sent.span === undefined ? {} : { span: sent.span }),
        },
        wanted: sent.name,
      };
};
