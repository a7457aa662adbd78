import { ask, notify, type Context } from './context.ts';
import { deletion, type Deletions } from './deleting.ts';
import { storeEdits } from './pending-edits.ts';
import * as profiles from './profiles.ts';
import { profileById } from './selectors.ts';
import * as sending from './sending.ts';
import type { TokenAction } from '../../shared/remedies/remedy.ts';
import type { Folder } from '../../shared/workspace/folder.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import type { ResourcePointer } from '../../shared/oauth/resource-metadata.ts';
import type { RequestActions } from './request-actions.ts';
import type { SendActions } from './send-actions.ts';

export interface ProfileActions {
  /** Keeps the auth that requests in a folder, or in the whole workspace, inherit, and its variables. */
  saveFolder(folder: Folder): Promise<void>;
  saveProfile(profile: Profile): Promise<Profile | undefined>;
  duplicateProfile(id: string): Promise<void>;
  deleteProfile(id: string): Promise<void>;
  /** Uses the profile in the current request and shows the Auth tab. */
  chooseProfile(id: string): void;
  newProfile(): Promise<void>;
  obtainToken(profileId: string, how: TokenAction): Promise<void>;
  forgetTokens(profileId: string): Promise<void>;
  /** Makes a profile of what an API says about itself, and uses it. Resolves to a sentence where that failed. */
  setUpOAuth(pointer: ResourcePointer): Promise<string | undefined>;
}

const obtaining = {
  refresh: { label: 'Refreshing…', done: 'New token stored for' },
  fetch: { label: 'Fetching token…', done: 'Token stored for' },
  authorize: { label: 'Waiting for login…', done: 'Logged in; token stored for' },
} as const;

export const profileActions = (
  context: Context,
  deletions: Deletions,
  opening: Pick<RequestActions & SendActions, 'newRequest' | 'showAttempt'>,
): ProfileActions => {
  const names = (): readonly string[] => context.get().workspace.profiles.map((profile) => profile.name);

  const chooseProfile = (id: string): void => {
    if (context.get().current === undefined) opening.newRequest();
    context.update((state) => profiles.profileUsed(state, id));
  };

  return {
    async saveFolder(folder) {
      const reply = await ask(context, 'saveFolder', { folder });
      if (reply !== undefined) context.update((state) => profiles.folderSaved(state, reply.value));
    },

    async saveProfile(profile) {
      const reply = await ask(context, 'saveProfile', { profile });
      if (reply === undefined) return undefined;
      context.update((state) => profiles.profileSaved(state, reply.value));
      return reply.value;
    },

    async duplicateProfile(id) {
      const profile = profileById(context.get(), id);
      if (profile === undefined) return;
      const name = profiles.freeName(`${profile.name} copy`, names());
      const reply = await ask(context, 'duplicateProfile', { id, name });
      if (reply !== undefined) context.update((state) => profiles.profileSaved(state, reply.value));
    },

    async deleteProfile(id) {
      const profile = profileById(context.get(), id);
      if (profile === undefined) return;
      const undo = deletions.begin({
        id,
        hide: (state) => ({
          ...state,
          workspace: {
            ...state.workspace,
            profiles: state.workspace.profiles.filter((other) => other.id !== id),
          },
        }),
        show: (state) => profiles.profileSaved(state, profile),
        finish: async () => {
          await ask(context, 'deleteProfile', { id });
        },
      });
      notify(context, deletion(profile.name, undo));
    },

    chooseProfile,

    async newProfile() {
      const name = profiles.freeName('New profile', names());
      const reply = await ask(context, 'saveProfile', {
        profile: {
          id: context.newId(),
          name,
          scheme: 'bearer',
          settings: {},
          trustedOrigins: [],
          renew: true,
        },
      });
      if (reply === undefined) return;
      context.update((state) => profiles.profileSaved(state, reply.value));
      chooseProfile(reply.value.id);
    },

    async obtainToken(profileId, how) {
      const { current, environmentId } = context.get();
      const profile = profileById(context.get(), profileId);
      if (profile === undefined) return;
      const sendId = context.newId();
      if (current !== undefined) {
        context.update((state) =>
          sending.sendingBegan(state, current, {
            sendId,
            startedAtMs: context.nowMs(),
            label: obtaining[how].label,
          }),
        );
      }
      await storeEdits();
      const reply = await ask(context, 'obtainToken', {
        sendId,
        profileId,
        environmentId,
        how,
      });
      if (current !== undefined) context.update((state) => sending.sendingEnded(state, current, sendId));
      if (reply === undefined) return;
      const record = sending.recordOf(reply.value.attempt, context.diagnose, {
        draft: undefined,
        remedy: undefined,
      });
      const refused = record.diagnosis.failed || record.attempt.stopped !== undefined;
      if (current !== undefined) {
        context.update((state) =>
          refused
            ? sending.attemptEnded(state, current, record)
            : sending.attemptKept(state, current, record),
        );
      }
      if (refused) {
        const text = record.attempt.stopped?.message ?? `No token for ${profile.name}: the server refused.`;
        if (current === undefined) notify(context, { tone: 'refused', text });
        return;
      }
      notify(context, {
        tone: 'accepted',
        text: `${obtaining[how].done} ${profile.name}.`,
        ...(current === undefined
          ? {}
          : {
              action: {
                label: 'Show exchange',
                run: () => {
                  opening.showAttempt(record.attempt.id);
                },
              },
            }),
      });
    },

    async setUpOAuth({ metadata, requestUrl, scope = '' }) {
      const { current, environmentId } = context.get();
      const reply = await ask(context, 'configureFromResource', {
        metadata,
        requestUrl,
        scope,
        environmentId,
      });
      if (reply === undefined) return undefined;
      const made = reply.value;
      if (current !== undefined) {
        const about = { draft: undefined, remedy: undefined };
        const record = sending.recordOf(made.attempt, context.diagnose, about);
        context.update((state) => sending.attemptKept(state, current, record));
      }
      if (!made.ok) return made.message;
      const { scheme, settings } = made;
      const name = profiles.freeName(new URL(requestUrl).host, names());
      const id = context.newId();
      const saved = await ask(context, 'saveProfile', {
        profile: { id, name, scheme, settings, trustedOrigins: [], renew: true },
      });
      if (saved === undefined) return undefined;
      context.update((state) => profiles.profileSaved(state, saved.value));
      chooseProfile(saved.value.id);
      notify(context, {
        tone: 'accepted',
        text: `Profile ${name} is set up; fill in the client ID, then send.`,
      });
      return undefined;
    },

    async forgetTokens(profileId) {
      const { environmentId } = context.get();
      if ((await ask(context, 'forgetTokens', { profileId, environmentId })) === undefined) return;
      const name = profileById(context.get(), profileId)?.name ?? '';
      notify(context, {
        tone: 'neutral',
        text: `Forgot the tokens of “${name}”. The next Send gets new ones.`,
      });
    },
  };
};
