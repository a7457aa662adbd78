import { defineRemedy } from './remedy.ts';

/** For what only the other side can mend. */
export const report = defineRemedy({
  id: 'report',
  plan: ({ draft }) => ({
    id: 'report',
    label: 'Write a report',
    changes: [],
    sends: 'Nothing is sent. The report holds what crossed the wire, secrets masked.',
    apply: () => draft,
    sendsRequest: false,
  }),
});
