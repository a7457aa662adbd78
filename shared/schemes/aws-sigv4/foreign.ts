import type { SchemeSettings } from '../../workspace/draft.ts';
import { plainSecret } from '../../workspace/secret.ts';
import type { AwsSettings } from './settings.ts';
import type { Scheme } from '../scheme.ts';

const typedKeys = (
  accessKeyId: string | undefined,
  secretAccessKey: string | undefined,
  sessionToken: string | undefined,
): SchemeSettings => ({
  accessKeyId: accessKeyId ?? '',
  secretAccessKey: plainSecret(secretAccessKey ?? ''),
  sessionToken: plainSecret(sessionToken ?? ''),
});

/** From the names that AWS's own tools use. */
const readAwsNames = (given: Readonly<Record<string, string>>): SchemeSettings => ({
  ...typedKeys(given['accessKeyId'], given['secretAccessKey'], given['sessionToken']),
  region: given['region'] ?? '',
  service: given['service'] ?? '',
});

/** How other tools' files hold AWS keys. */
export const awsForeign: NonNullable<Scheme<AwsSettings>['foreign']> = {
  postman: {
    types: ['awsv4'],
    read: ({ accessKey, secretKey, sessionToken, region, service, addAuthDataToQuery }) => ({
      ...typedKeys(accessKey, secretKey, sessionToken),
      region: region ?? '',
      service: service ?? '',
      place: addAuthDataToQuery === 'true' ? 'query' : 'header',
    }),
    write: (own) => ({
      accessKey: String(own['accessKeyId']),
      secretKey: String(own['secretAccessKey']),
      sessionToken: String(own['sessionToken']),
      region: String(own['region']),
      service: String(own['service']),
      addAuthDataToQuery: String(own['place'] === 'query'),
    }),
  },
  insomnia: { types: ['iam'], read: readAwsNames },
  bruno: {
    types: ['awsv4'],
    read: (given) => ({
      ...readAwsNames(given),
      ...(given['accessKeyId'] || !given['profileName']
        ? {}
        : { keys: 'profile', profile: given['profileName'] }),
    }),
  },
  hoppscotch: {
    types: ['aws-signature'],
    read: ({ accessKey, secretKey, serviceToken, region, serviceName, addTo }) => ({
      ...typedKeys(accessKey, secretKey, serviceToken),
      region: region ?? '',
      service: serviceName ?? '',
      place: addTo === 'QUERY_PARAMS' ? 'query' : 'header',
    }),
  },
  yaak: { types: ['awsv4', 'auth-aws-sig-v4'], read: readAwsNames },
};
