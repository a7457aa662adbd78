import { sameName } from '../../exchange/fields.ts';
import { plainSecret } from '../../workspace/secret.ts';
import type { AwsSettings } from './settings.ts';
import type { CurlReading, CurlWords, OutgoingRequest } from '../scheme.ts';
import { scopeOfUrl } from './host.ts';

const asSigned = (note: string): CurlWords => ({ words: [], notes: [note] });

/**
 * `--aws-sigv4 aws:amz:region:service` with the keys in -u. What curl cannot say is exported as it was signed: good for
 * a quarter of an hour, or as long as the presigned URL says.
 */
export const awsCurl = (own: AwsSettings, sent: OutgoingRequest): CurlWords => {
  if (own.keys === 'typed' && own.accessKeyId === '') return { words: [], notes: [] };
  if (own.place === 'query')
    return asSigned(`curl cannot presign: this URL is signed already and good for ${own.expires} seconds.`);
  if (own.keys === 'profile')
    return asSigned(
      'curl does not read AWS profiles: the fields are signed already and good for 15 minutes.',
    );
  if (own.accessKeyId.includes(':'))
    return asSigned(
      'curl splits -u at the first colon, and this access key ID holds one: the fields are signed already and good for 15 minutes.',
    );
  if (own.tokenUnsigned && own.sessionToken !== '')
    return asSigned(
      'curl signs every field: as the session token must stay unsigned, the fields are signed already and good for 15 minutes.',
    );
  const chunked =
    sent.coding === undefined ? [] : ['curl signs the body as a whole instead of chunk by chunk.'];
  const scope = scopeOfUrl(sent.url);
  const region = own.region || scope.region.value;
  const service = own.service || scope.service.value;
  const unsigned = sent.fields.some(
    ({ name, value, origin }) =>
      sameName(name, 'X-Amz-Content-Sha256') && value === 'UNSIGNED-PAYLOAD' && origin?.from === 'auth',
  );
  return {
    words: [
      { text: '--aws-sigv4' },
      { text: `aws:amz:${region}:${service}` },
      { text: '-u' },
      { text: `${own.accessKeyId}:${own.secretAccessKey}`, secret: true },
      ...(own.sessionToken === ''
        ? []
        : [{ text: '-H' }, { text: `X-Amz-Security-Token: ${own.sessionToken}`, secret: true }]),
      ...(unsigned ? [{ text: '-H' }, { text: 'X-Amz-Content-Sha256: UNSIGNED-PAYLOAD' }] : []),
    ],
    notes: [
      ...(service === 's3' && !unsigned
        ? ['S3 wants X-Amz-Content-Sha256, which curl adds from 7.88 on.']
        : []),
      ...chunked,
    ],
  };
};

/** The value is provider1[:provider2[:region[:service]]]; -u holds the keys. */
export const awsCurlReading: CurlReading = {
  option: 'aws-sigv4',
  read: ({ username, password, value }) => {
    const [, , region = '', service = ''] = value.split(':');
    return { accessKeyId: username, secretAccessKey: plainSecret(password), region, service };
  },
};
