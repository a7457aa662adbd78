import {
  deviceAuthorizationRequest,
  processDeviceAuthorizationResponse,
  type DeviceAuthorizationResponse,
} from 'oauth4webapi';
import { clientAuthentication } from '../client-authentication.ts';
import { withSoundIdToken } from '../id-token.ts';
import { aborted, stopped, thrown } from '../oauth-errors.ts';
import { furtherParameters, requestedTarget } from '../parameters.ts';
import type { TokenAnswer } from '../token-answer.ts';
import type { Stopped, TokenHooks } from '../tokens-types.ts';
import { wait } from '../wait.ts';
import { clientOf, requestGrant, requestOptions, tokenParameters, type GrantContext } from './grant.ts';

/** Seconds between two questions where the server names none, and what slow_down adds (RFC 8628 §3.2, §3.5). */
const usualInterval = 5;

const no = (reason: Stopped): TokenAnswer => ({ ok: false, stopped: reason });

/**
 * RFC 8628: the person enters a code at an address, on any device, while the token endpoint is asked at the pace that
 * the server sets.
 */
export const deviceCode = async (
  context: GrantContext,
  open: (url: string) => Promise<boolean>,
  hooks: TokenHooks,
): Promise<TokenAnswer> => {
  let device: DeviceAuthorizationResponse;
  try {
    device = await askForCode(context);
  } catch (error) {
    return no(thrown(error, 'the device authorization endpoint'));
  }
  const url = device.verification_uri_complete ?? device.verification_uri;
  if (!/^https?:\/\//i.test(url)) {
    return no(
      stopped(
        'verification-address-unfit',
        `The server names "${url}" to log in at, which is no web address.`,
      ),
    );
  }
  const opened = await open(url).catch(() => false);
  hooks.onLogin?.({ url, opened, userCode: device.user_code });
  try {
    return await poll(context, device, hooks.signal);
  } finally {
    hooks.onLoginDone?.();
  }
};

const askForCode = async (context: GrantContext): Promise<DeviceAuthorizationResponse> => {
  const { settings, server, nowMs } = context;
  const client = clientOf(settings);
  const parameters = requestedTarget(settings, { scope: true });
  furtherParameters(settings.authorizationParameters, parameters);
  const response = await deviceAuthorizationRequest(
    server.metadata,
    client,
    clientAuthentication(settings, nowMs),
    parameters,
    requestOptions(context),
  );
  return processDeviceAuthorizationResponse(server.metadata, client, response);
};

const poll = async (
  context: GrantContext,
  { device_code: code, expires_in: lifetime, interval = usualInterval }: DeviceAuthorizationResponse,
  signal: AbortSignal,
): Promise<TokenAnswer> => {
  const endsAtMs = context.nowMs() + lifetime * 1000;
  let seconds = interval;
  for (;;) {
    if (!(await wait(seconds * 1000, signal))) return no(aborted(signal));
    const answer = await requestGrant(
      context,
      'urn:ietf:params:oauth:grant-type:device_code',
      tokenParameters(context.settings, { device_code: code }, { scope: false }),
    );
    if (answer.ok) return await withSoundIdToken(context, answer, {});
    if (answer.stopped.code === 'slow_down') seconds += usualInterval;
    else if (answer.stopped.code !== 'authorization_pending') return answer;
    if (context.nowMs() >= endsAtMs) {
      const minutes = Math.max(1, Math.round(lifetime / 60));
      return no(stopped('login-timeout', `Nobody entered the code within ${minutes} min; start again.`));
    }
  }
};
