import type { DraftSettings } from '../../shared/workspace/draft.ts';

/** A group of the Settings tab: it shows some of the settings and changes them. */
export interface PartProps {
  readonly settings: DraftSettings;
  readonly onChange: (change: Partial<DraftSettings>) => void;
}
