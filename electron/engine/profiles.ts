import type { Handlers } from '../../shared/ipc/contract.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';

type ProfileCommands = 'saveProfile' | 'deleteProfile' | 'duplicateProfile' | 'revealSecret';

export const profileHandlers = (context: EngineContext): Pick<Handlers, ProfileCommands> => ({
  saveProfile: ({ profile }) => context.workspace().saveProfile(profile),
  async deleteProfile({ id }) {
    await context.workspace().deleteProfile(id);
    await context.tokens.forget(id);
  },
  async duplicateProfile({ id, name }) {
    const files = context.workspace();
    const profile = files.current().profiles.find((one) => one.id === id);
    if (profile === undefined)
      throw new EngineError('not-found', 'This profile is gone; somebody deleted it.');
    // References to the original's secrets are copied when the file is written.
    return files.saveProfile({ ...profile, id: context.newId(), name });
  },
  async revealSecret({ ref }) {
    const plain = await context.vault.get(ref);
    if (plain === undefined) {
      throw new EngineError('not-found', 'This secret is not in the vault of this computer. Enter it again.');
    }
    return plain;
  },
});
