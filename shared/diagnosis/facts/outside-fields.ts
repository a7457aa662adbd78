import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { hasAuthorization } from '../facts.ts';

/** A header field that was written into the address or the body, where no server reads it. */
export interface OutsideField {
  readonly name: string;
  readonly value: string;
  /** "the body", "the query": where it stands. */
  readonly where: 'body' | 'query';
  readonly place: Place;
}

/** Authorization by its name, or as a member of `headers`. */
const authorization = /^(?:headers?[[.])?authorization\]?$/i;
const version = /^(?:content-type|accept|user-agent|[\w-]+-api-version|x-api-version)$/i;
const key = /^(?:x-[\w-]*(?:key|token|auth)|[\w-]+-api-key)$/i;

/** The options of an HTTP client sent as the data, or fields entered in the table for parameters. */
export const outsideField = (facts: Facts): OutsideField | undefined => {
  if (hasAuthorization(facts)) return undefined;
  const body = facts.form.find(({ name, value }) => authorization.test(name) && value.trim().length > 8);
  if (body !== undefined)
    return {
      name: 'Authorization',
      value: body.value,
      where: 'body',
      place: {
        in: 'body',
        exchange: facts.index,
        side: 'request',
        ...(body.span === undefined ? {} : { span: body.span }),
      },
    };
  const query = [...(facts.url?.searchParams ?? [])];
  const fields = query.some(([name]) => version.test(name));
  // What is signed with its date and host is meant to stand in the address.
  if (query.some(([one]) => /^(?:date|timestamp|signature|sign)$/i.test(one))) return undefined;
  const [name, value] =
    query.find(([one, text]) => text.length > 8 && (authorization.test(one) || (fields && key.test(one)))) ??
    [];
  return name === undefined || value === undefined
    ? undefined
    : {
        name: authorization.test(name) ? 'Authorization' : name,
        value,
        where: 'query',
        place: { in: 'url', exchange: facts.index },
      };
};
