import { describe, expect, test } from 'vitest';
import { scopeOfUrl } from './host.ts';

describe('region and service off the host name', () => {
  test.each([
    ['s3.amazonaws.com', 'us-east-1', 's3'],
    ['s3.eu-central-1.amazonaws.com', 'eu-central-1', 's3'],
    ['s3-eu-west-1.amazonaws.com', 'eu-west-1', 's3'],
    ['bucket.s3.amazonaws.com', 'us-east-1', 's3'],
    ['my.dotted.bucket.s3.ap-southeast-2.amazonaws.com', 'ap-southeast-2', 's3'],
    ['bucket.s3-us-gov-west-1.amazonaws.com', 'us-gov-west-1', 's3'],
    ['bucket.s3.dualstack.us-west-2.amazonaws.com', 'us-west-2', 's3'],
    ['bucket.s3-fips.us-gov-east-1.amazonaws.com', 'us-gov-east-1', 's3'],
    ['bucket.s3-accelerate.amazonaws.com', 'us-east-1', 's3'],
    ['ap-123.s3-accesspoint.eu-west-1.amazonaws.com', 'eu-west-1', 's3'],
    ['123.s3-control.eu-west-1.amazonaws.com', 'eu-west-1', 's3'],
    ['bucket.s3.cn-north-1.amazonaws.com.cn', 'cn-north-1', 's3'],
    ['a1b2c3.execute-api.eu-central-1.amazonaws.com', 'eu-central-1', 'execute-api'],
    ['abcdef.lambda-url.eu-west-1.on.aws', 'eu-west-1', 'lambda'],
    ['lambda.us-east-2.api.aws', 'us-east-2', 'lambda'],
    ['dynamodb.eu-west-1.amazonaws.com', 'eu-west-1', 'dynamodb'],
    ['streams.dynamodb.eu-west-1.amazonaws.com', 'eu-west-1', 'dynamodb'],
    ['dynamodb.us-gov-west-1.amazonaws.com', 'us-gov-west-1', 'dynamodb'],
    ['dynamodb-fips.us-east-1.amazonaws.com', 'us-east-1', 'dynamodb'],
    ['iam.amazonaws.com', 'us-east-1', 'iam'],
    ['iam.us-gov.amazonaws.com', 'us-gov-west-1', 'iam'],
    ['iam.cn-north-1.amazonaws.com.cn', 'cn-north-1', 'iam'],
    ['sts.amazonaws.com', 'us-east-1', 'sts'],
    ['email.eu-west-1.amazonaws.com', 'eu-west-1', 'ses'],
    ['bedrock-runtime.us-east-1.amazonaws.com', 'us-east-1', 'bedrock'],
    ['search-logs.eu-west-1.es.amazonaws.com', 'eu-west-1', 'es'],
    ['id.eu-west-1.aoss.amazonaws.com', 'eu-west-1', 'aoss'],
    ['eu-west-1.queue.amazonaws.com', 'eu-west-1', 'sqs'],
    ['vpce-1-2.execute-api.eu-west-1.vpce.amazonaws.com', 'eu-west-1', 'execute-api'],
    ['account.r2.cloudflarestorage.com', 'auto', 's3'],
    ['bucket.nyc3.digitaloceanspaces.com', 'nyc3', 's3'],
    ['s3.eu-central-003.backblazeb2.com', 'eu-central-003', 's3'],
    ['s3.ap-northeast-1.wasabisys.com', 'ap-northeast-1', 's3'],
    ['bucket.s3.fr-par.scw.cloud', 'fr-par', 's3'],
    ['storage.googleapis.com', 'auto', 's3'],
    ['orders.eu-west-3.example.com', 'eu-west-3', 'orders'],
    ['api.example.com', 'us-east-1', 'api'],
    ['127.0.0.1:9000', 'us-east-1', 's3'],
    ['localhost:4566', 'us-east-1', 's3'],
    ['[::1]:9000', 'us-east-1', 's3'],
    ['notamazonaws.com', 'us-east-1', 'notamazonaws'],
  ])('%s: %s, %s', (host, region, service) => {
    const scope = scopeOfUrl(`https://${host}/x`);
    expect([scope.region.value, scope.service.value]).toEqual([region, service]);
    expect(scope.region.because).not.toBe('');
    expect(scope.service.because).not.toBe('');
  });

  test.each([
    ['https://dynamodb.eu-west-1.amazonaws.com/', true],
    ['https://iam.amazonaws.com/', true],
    ['https://api.example.com/', false],
    ['http://127.0.0.1:9000/', false],
    ['', false],
    ['{{base}}/x', false],
  ])('%s says its region: %s', (url, sure) => expect(scopeOfUrl(url).region.sure).toBe(sure));
});
