import { Dialog } from '../ui/Dialog.tsx';
import { ReportView } from './ReportView.tsx';

/** The report of the attempt that is shown, to be copied or saved. */
export const ReportDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title="Report" size="wide" onClose={onClose}>
    <ReportView />
  </Dialog>
);
