import { useCallback, useEffect, useRef, useState } from 'react';
import type { Profile } from '../../shared/workspace/profile.ts';
import { registerEdits } from '../state/pending-edits.ts';
import { hasTypedSecret } from './form-settings.ts';

/** How long typing must rest before it is stored. */
const restMs = 800;

interface ProfileEdits {
  /** The profile with what was typed and is not stored yet. */
  readonly profile: Profile;
  edit(change: Partial<Profile>): void;
  /** Stores what was typed at once: the field was left, or the request is sent. */
  flush(): void;
}

/**
 * Edits of one stored profile (another one mounts anew). They are stored when typing rests or the field is left; a typed secret only when the
 * field is left, since storing it takes its plain text out of the field.
 */
export const useProfileEdits = (
  stored: Profile,
  save: (profile: Profile) => Promise<Profile | undefined>,
): ProfileEdits => {
  const [edited, setEdited] = useState<Profile>();
  const latest = useRef<Profile | undefined>(undefined);

  const underWay = useRef(Promise.resolve());

  const store = useCallback(async (): Promise<void> => {
    const profile = latest.current;
    // A name is what a profile is known by: without one nothing is stored.
    if (profile !== undefined && profile.name.trim() !== '') {
      latest.current = undefined;
      underWay.current = save(profile).then(() => {
        // What was typed meanwhile stays; else the stored one is shown, its secrets as references.
        setEdited((current) => (current === profile ? undefined : current));
      });
    }
    await underWay.current;
  }, [save]);

  const flush = useCallback((): void => {
    void store();
  }, [store]);

  useEffect(() => registerEdits(store), [store]);

  const current = edited?.id === stored.id ? edited : stored;

  useEffect(() => {
    if (edited === undefined || hasTypedSecret(edited.settings)) return undefined;
    const timer = setTimeout(flush, restMs);
    return () => {
      clearTimeout(timer);
    };
  }, [edited, flush]);

  // Leaving the form keeps what was typed.
  useEffect(() => flush, [flush]);

  return {
    profile: current,
    edit: (change) => {
      const next = { ...current, ...change };
      latest.current = next;
      setEdited(next);
    },
    flush,
  };
};
