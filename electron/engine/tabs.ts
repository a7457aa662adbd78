import type { Handlers } from '../../shared/ipc/contract.ts';
import type { TabKeeper } from '../storage/tab-keeper.ts';

export const tabHandlers = (keeper: TabKeeper): Pick<Handlers, 'keepTabs'> => ({
  keepTabs: ({ workspace, ...change }) => keeper.keep(workspace, change),
});
