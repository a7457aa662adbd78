import type { SchemeSettings } from '../../workspace/draft.ts';
import { plainSecret } from '../../workspace/secret.ts';
import { isHmacAlgorithm, jwsAlgorithms } from '../jose/jws.ts';
import type { ForeignAuth, Scheme } from '../scheme.ts';

/** The names by which tools differ. */
interface Names {
  readonly header: string;
  readonly place: string;
  /** Its value for the query. */
  readonly query: string;
  readonly inHeader: string;
  readonly parameter: string;
}

/** These tools sign the claims as they are typed, so nothing is filled in. */
const mapping = (names: Names): ForeignAuth => ({
  types: ['jwt'],
  read: (given): SchemeSettings => {
    const algorithm = jwsAlgorithms.find((one) => one === given['algorithm']) ?? 'HS256';
    const parameter = given[names.parameter];
    return {
      algorithm,
      secret: plainSecret(given['secret'] ?? ''),
      secretEncoding: given['isSecretBase64Encoded'] === 'true' ? 'base64' : 'text',
      privateKey: plainSecret(given['privateKey'] ?? ''),
      header: given[names.header] ?? '{}',
      claims: given['payload'] ?? '{}',
      lifetime: '',
      omitIssuedAt: true,
      place: given[names.place] === names.query ? 'query' : 'header',
      prefix: given['headerPrefix'] ?? 'Bearer',
      ...(parameter === undefined || parameter === '' ? {} : { parameter }),
    };
  },
  write: (settings) => ({
    algorithm: String(settings['algorithm']),
    ...(isHmacAlgorithm(settings['algorithm'])
      ? { secret: String(settings['secret']) }
      : { privateKey: String(settings['privateKey']) }),
    isSecretBase64Encoded: String(settings['secretEncoding'] === 'base64'),
    [names.header]: String(settings['header']),
    payload: String(settings['claims']),
    [names.place]: settings['place'] === 'query' ? names.query : names.inHeader,
    headerPrefix: String(settings['prefix']),
    [names.parameter]: String(settings['parameter']),
  }),
});

export const jwtForeign: NonNullable<Scheme['foreign']> = {
  postman: mapping({
    header: 'header',
    place: 'addTokenTo',
    query: 'queryParam',
    inHeader: 'header',
    parameter: 'queryParamKey',
  }),
  hoppscotch: mapping({
    header: 'jwtHeaders',
    place: 'addTo',
    query: 'QUERY_PARAMS',
    inHeader: 'HEADERS',
    parameter: 'paramName',
  }),
};
