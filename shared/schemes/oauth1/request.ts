import { byteStringToBytes } from '../../exchange/bytes.ts';
import { sameName } from '../../exchange/fields.ts';
import { attachField } from '../parts/attach.ts';
import type { FormParameter } from '../parts/form-parameters.ts';
import { formBodyText, isFormRequest, oauth1Encode } from './base-string.ts';
import { FlowStopped, type OutgoingRequest } from '../scheme.ts';

export const oauth1Places = ['header', 'query', 'body'] as const;
export type OAuth1Place = (typeof oauth1Places)[number];

/**
 * Carries the protocol parameters, signature included, where RFC 5849 §3.5 allows them. The realm is no parameter of
 * the protocol and stands in the header only.
 * @throws FlowStopped `body-no-form` where they belong into a body that is no form
 */
export const withOAuth1Parameters = (
  request: OutgoingRequest,
  place: OAuth1Place,
  parameters: readonly FormParameter[],
  realm: string,
): OutgoingRequest => {
  const pairs = parameters.map(([name, value]) => [oauth1Encode(name), oauth1Encode(value)] as const);
  const asForm = pairs.map(([name, value]) => `${name}=${value}`).join('&');
  switch (place) {
    case 'header': {
      const quotedRealm = `realm="${realm.replace(/[\\"]/g, String.raw`\$&`)}"`;
      const params = pairs.map(([name, value]) => `${name}="${value}"`);
      const value = [...(realm === '' ? [] : [quotedRealm]), ...params].join(', ');
      return attachField(request, 'Authorization', `OAuth ${value}`);
    }
    case 'query': {
      const [address = '', ...fragment] = request.url.split('#');
      const mark = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&';
      return { ...request, url: [`${address}${mark}${asForm}`, ...fragment].join('#') };
    }
    case 'body':
      return inFormBody(request, asForm);
    default:
      return place satisfies never;
  }
};

const inFormBody = (request: OutgoingRequest, asForm: string): OutgoingRequest => {
  if (!isFormRequest(request)) {
    throw new FlowStopped(
      'body-no-form',
      'OAuth parameters fit only into a form body, and this request has none; place them in the header.',
    );
  }
  const present = formBodyText(request.body);
  const bytes = byteStringToBytes(present === '' ? asForm : `${present}&${asForm}`);
  const fields = request.fields.map((field) =>
    sameName(field.name, 'Content-Length') && field.origin?.from !== 'typed'
      ? { ...field, value: String(bytes.length) }
      : field,
  );
  return { ...request, fields, body: { kind: 'bytes', bytes } };
};
