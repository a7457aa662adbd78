import { parseKnownFiles } from '@smithy/shared-ini-file-loader';
import { FlowStopped } from '../../shared/schemes/scheme.ts';

/**
 * Keys and region of a profile in the shared AWS files, `undefined` where there is no such profile. The files are where
 * AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE say, otherwise in ~/.aws; they are read anew each time.
 * @throws FlowStopped `aws-profile-unfit` where the profile holds no keys but a way to get some
 */
export const readAwsProfile = async (name: string): Promise<Readonly<Record<string, string>> | undefined> => {
  const profile = (await parseKnownFiles({ ignoreCache: true }))[name];
  if (profile === undefined) return undefined;
  const {
    aws_access_key_id: accessKeyId,
    aws_secret_access_key: secretAccessKey,
    aws_session_token: sessionToken,
    region,
  } = profile;
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new FlowStopped('aws-profile-unfit', `The AWS profile "${name}" ${whyUnfit(name, profile)}`);
  }
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(region === undefined ? {} : { region }),
  };
};

/** Ways that only AWS's own tools go. */
const whyUnfit = (name: string, profile: Readonly<Record<string, string | undefined>>): string => {
  const exported = `run "aws configure export-credentials --profile ${name}" and type what it prints here.`;
  if (profile['sso_session'] !== undefined || profile['sso_start_url'] !== undefined)
    return `gets its keys by a login in the browser (SSO); ${exported}`;
  if (profile['credential_process'] !== undefined) return `gets its keys from another program; ${exported}`;
  if (profile['role_arn'] !== undefined)
    return `takes on a role, which needs a request of its own; ${exported}`;
  return 'holds no access key ID and secret access key. Add them, or choose another profile.';
};
