import { bootActions, type BootActions } from './boot-actions.ts';
import type { Context } from './context.ts';
import { createDeletions, type Deletions } from './deleting.ts';
import { whileBusy, type Progress } from './busy.ts';
import { collectionActions, type CollectionActions } from './collection-actions.ts';
import { experimentActions, type ExperimentActions } from './experiment-actions.ts';
import { environmentActions, type EnvironmentActions } from './environment-actions.ts';
import { hostRuleActions, type HostRuleActions } from './host-rule-actions.ts';
import { networkActions, type NetworkActions } from './network-actions.ts';
import { fileActions, type FileActions } from './file-actions.ts';
import { folderActions, type FolderActions } from './folder-actions.ts';
import { historyActions, type HistoryActions } from './history-actions.ts';
import { pasteActions, type PasteActions } from './paste-actions.ts';
import { profileActions, type ProfileActions } from './profile-actions.ts';
import { remedyActions, type RemedyActions } from './remedy-actions.ts';
import { requestActions, type RequestActions } from './request-actions.ts';
import { retentionActions, type RetentionActions } from './retention-actions.ts';
import { settingsActions, type SettingsActions } from './settings-actions.ts';
import { shortcutActions, type ShortcutActions } from './shortcut-actions.ts';
import { sendActions, type SendActions } from './send-actions.ts';
import { tabActions, type TabActions } from './tab-actions.ts';
import { createTabKeeping, type TabKeeping } from './tab-keeping.ts';
import { tokenActions, type TokenActions } from './token-actions.ts';
import { viewActions, type ViewActions } from './view-actions.ts';

/** All that a person can do. Views call these and nothing else. */
export interface Actions
  extends
    BootActions,
    CollectionActions,
    EnvironmentActions,
    ExperimentActions,
    FileActions,
    FolderActions,
    HistoryActions,
    HostRuleActions,
    NetworkActions,
    PasteActions,
    ProfileActions,
    RemedyActions,
    RequestActions,
    RetentionActions,
    SendActions,
    SettingsActions,
    ShortcutActions,
    TabActions,
    TokenActions,
    ViewActions {
  /** Does what may take long: shown after a moment, with the way to cancel it. `undefined` where it was. */
  whileBusy<T>(label: string, work: (progress: Progress) => Promise<T>): Promise<T | undefined>;
}

export const createActions = (
  context: Context,
  deletions: Deletions = createDeletions(context),
  keeping: TabKeeping = createTabKeeping(context),
): Actions => {
  const requests = requestActions(context, deletions);
  const sending = sendActions(context);
  const profiles = profileActions(context, deletions, {
    newRequest: requests.newRequest,
    showAttempt: sending.showAttempt,
  });
  const view = viewActions(context);
  const collections = collectionActions(context);
  return {
    ...bootActions(context, keeping),
    ...requests,
    ...tabActions(context),
    ...folderActions(context, deletions),
    ...sending,
    ...collections,
    ...pasteActions(context, { ...collections, openDraft: requests.openDraft, send: sending.send }),
    ...profiles,
    ...remedyActions(context, { ...sending, ...profiles, openDialog: view.openDialog }),
    ...experimentActions(context),
    ...tokenActions(context),
    ...environmentActions(context, deletions),
    ...hostRuleActions(context, deletions),
    ...networkActions(context),
    ...historyActions(context, deletions),
    ...retentionActions(context),
    ...settingsActions(context),
    ...shortcutActions(context),
    ...fileActions(context),
    ...view,
    whileBusy: (label, work) => whileBusy(context, label, work),
  };
};
