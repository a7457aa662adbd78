import {
  isInnerList,
  parseDictionary,
  parseList,
  serializeBareItem,
  serializeDictionary,
  serializeInnerList,
  serializeItem,
  serializeList,
  type Dictionary,
} from 'structured-headers';
import { byteStringToBytes } from '../../exchange/bytes.ts';
import type { Field } from '../../exchange/exchange.ts';
import { valuesOf } from '../../exchange/fields.ts';
import { formParameters } from '../parts/form-parameters.ts';
import { FlowStopped } from '../scheme.ts';
import { unfitComponent, type Component } from './components.ts';
import { authorityOf, pathAndQuery, targetUriOf, type SignedMessage, type SignedRequest } from './message.ts';

/**
 * The value of a component in a message (RFC 9421 §2.1, §2.2).
 * @throws FlowStopped `component-unfit` where the message has none or more than one
 */
export const componentValue = (message: SignedMessage, component: Component): string => {
  const of = component.parameters.get('req') === true ? requestOf(message, component) : message;
  const value = component.name.startsWith('@') ? derivedValue(of, component) : fieldValue(of, component);
  if (/[^\u0020-\u007e]/.test(value))
    throw unfitComponent(component, 'is not plain ASCII; cover it with ;bs');
  return value;
};

const requestOf = (message: SignedMessage, component: Component): SignedRequest => {
  if ('status' in message && message.request !== undefined) return message.request;
  throw unfitComponent(component, 'belongs to the request of a response, and there is none');
};

const derivedValue = (message: SignedMessage, component: Component): string => {
  if (component.name === '@status') {
    if ('status' in message) return String(message.status);
    throw unfitComponent(component, 'is there in responses only');
  }
  if ('status' in message) throw unfitComponent(component, 'is there in requests only; add ;req');
  switch (component.name) {
    case '@method':
      return message.method;
    case '@target-uri':
      return targetUriOf(message);
    case '@authority':
      return authorityOf(message);
    case '@scheme':
      return message.scheme;
    case '@request-target':
      return message.target;
    case '@path':
      return pathAndQuery(message).path;
    case '@query':
      return pathAndQuery(message).query;
    case '@query-param':
      return queryParameter(message, component);
    default:
      throw unfitComponent(component, 'is not known');
  }
};

/** §2.2.8: decoded as a form, then encoded again with the form's own set, a space as %20. */
const queryParameter = (message: SignedRequest, component: Component): string => {
  const name = component.parameters.get('name');
  if (typeof name !== 'string') throw unfitComponent(component, 'wants ;name="…"');
  const pairs = formParameters(pathAndQuery(message).query.slice(1));
  const [value, second] = pairs.filter((pair) => formEncoded(pair[0]) === name);
  if (value === undefined) throw unfitComponent(component, 'is not in the query');
  if (second !== undefined)
    throw unfitComponent(component, 'is in the query more than once, so it cannot be covered');
  return formEncoded(value[1]);
};

const formEncoded = (bytes: string): string =>
  bytes.replace(
    /[^A-Za-z0-9*\-._]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** structured-headers keeps no difference between 1.0 and 1, and the signature would be over the wrong one. */
const wholeDecimal = /(?:^|[=,;( \t])-?\d+\.0+(?=$|[,;) \t])/;

const fieldValue = (message: SignedMessage, component: Component): string => {
  const { name, parameters } = component;
  const among: readonly Field[] = parameters.get('tr') === true ? (message.trailers ?? []) : message.fields;
  const lines = valuesOf(among, name).map(unfolded);
  if (lines.length === 0) throw unfitComponent(component, 'is not in the message');
  const combined = lines.join(', ');
  const key = parameters.get('key');
  try {
    if (parameters.get('bs') === true)
      return lines.map((line) => serializeBareItem(byteStringToBytes(line))).join(', ');
    if ((key !== undefined || parameters.get('sf') === true) && wholeDecimal.test(combined))
      throw unfitComponent(component, 'holds a decimal like 1.0, which cannot be written back as it was');
    if (typeof key === 'string') return memberText(parseDictionary(combined), component, key);
    return parameters.get('sf') === true ? strictlySerialized(combined) : combined;
  } catch (error) {
    if (error instanceof FlowStopped) throw error;
    throw unfitComponent(component, 'is no structured field');
  }
};

/** §2.1: without the white space around it; a folded line is one line. */
const unfolded = (value: string): string =>
  value.replace(/[ \t]*\r?\n[ \t]+/g, ' ').replace(/^[ \t]+|[ \t]+$/g, '');

/** §2.1.2. */
const memberText = (dictionary: Dictionary, component: Component, key: string): string => {
  const member = dictionary.get(key);
  if (member === undefined) throw unfitComponent(component, 'has no such member');
  return isInnerList(member) ? serializeInnerList(member) : serializeItem(member);
};

/** §2.1.1. Whether a field is a list or a dictionary is not written in it: what reads as a list is one. */
const strictlySerialized = (text: string): string => {
  try {
    return serializeList(parseList(text));
  } catch {
    return serializeDictionary(parseDictionary(text));
  }
};
