import {
  base64OfByteString,
  byteStringOfBase64,
  latin1ByteString,
  utf8ByteString,
  utf8OfBytes,
} from '../exchange/bytes.ts';
import { readOne } from './answers.ts';
import { defineExperiment } from './experiment.ts';
import { canSend, requestLine, resending } from './plans.ts';
import type { Scene } from './scene.ts';
import { withAuthorization } from './variants.ts';

const CHARSETS = { 'utf-8': 'UTF-8', 'iso-8859-1': 'Latin-1' } as const;

/** The same user name and password in the other charset (RFC 7617 §2.1); nothing where it is all ASCII. */
const recoded = ({
  facts,
}: Scene): { readonly charset: keyof typeof CHARSETS; readonly value: string } | undefined => {
  const { parsed } = facts.authorization ?? {};
  const bytes = parsed?.scheme === 'basic' ? byteStringOfBase64(parsed.rest) : undefined;
  if (parsed === undefined || bytes === undefined || !/[\u0080-\u00ff]/.test(bytes)) return undefined;
  const text = utf8OfBytes(bytes);
  const charset = text === bytes ? 'utf-8' : 'iso-8859-1';
  const other = charset === 'utf-8' ? utf8ByteString(bytes) : latin1ByteString(text);
  return other === undefined
    ? undefined
    : { charset, value: `${parsed.spelled} ${base64OfByteString(other)}` };
};

/** Whether the password is right and only its bytes are those of another charset. */
export const otherCharset = defineExperiment({
  id: 'other-charset',
  changed: 'Password in the other charset',
  question: 'Does the server read the password in another charset?',
  says: {
    accepted: 'In the other charset the same password is accepted',
    refused: 'It is refused in the other charset as well',
    unclear: 'The answer says nothing about it',
  },
  likelihoods: {
    otherwise: { accepted: 0.3, refused: 94.7, unclear: 5 },
    'charset-mismatch': { accepted: 93, refused: 3, unclear: 4 },
  },
  plan(scene) {
    const other = canSend(scene) ? recoded(scene) : undefined;
    return (
      other &&
      resending(scene, {
        most: 1,
        sends: `${requestLine(scene)}, once, with the same user name and password as ${CHARSETS[other.charset]}.`,
        own: true,
      })
    );
  },
  next(scene, runs) {
    const other = runs.length > 0 ? undefined : recoded(scene);
    return (
      other && {
        kind: 'request',
        label: `As ${CHARSETS[other.charset]}`,
        draft: withAuthorization(scene, other.value),
      }
    );
  },
  read(scene, runs) {
    const other = recoded(scene);
    if (other === undefined) return { outcome: 'unclear', answer: 'not sent' };
    const charset = CHARSETS[other.charset];
    return readOne(scene, runs, 'unclear', {
      accepted: () => ({
        outcome: 'accepted',
        says: `As ${charset} the same password is accepted`,
        named: {
          cause: 'charset-mismatch',
          title: `The server reads user name and password as ${charset}`,
          explanation:
            'Basic does not say how letters outside ASCII become bytes, unless the challenge names charset="UTF-8" (RFC 7617 §2.1). The same password in the other charset is accepted.',
          remedies: [{ id: 'reencode-credentials', values: { charset: other.charset } }],
        },
      }),
      same: 'refused',
      'other-refusal': 'refused',
      'other-answer': 'unclear',
      none: 'unclear',
    });
  },
});
