import { nothingHere, reached } from './answers.ts';
import { defineExample, exampleDraft } from './example.ts';

const info = {
  id: 'wrong-region',
  title: 'Signed for another region',
  lesson:
    'An AWS signature is made for one region and service. The answer names the region that the bucket is in.',
  status: 400,
  scheme: 'AWS SigV4',
} as const;

const region = 'us-east-1';

const refusal = (named: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region '${named}' is wrong; expecting '${region}'</Message><Region>${region}</Region></Error>\n`;

/** As S3 does, this server looks at the scope of the signature first; here it is all that it looks at. */
export const wrongRegion = defineExample({
  info,
  prepare: (base) => ({
    draft: exampleDraft(info, `${base}/bucket`, {
      auth: {
        kind: 'own',
        scheme: 'aws-sigv4',
        settings: {
          keys: 'typed',
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          secretAccessKey: { plain: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
          region: 'eu-west-1',
          service: 's3',
        },
      },
    }),
  }),
  answer(request) {
    if (request.path !== '/bucket') return nothingHere;
    const [, named = ''] =
      /Credential=[^/,]+\/\d{8}\/([^/,]+)\/s3\/aws4_request/.exec(request.field('Authorization') ?? '') ?? [];
    return named === region
      ? reached('AKIAIOSFODNN7EXAMPLE')
      : { status: 400, fields: { 'Content-Type': 'application/xml' }, body: refusal(named) };
  },
});
