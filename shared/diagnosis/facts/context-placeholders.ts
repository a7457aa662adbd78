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

/** The client's own name at an authorization endpoint, as the sample has it or as nothing was put in its place. */
export const placeholdersInAuthorize = (url: URL | undefined, exchange: number): readonly Placeholder[] => {
  const id = isAuthorizeAddress(url) ? url?.searchParams.get('client_id')?.trim() : undefined;
  if (id === undefined || id === null || id.length > 80) return [];
  const found = placeholderIn(id);
  return found === undefined || found.kind === 'masked' || (found.kind === 'sample' && !/[-_ ]/.test(id))
    ? []
    : [{ ...found, name: 'client_id', place: { in: 'url', exchange } }];
};
