import { utf8Bytes } from '../../exchange/bytes.ts';
import { FlowStopped } from '../scheme.ts';
import { carriedSignature, signatureBase, type SignatureInput } from './base.ts';
import type { SignedMessage } from './message.ts';

export type VerifiedSignature =
  /** `base`: what must have been signed; to be set beside what the other side says. */
  | {
      readonly kind: 'checked';
      readonly valid: boolean;
      readonly base: string;
      readonly input: SignatureInput;
    }
  /** `because`: one sentence. */
  | { readonly kind: 'unreadable'; readonly because: string };

/**
 * Whether the signature of that label fits the message (RFC 9421 §3.2). `check` holds a key against bytes and
 * signature, by the algorithm that the signature names, if it does; times and what must be covered are the caller's to judge.
 */
export const verifySignature = (
  message: SignedMessage,
  label: string,
  check: (data: Uint8Array, signature: Uint8Array, algorithm: string | undefined) => boolean,
): VerifiedSignature => {
  try {
    const carried = carriedSignature(message, label);
    if (carried === undefined)
      return { kind: 'unreadable', because: `The message carries no signature ${label}.` };
    const base = signatureBase(message, carried.input);
    const named = carried.input.parameters.get('alg');
    const algorithm = typeof named === 'string' ? named : undefined;
    const valid = check(utf8Bytes(base), carried.signature, algorithm);
    return { kind: 'checked', valid, base, input: carried.input };
  } catch (error) {
    if (error instanceof FlowStopped) return { kind: 'unreadable', because: error.message };
    throw error;
  }
};
