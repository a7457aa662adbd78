import { fieldNamed } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import { nothingSent } from './absence.ts';

/** Documents that are there for strangers: key sets, metadata, what crawlers and browsers ask for by themselves. */
const forEveryone =
  /\/\.well-known\/|(?:^|\/)(?:jwks(?:\.json)?|openid-configuration|robots\.txt|favicon\.ico|security\.txt|protocol\/openid-connect\/certs|discovery\/(?:v[\d.]+\/)?keys|oauth2\/(?:v\d\/)?certs)$/i;

/** The address of a document that everybody must be able to read; absent where the request proved who asks. */
export const publicDocument = (facts: Facts): string | undefined => {
  const path = facts.url?.pathname ?? '';
  return forEveryone.test(path) && nothingSent(facts) ? path : undefined;
};

/** The very same request was answered before though it carried nothing, and carries nothing now. */
export const openBefore = (facts: Facts): EarlierExchange | undefined =>
  nothingSent(facts)
    ? facts.earlier.findLast(
        ({ accepted, sameRequest, exchange }) =>
          accepted &&
          sameRequest &&
          fieldNamed(exchange.request.fields, 'Authorization') === undefined &&
          fieldNamed(exchange.request.fields, 'Cookie') === undefined,
      )
    : undefined;
