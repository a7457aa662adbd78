import { valueOf } from '../../exchange/fields.ts';
import type { AwsSettings } from './settings.ts';
import type { OutgoingRequest, SchemeNotice } from '../scheme.ts';
import { scopeOfUrl } from './host.ts';

/** IAM's own prefixes: AKIA for lasting keys, ASIA for temporary ones. */
const looksLikeKeyId = (text: string): boolean => /^(?:AKIA|ASIA)[A-Z0-9]{12,}$/.test(text);

/** What is known to be refused, or to be signed for another place than meant, before it is sent. */
export const awsNotices = (own: AwsSettings, { url, fields }: OutgoingRequest): readonly SchemeNotice[] => {
  const notices: SchemeNotice[] = [];
  if (own.keys === 'typed') {
    const hasToken = own.sessionToken !== '' || valueOf(fields, 'X-Amz-Security-Token') !== undefined;
    if (looksLikeKeyId(own.secretAccessKey) && !looksLikeKeyId(own.accessKeyId)) {
      notices.push({
        title: 'Access key ID and secret seem to be swapped',
        explanation: 'What stands as the secret begins like an access key ID. Put each in its own field.',
      });
    } else if (own.accessKeyId.startsWith('ASIA') && !hasToken) {
      notices.push({
        title: 'A temporary key without its session token',
        explanation:
          'Keys that begin with ASIA are refused without the session token that came with them. Paste it, too.',
      });
    } else if (looksLikeKeyId(own.accessKeyId) && own.accessKeyId.startsWith('AKIA') && hasToken) {
      notices.push({
        title: 'A lasting key with a session token',
        explanation: 'Keys that begin with AKIA have no session token, and AWS refuses one. Remove it.',
      });
    }
  }
  const { region } = scopeOfUrl(url);
  if (
    own.keys === 'typed' &&
    (own.accessKeyId !== '' || own.secretAccessKey !== '') &&
    own.region === '' &&
    !region.sure
  ) {
    notices.push({
      title: `Signed for ${region.value}, as no region is given`,
      explanation: 'The host does not name its region. If the server stands elsewhere, write its region.',
    });
  }
  return notices;
};
