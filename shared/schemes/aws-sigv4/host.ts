import { hostnameIn } from '../../exchange/url.ts';
import { isLoopbackHost } from '../parts/loopback-host.ts';

/** What a signature is bound to, read off a host name. `because` is for a person. */
export interface SigV4Scope {
  readonly region: { readonly value: string; readonly because: string; readonly sure: boolean };
  readonly service: { readonly value: string; readonly because: string };
}

/** The region of services that have none, and of whatever does not say. */
const usualRegion = 'us-east-1';

const awsSuffixes = [
  '.amazonaws.com',
  '.amazonaws.com.cn',
  '.api.aws',
  '.api.amazonwebservices.com.cn',
  '.on.aws',
];

const regionLike = /^[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d+$/;

/** Names under which a service is reached, where it is signed under another one. */
const signingNames: ReadonlyMap<string, string> = new Map([
  ['appsync-api', 'appsync'],
  ['aps-workspaces', 'aps'],
  ['bedrock-agent', 'bedrock'],
  ['bedrock-agent-runtime', 'bedrock'],
  ['bedrock-runtime', 'bedrock'],
  ['email', 'ses'],
  ['lambda-url', 'lambda'],
  ['queue', 'sqs'],
  ['s3-accelerate', 's3'],
  ['s3-accesspoint', 's3'],
  ['s3-control', 's3'],
  ['streams.dynamodb', 'dynamodb'],
]);

/** S3 as others offer it: the host, and its region where the host names one. */
const s3Elsewhere: readonly RegExp[] = [
  /(?:^|\.)(?<region>[a-z]{3}\d)\.digitaloceanspaces\.com$/,
  /(?:^|\.)s3\.(?<region>[a-z]+-[a-z]+-\d+)\.(?:backblazeb2|wasabisys|cloud\.ovh)\.(?:com|net)$/,
  /(?:^|\.)s3\.(?<region>[a-z]{2}-[a-z]{3})\.scw\.cloud$/,
];

/** There the region is the word itself. */
const s3WithoutRegion = /\.r2\.cloudflarestorage\.com$|^(?:.+\.)?storage\.googleapis\.com$/;

const readOff = 'read off the host name';

/** Region and service for a host, always an answer: what the host does not say is the usual. */
export const scopeOfUrl = (url: string): SigV4Scope => {
  const host = hostnameIn(url) ?? '';
  const suffix = awsSuffixes.find((one) => host.endsWith(one));
  return suffix === undefined
    ? elsewhere(host)
    : atAws(
        host
          .slice(0, -suffix.length)
          .replace(/\.vpce$/, '')
          .split('.'),
      );
};

const regionFrom = (value: string | undefined, otherwise: string): SigV4Scope['region'] =>
  value === undefined
    ? { value: usualRegion, because: otherwise, sure: false }
    : { value, because: readOff, sure: true };

const atAws = (labels: readonly string[]): SigV4Scope => {
  const [, joinedRegion] = /^s3-([a-z]{2}-[a-z-]+-\d)$/.exec(labels.at(-1) ?? '') ?? [];
  if (joinedRegion !== undefined)
    return { region: regionFrom(joinedRegion, ''), service: { value: 's3', because: readOff } };
  if (labels.at(-1) === 'us-gov')
    return { region: regionFrom('us-gov-west-1', ''), service: serviceFrom(labels.slice(0, -1)) };
  const at = labels.findLastIndex((label) => regionLike.test(label));
  // search-x.eu-west-1.es: the service stands behind its region; everywhere else before it.
  const service =
    at >= 0 && at < labels.length - 1 ? labels.slice(at + 1) : labels.slice(0, at < 0 ? undefined : at);
  const region = regionFrom(
    at < 0 ? undefined : labels[at],
    'the host names no region; global services are signed for this one',
  );
  return { region: at < 0 ? { ...region, sure: true } : region, service: serviceFrom(service) };
};

const serviceFrom = (labels: readonly string[]): SigV4Scope['service'] => {
  const named = labels.filter((label) => label !== 'dualstack');
  const last = (named.at(-1) ?? '').replace(/-fips$/, '');
  const pair = named.slice(-2).join('.');
  return { value: signingNames.get(pair) ?? signingNames.get(last) ?? last, because: readOff };
};

const elsewhere = (host: string): SigV4Scope => {
  for (const pattern of s3Elsewhere) {
    const region = pattern.exec(host)?.groups?.['region'];
    if (region !== undefined)
      return { region: regionFrom(region, ''), service: { value: 's3', because: readOff } };
  }
  if (s3WithoutRegion.test(host))
    return { region: regionFrom('auto', ''), service: { value: 's3', because: readOff } };
  if (host === '' || isLoopbackHost(host) || /^[\d.]+$|^\[/.test(host)) {
    return {
      region: regionFrom(undefined, 'the usual one of local servers'),
      service: { value: 's3', because: 'the usual one of local servers' },
    };
  }
  const labels = host.split('.');
  return {
    region: regionFrom(
      labels.find((label) => regionLike.test(label)),
      'the host names no region',
    ),
    service: { value: labels[0] ?? '', because: 'the first part of the host name' },
  };
};
