import { percentDecoded } from '../../exchange/percent.ts';
import type { Field } from '../../exchange/exchange.ts';
import { isAuthorizeAddress } from './authorize-request.ts';
import { placeholderIn } from './placeholder-forms.ts';
import type { Placeholder } from './placeholders.ts';

/** Fields that tell for whom a call is meant: `OpenAI-Organization`, `Xero-Tenant-Id`. They are no credentials. */
const tellsForWhom =
  /^(?:[a-z]+-){0,2}(?:organi[sz]ation|org|tenant|project|workspace|account|subscription|merchant|team|company|customer)(?:-?id)?$/i;

/** What a template or a language left in such a field. Words that may be a name stay unjudged. */
export const placeholdersInContext = (fields: readonly Field[], exchange: number): readonly Placeholder[] =>
  fields.flatMap(({ name, value }) => {
    if (value.length > 80 || !tellsForWhom.test(name)) return [];
    const found = placeholderIn(value.trim());
    return found === undefined || found.kind === 'sample' || found.kind === 'masked'
      ? []
      : [{ ...found, name, place: { in: 'field' as const, exchange, side: 'request' as const, name } }];
  });

/** Whose login it is: `/<tenant>/oauth2/…`, `/realms/<realm>/protocol/…`. */
const ofTenant = /^\/([^/]+)\/(?:adfs\/)?oauth2\/|\/realms\/([^/]+)\/protocol\//;

/** In the address of a login or of a token endpoint the directory, and what a browser brings as the client's name. */
export const placeholdersInAddress = (url: URL | undefined, exchange: number): readonly Placeholder[] => {
  const [, first, realm] = ofTenant.exec(url?.pathname ?? '') ?? [];
  const tenant = first ?? realm;
  return [
    ...(tenant === undefined ? [] : inAddress('tenant', percentDecoded(tenant), exchange)),
    ...clientInAuthorize(url, exchange),
  ];
};

const inAddress = (name: string, text: string, exchange: number): readonly Placeholder[] => {
  const found = text.length > 80 ? undefined : placeholderIn(text);
  return found === undefined || found.kind === 'masked' || (found.kind === 'sample' && !/[-_ ]/.test(text))
    ? []
    : [{ ...found, name, place: { in: 'url', exchange } }];
};

const clientInAuthorize = (url: URL | undefined, exchange: number): readonly Placeholder[] => {
  const id = isAuthorizeAddress(url) ? url?.searchParams.get('client_id')?.trim() : undefined;
  return id === undefined || id === null ? [] : inAddress('client_id', id, exchange);
};
