/** Fields of a request signed with Signature Version 4 for a scope, "eu-west-1/s3", as documented answers saw them. */
export const signedByAws = (
  scope: string,
  credentials: 'long-lived' | 'temporary' = 'long-lived',
): Readonly<Record<string, string>> => {
  const key = credentials === 'temporary' ? 'ASIAIOSFODNN7EXAMPLE' : 'AKIAIOSFODNN7EXAMPLE';
  return {
    Authorization: `AWS4-HMAC-SHA256 Credential=${key}/20231115/${scope}/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7`,
    ...(credentials === 'temporary' ? { 'X-Amz-Security-Token': 'IQoJb3JpZ2luX2VjEOj' } : {}),
    'X-Amz-Date': '20231115T120000Z',
    'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
  };
};
