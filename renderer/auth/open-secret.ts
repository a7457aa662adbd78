import { host } from '../host.ts';
import { actions } from '../state/store.ts';

/** Opens a stored secret for the person who asked for it; what went wrong becomes a notice. */
export const openSecret = async (ref: string): Promise<string | undefined> => {
  const reply = await host().call('revealSecret', { ref });
  if (reply.ok) return reply.value;
  actions.notify({ tone: 'refused', text: reply.error.message });
  return undefined;
};

/** Opens one of a profile's tokens. */
export const openToken = async (
  profileId: string,
  environmentId: string,
  which: 'access' | 'refresh' | 'id',
): Promise<string | undefined> => {
  const reply = await host().call('revealToken', { profileId, environmentId, which });
  if (reply.ok) return reply.value;
  actions.notify({ tone: 'refused', text: reply.error.message });
  return undefined;
};
