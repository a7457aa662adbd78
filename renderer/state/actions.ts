import { bootActions } from './boot-actions.ts';
import type { Context } from './context.ts';
import { createDeletions, type Deletions } from './deleting.ts';
import { whileBusy } from './busy.ts';
import { collectionActions } from './collection-actions.ts';
import { experimentActions } from './experiment-actions.ts';
import { environmentActions } from './environment-actions.ts';
import { hostRuleActions } from './host-rule-actions.ts';
import { networkActions } from './network-actions.ts';
import { fileActions } from './file-actions.ts';
import { folderActions } from './folder-actions.ts';
import { historyActions } from './history-actions.ts';
import { pasteActions } from './paste-actions.ts';
import { profileActions } from './profile-actions.ts';
import { remedyActions } from './remedy-actions.ts';
import { requestActions } from './request-actions.ts';
import { retentionActions } from './retention-actions.ts';
import { settingsActions } from './settings-actions.ts';
import { shortcutActions } from './shortcut-actions.ts';
import { sendActions } from './send-actions.ts';
import type { Actions } from './state.ts';
import { tabActions } from './tab-actions.ts';
import { createTabKeeping, type TabKeeping } from './tab-keeping.ts';
import { tokenActions } from './token-actions.ts';
import { viewActions } from './view-actions.ts';

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
