import {
  isInnerList,
  parseDictionary,
  serializeInnerList,
  type BareItem,
  type InnerList,
  type Item,
} from 'structured-headers';
import { valuesOf } from '../../exchange/fields.ts';
import { FlowStopped } from '../scheme.ts';
import { componentOf, componentText, type Component } from './components.ts';
import { componentValue } from './values.ts';
import type { SignedMessage } from './message.ts';

/** What a signature covers, and what it says of itself: the value of a member of Signature-Input (RFC 9421 §4.1). */
export interface SignatureInput {
  readonly components: readonly Component[];
  /** In the order in which they are signed: created, expires, nonce, alg, keyid, tag. */
  readonly parameters: ReadonlyMap<string, BareItem>;
}

/** As it stands in Signature-Input and in the last line of the base. */
export const signatureInputText = ({ components, parameters }: SignatureInput): string => {
  const items = components.map(({ name, parameters: own }): Item => [name, new Map(own)]);
  return serializeInnerList([items, new Map(parameters)]);
};

/**
 * The lines that are signed (RFC 9421 §2.5), joined by LF.
 * @throws FlowStopped `component-unfit` where a component is not in the message or is covered twice
 */
export const signatureBase = (message: SignedMessage, input: SignatureInput): string => {
  const texts = input.components.map(componentText);
  const twice = texts.find((text, at) => texts.indexOf(text) !== at);
  if (twice !== undefined)
    throw new FlowStopped('component-unfit', `The component ${twice} is covered twice.`);
  const lines = input.components.map(
    (component, at) => `${texts[at] ?? ''}: ${componentValue(message, component)}`,
  );
  return [...lines, `"@signature-params": ${signatureInputText(input)}`].join('\n');
};

/** One signature that a message carries. */
export interface CarriedSignature {
  readonly input: SignatureInput;
  readonly signature: Uint8Array;
}

/**
 * The signature of that label in Signature-Input and Signature (§4), or `undefined` where one of them lacks it.
 * @throws FlowStopped `signature-unreadable` where a field is no dictionary of that kind
 */
export const carriedSignature = (message: SignedMessage, label: string): CarriedSignature | undefined => {
  const input = dictionaryOf(message, 'Signature-Input').get(label);
  const signature = dictionaryOf(message, 'Signature').get(label);
  if (input === undefined || signature === undefined) return undefined;
  const [bytes] = signature;
  if (!isInnerList(input) || !(bytes instanceof ArrayBuffer))
    throw new FlowStopped('signature-unreadable', `The signature ${label} is not written as RFC 9421 asks.`);
  return { input: signatureInputOf(input), signature: new Uint8Array(bytes) };
};

const signatureInputOf = ([items, parameters]: InnerList): SignatureInput => ({
  components: items.map(componentOf),
  parameters,
});

const dictionaryOf = (message: SignedMessage, name: string) => {
  try {
    return parseDictionary(valuesOf(message.fields, name).join(', '));
  } catch {
    throw new FlowStopped('signature-unreadable', `The field ${name} is no dictionary (RFC 9651).`);
  }
};
