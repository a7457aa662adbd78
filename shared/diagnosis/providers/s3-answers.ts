import { PROVEN } from '../weights.ts';
import type { Seen, Sign } from './provider.ts';
import { signedByAws } from './signed-by-aws.ts';

/** What a store that speaks S3 answers to a signed request, in the error document that all of them write. */
export type S3Answer = (status: number, code: string, message: string) => Seen;

export const signedForS3 = signedByAws('eu-west-1/s3');

/** `received`: fields by which the store is known. */
export const s3Answers =
  (received?: Readonly<Record<string, string>>): S3Answer =>
  (status, code, message) => ({
    status,
    sent: signedForS3,
    ...(received === undefined ? {} : { received }),
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>`,
  });

/** The store does not know the key. */
export const unknownS3Key = (answer: S3Answer): Sign => ({
  cause: 'credentials-rejected',
  weight: PROVEN,
  code: ['InvalidAccessKeyId'],
  explanation:
    'The store does not know the access key: deleted, of another account or system, or temporary and sent without its session token.',
  seen: answer(
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  ),
});

/** What every store says of a signature that is not its own, and of a clock that is too far off. */
export const s3SignatureSigns = (answer: S3Answer): readonly Sign[] => [
  {
    cause: 'signature-mismatch',
    weight: PROVEN,
    code: ['SignatureDoesNotMatch', 'XAmzContentSHA256Mismatch'],
    explanation:
      'The store computed another signature: wrong secret, a Host or path changed on the way, or a field that was signed and altered.',
    seen: answer(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    ),
  },
  {
    cause: 'clock-skew',
    weight: PROVEN,
    code: ['RequestTimeTooSkewed'],
    explanation: 'The signed time and the store’s clock are more than fifteen minutes apart.',
    seen: answer(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    ),
  },
];
