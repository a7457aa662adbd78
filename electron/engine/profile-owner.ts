import { fillSettings } from '../../shared/compose/variables.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import { EngineError } from '../errors.ts';
import type { TokenRequest } from '../oauth/tokens-types.ts';
import { openSettings } from './chosen-auth.ts';
import type { EngineContext } from './context.ts';
import { variablesOf } from './variables.ts';

/**
 * A profile as the owner of its tokens, secrets opened and variables filled in: those of the environment and the
 * workspace, for requests share its tokens.
 * @throws EngineError `not-found`
 */
export const profileOwner = async (
  context: EngineContext,
  profileId: string,
  environmentId: string,
): Promise<TokenRequest['profile']> => {
  const profile = context
    .workspace()
    .current()
    .profiles.find((one) => one.id === profileId);
  if (profile === undefined) throw new EngineError('not-found', 'This profile is gone; somebody deleted it.');
  const variables = variablesOf(context, environmentId);
  const settings = fillSettings(await openSettings(context, profile.settings), variables).value;
  return {
    id: profile.id,
    name: profile.name,
    renew: profile.renew,
    settings: { ...schemeById(profile.scheme)?.initial, ...settings },
  };
};
